package import Diagnostics
import French
package import KnowledgeBase
import Markup

/// The files of a knowledge base for another academy: its own places and edition, an empty
/// history, and the method of the base that it starts from.
///
/// Tasks, roles, partners and words are taken over as they stand. Actions and lessons of the other
/// academy stay as experience from elsewhere: each says which academy it comes from. Nothing else
/// of the other academy is left: no basin, edition, figure, slogan or day of its own.
///
/// - Parameters:
///   - files: the XML files of the base's folder.
///   - base: the same, loaded.
/// - Returns: the files of base and calendars, by their path in the new data folder.
/// - Throws: `Stopped` when a file cannot be read.
/// - Complexity: linear in the size of the files.
package func newKnowledgeBase(
  for academy: NewAcademy, from files: [SourceFile], _ base: KnowledgeBase
) throws(Stopped) -> [(path: String, bytes: [UInt8])] {
  let founding = Founding(academy: academy, base: base, roots: try partRoots(of: files))
  var made: [(path: String, bytes: [UInt8])] = []
  for part in KnowledgeBase.Part.allCases {
    guard let bytes = file(of: part, in: files)?.bytes, let root = founding.roots[part] else {
      continue
    }
    made.append(("KnowledgeBase/\(part.fileName)", founding.bytes(of: part, root, bytes)))
  }
  for name in SchoolCalendar.fileNames {
    guard let file = files.first(where: { $0.id.path.hasSuffix("/" + name) }) else { continue }
    made.append(("Calendars/\(name)", founding.calendar(try parse(file), file.bytes)))
  }
  return made
}

/// One base on its way to being another academy's.
struct Founding {
  let academy: NewAcademy
  let base: KnowledgeBase
  let roots: [KnowledgeBase.Part: XMLElement]

  /// On what the new academy's own data rest.
  static let sourceID = "ouverture"

  func bytes(of part: KnowledgeBase.Part, _ root: XMLElement, _ old: [UInt8]) -> [UInt8] {
    switch part {
    case .academy: Array(academyText.utf8)
    case .editions: Array(editionsText(root, old).utf8)
    case .basins: Array(basinsText.utf8)
    case .sources: edited(root, old, sourceEdits)
    case .tasks: edited(root, old, taskEdits)
    case .actions: edited(root, old, actionEdits, about: Self.aboutActions)
    case .lessons: edited(root, old, lessonEdits, about: Self.aboutLessons)
    case .schools: Array(Self.noSchools.utf8)
    case .roles, .formulas, .partners, .glossary, .ranking, .quantities, .budget, .risks,
      .messages:
      old
    }
  }

  /// - Parameter about: what stands above the root instead of the former words, which told of the
  ///   other academy.
  private func edited(
    _ root: XMLElement, _ old: [UInt8],
    _ edits: (XMLElement, [UInt8]) -> XMLEdits, about: String? = nil
  ) -> [UInt8] {
    var all = edits(root, old)
    if let about {
      let head = Self.declaration + "<!--\n  \(about)\n-->\n"
      all.replace(0..<root.span.bytes.lowerBound, with: Array(head.utf8), for: nil)
    }
    return all.apply(to: old).bytes
  }

  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  private static let aboutActions =
    """
    Actions tried elsewhere, each with the academy it comes from, as the sources tell them. Your own
      actions are added here without `academy`.
    """

  private static let aboutLessons =
    """
    What weeks elsewhere taught, each with its sources, and with its academy where one edition or
      basin taught it. Your own lessons are added here without `academy`.
    """

  private static let noSchools =
    declaration + """
      <!-- The directory of the schools: `trousse import` reads it from a list of your own. -->
      <schools>
      </schools>

      """

  // MARK: What is the academy's own

  private var own: [(String, String?)] {
    [("standing", "reported"), ("sources", Self.sourceID)]
  }

  private var academyText: String {
    let departments = academy.departments.map { department in
      let words = department.words
      return startTag(
        "department",
        [
          ("id", department.id), ("code", department.code), ("name", words.name),
          ("de", words.de), ("in", words.within),
        ] + own, indent: 2) + "/>\n"
    }
    let palette = base.academy.palette
    return Self.declaration
      + startTag(
        "academy",
        [
          ("id", academy.id), ("name", academy.name), ("full-name", academy.fullName),
          ("de", "de l'\(academy.fullName)"), ("zone", academy.zone),
          ("programme", base.academy.programme), ("site", academy.site),
          ("slogan", academy.slogan), ("accent", palette.accent.value), ("due", palette.due.value),
        ] + own, indent: 0) + ">\n" + departments.joined() + "</academy>\n"
  }

  private var basinsText: String {
    let basins = academy.basins.compactMap { basin in
      academy.department(of: basin).map { department in
        startTag(
          "basin",
          [
            ("id", slug(basin.name)), ("name", basin.name), ("de", withDe(basin.name)),
            ("department", department.id), ("status", "attested"),
          ] + own, indent: 2) + "/>\n"
      }
    }
    return Self.declaration + "<basins>\n" + basins.joined() + "</basins>\n"
  }

  private func editionsText(_ root: XMLElement, _ old: [UInt8]) -> String {
    let principles = root.elements.filter { $0.name == "principle" }.map { principle in
      "  " + String(decoding: old[principle.extent.bytes], as: UTF8.self) + "\n"
    }
    return Self.declaration
      + startTag("editions", [("current", "\(academy.week.year)")], indent: 0) + ">\n"
      + principles.joined() + "\n"
      + editionTag(week: academy.week, rank: academy.rank, own) + "/>\n" + "</editions>\n"
  }

  // MARK: What is taken over

  /// A zone that nobody has described yet has no holidays: those are for the academy to write.
  func calendar(_ root: XMLElement, _ old: [UInt8]) -> [UInt8] {
    let isKnown = base.calendar.zones.contains { $0.id == academy.zone }
    guard !isKnown, let first = root.elements.first(where: { $0.name == "zone" }) else {
      return old
    }
    let zone = startTag(
      "zone",
      [
        ("id", academy.zone), ("name", "zone \(academy.zone)"),
        ("note", "\(academy.name) ; vacances à compléter"),
      ], indent: 2)
    var edits = XMLEdits()
    edits.insert("\n" + zone + "/>", at: first.end)
    return edits.apply(to: old).bytes
  }

  /// Only the sources that something still rests on, and the academy's own word.
  private func sourceEdits(_ root: XMLElement, _ old: [UInt8]) -> XMLEdits {
    var used: Set<Substring> = []
    for part in KnowledgeBase.Part.allCases
    where ![.academy, .basins, .sources, .schools].contains(part) {
      var rest = (roots[part]?.elements ?? []).filter {
        part != .editions || $0.name == "principle"
      }
      while let element = rest.popLast() {
        used.formUnion((element["sources"]?.value ?? "").split(separator: " "))
        rest += element.elements
      }
    }
    var edits = XMLEdits()
    for source in root.elements where !used.contains(Substring(source["id"]?.value ?? "")) {
      edits.remove(source, in: old)
    }
    let source = startTag(
      "source",
      [
        ("id", Self.sourceID),
        ("title", "Renseignements donnés à l'ouverture de cette base de connaissances"),
        ("publisher", academy.fullName),
      ], indent: 2)
    edits.insert("\n" + source + "/>", at: root.span.bytes.upperBound)
    return edits
  }

  /// A day that was set in an edition is history.
  private func taskEdits(_ root: XMLElement, _ old: [UInt8]) -> XMLEdits {
    var edits = XMLEdits()
    for fixed in root.elements.flatMap(\.elements) where fixed.name == "fixed" {
      edits.remove(fixed, in: old)
    }
    return edits
  }

  private func lessonEdits(_ root: XMLElement, _ old: [UInt8]) -> XMLEdits {
    var edits = XMLEdits()
    for lesson in root.elements where lesson.name == "lesson" {
      // A lesson that names no edition or basin was drawn from its sources, which name themselves.
      let isOfAcademy = lesson["edition"] != nil || lesson["basin"] != nil
      if isOfAcademy, lesson["academy"] == nil, let place = lesson.attribute("for")?.end {
        edits.insert("\n    \(originText)", at: place)
      }
      for name in ["edition", "basin"] {
        if let attribute = lesson.attribute(name) { edits.remove(attribute, in: old) }
      }
    }
    return edits
  }

  private func actionEdits(_ root: XMLElement, _ old: [UInt8]) -> XMLEdits {
    var edits = XMLEdits()
    if let first = root.elements.first { addThemes(before: first, root, &edits) }
    for action in root.elements where action.name == "action" {
      if let attribute = action.attribute("edition") { edits.remove(attribute, in: old) }
      guard let place = action.elements.first(where: { $0.name == "place" }) else {
        edits.insert("\n    <place \(originText)/>", at: action.span.bytes.upperBound)
        continue
      }
      guard place["academy"] == nil else { continue }
      edits.insert(" \(originText)\(regionText(of: place))", at: place.nameSpan.bytes.upperBound)
      for name in ["basin", "department"] {
        if let attribute = place.attribute(name) { edits.remove(attribute, in: old) }
      }
    }
    return edits
  }

  /// The stakes of the other academy's editions sort its actions, and are themes here.
  private func addThemes(before first: XMLElement, _ root: XMLElement, _ edits: inout XMLEdits) {
    let own = Set(root.elements.filter { $0.name == "theme" }.compactMap { $0["id"]?.value })
    for theme in base.themes where !own.contains(theme.id.text) {
      let tag = startTag(
        "theme", [("id", theme.id.text), ("title", theme.title)], indent: 0)
      edits.insert(tag + "/>\n  ", at: first.span.bytes.lowerBound)
    }
  }

  private var originText: String {
    String(decoding: attributeText("academy", base.academy.fullName), as: UTF8.self)
  }

  /// Where in the other academy: its basins in words, else its department.
  private func regionText(of place: XMLElement) -> String {
    let basins = (place["basin"]?.value ?? "").split(separator: " ")
      .compactMap { id in base.basins.first { $0.id.text == id }?.de }
    let department = place["department"].flatMap { id in
      base.academy.departments.first { $0.id.text == id.value }?.name
    }
    let words =
      basins.isEmpty ? department : "bassin\(basins.count > 1 ? "s" : "") \(listed(basins))"
    guard let words, place["region"] == nil else { return "" }
    return " " + String(decoding: attributeText("region", words), as: UTF8.self)
  }
}

/// The tag of an edition that is opened, without its end.
func editionTag(week: CalendarDay, rank: Int, _ provenance: [(String, String?)]) -> String {
  let year = week.schoolYear
  return startTag(
    "edition",
    [
      ("id", "\(week.year)"), ("rank", "\(rank)"), ("school-year", "\(year)-\(year + 1)"),
      ("start", "\(week)"), ("end", "\(week.adding(days: 4))"),
    ] + provenance, indent: 2)
}
