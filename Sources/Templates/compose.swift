package import Diagnostics
package import Documents
import FileTree
package import French
package import KnowledgeBase
import OfficeReading
import Proofreading
package import Tailoring

/// All that a kit may know of the moment it was built.
package struct BuildStamp: Hashable, Sendable {
  package let day: CalendarDay
  package let version: String

  package init(day: CalendarDay, version: String) {
    self.day = day
    self.version = version
  }
}

/// The documents of one kit, in the order of its plan, before they have a format.
package struct ComposedKit: Sendable {
  package let outline: Outline
  /// Those made from a Writer template have blocks where they are a page too.
  package let documents: [Document]
  /// What was made from Writer templates, by the place of its document.
  package let officeDocuments: [DocumentPlace: OfficeDocument]
  /// Where documents stand, by id and by `id/instance`.
  package let places: [String: DocumentPlace]
  /// For each document, its id in the plan and its template's path.
  package let origins: [DocumentOrigin]
  /// The text of the file for those who see only files; lines end in `\n`.
  package let readMe: String
  /// What stands at the foot of every page of the documents that have blocks.
  package let footer: [Paragraph]
  /// What is still to be filled, by document; documents without blanks are left out.
  package let blanks: [BlankList]
}

/// Where a document of a kit comes from.
package struct DocumentOrigin: Hashable, Sendable {
  package let id: String
  /// The id, and the item for which a repeated document is: `fiche-de-role/animateur`.
  package let key: String
  package let template: String
  /// How long the catalogue wants it.
  package let pages: ClosedRange<Int>?
}

/// What one document leaves to be filled.
package struct BlankList: Hashable, Sendable {
  /// The document's path from the kit's root, without an extension.
  package let document: String
  package let title: String
  package let names: [String]
}

/// Composes all documents of one kit.
///
/// - Throws: `Stopped` when the data make a template impossible: two documents with one path, a
///   row that does not fill its table.
/// - Complexity: linear in the size of what is composed.
package func compose(
  _ plan: KitPlan, brief: Brief, stamp: BuildStamp
) throws(Stopped) -> ComposedKit {
  var composition = try Composition(plan, brief, stamp)
  return try composition.kit(plan)
}

/// Composes the academic team's page over all its kits.
///
/// - Parameter guide: the path of the guide for authors from the page; empty without one.
package func compose(
  _ page: AcademyPage, academy: Academy, principles: [Principle], edition: Edition,
  stamp: BuildStamp, kits: [KitSummary], missing: [MissingInDocument], guide: String
) throws(Stopped) -> Document {
  let editionView = EditionView(edition: EditionBrief(edition: edition, facts: []), history: [])
  let view = AcademyPageView(
    academy: (academy, principles), edition: editionView, stamp: stamp, kits: kits,
    missing: missing, guide: guide)
  let (body, diagnostics) = Composer.compose(page.template, with: frame(of: view))
  guard diagnostics.isEmpty else { throw Stopped(diagnostics) }
  let range = edition.range(.days)
  let dates = if case .known(let text) = range { ", \(text)" } else { "" }
  return Document(
    place: DocumentPlace(folder: "", stem: "index", formats: [.html]),
    title: "Les kits de l’édition \(edition.id.text)", page: page.template.page,
    header: DocumentHeader(
      context: "\(capitalised(academy.fullName)), \(academy.programme)\(dates)",
      purpose: "Voir d’un coup d’œil tous les kits, ce qui reste à compléter et à confirmer",
      audience: "L’équipe académique", moment: "Avant d’envoyer les kits aux bassins",
      issued: stamp.day.inFrench(.medium)),
    body: body)
}

/// One document that the plan asks for in this kit.
private struct Instance {
  let entry: KitPlan.Entry
  let document: PlannedDocument
  /// Which item of the entry's list it is for.
  let item: Int?
}

/// What one document holds.
private enum Body {
  case blocks([Block])
  /// What was made, and what it says where it is to be a page.
  case writer(OfficeDocument, OfficeText?)

  /// - Parameter mentions: what the page says at its foot anyway.
  func blocks(under title: String, beside mentions: [Paragraph]) -> [Block] {
    switch self {
    case .blocks(let blocks): return blocks
    case .writer(_, var text?):
      text.leaveOut(mentions)
      return text.blocks(under: title)
    case .writer(_, nil): return []
    }
  }

  var blankNames: [String] {
    switch self {
    case .blocks(let blocks): blocks.blankNames
    case .writer(let office, _): office.blankNames
    }
  }

  var title: String? {
    switch self {
    case .blocks: nil
    case .writer(let office, _): office.title
    }
  }

  func kind(of template: KitPlan.EntryTemplate) -> Document.Kind {
    switch (self, template) {
    case (_, .vocabulary(let template)): template.kind
    case (.writer(_, let text?), .writer): text.kind
    case (_, .writer): .letter
    }
  }

  func page(of template: KitPlan.EntryTemplate) -> Document.Page {
    switch (self, template) {
    case (_, .vocabulary(let template)): template.page
    case (.writer(_, let text?), .writer): text.page
    case (_, .writer): .portrait
    }
  }
}

/// The work of composing one kit: first what the plan asks for, then each document.
private struct Composition {
  let brief: Brief
  let stamp: BuildStamp
  let view: BriefView
  let instances: [Instance]
  let folders: [PlannedFolder]
  let places: [String: DocumentPlace]
  /// Where documents stand, by their paths as text documents.
  let documentsByPath: [String: DocumentPlace]
  /// The values of all variables but `kit` and `document`.
  let globals: Frame
  /// The value of `document` in each instance, and where there is none.
  let documentValues: [Value]
  let noDocument: Value
  let acronyms: AcronymIndex
  var diagnostics: [Diagnostic] = []

  init(_ plan: KitPlan, _ brief: Brief, _ stamp: BuildStamp) throws(Stopped) {
    self.brief = brief
    self.stamp = stamp
    var planner = Planner(brief, stamp)
    planner.resolve(plan)
    guard planner.diagnostics.isEmpty else { throw Stopped(planner.diagnostics) }
    instances = planner.instances
    folders = planner.folders
    places = planner.places
    documentsByPath = Dictionary(
      places.values.map { ($0.path(as: $0.nearest(to: .odt)), $0) },
      uniquingKeysWith: { first, _ in first })
    // Letters and forms leave the team, and what they are written by is not told in them.
    let telling = planner.instances.filter(\.entry.isSheet).map(\.entry.id)
    view = BriefView(brief: brief, titles: planner.titles, telling: Set(telling))
    globals = globalValues(of: view)
    documentValues = planner.instances.map { [view] in
      documentShape.value(of: DocumentView(document: $0.document, view: view))
    }
    noDocument = documentShape.value(of: DocumentView(document: .none, view: view))
    acronyms = brief.acronyms
  }

  mutating func kit(_ plan: KitPlan) throws(Stopped) -> ComposedKit {
    var bodies = [Body](repeating: .blocks([]), count: instances.count)
    let early = instances.indices.filter { !instances[$0].entry.isLast }
    let late = instances.indices.filter { instances[$0].entry.isLast }
    let kitValue = kitShape.value(of: kitView(blanks: []))
    for index in early { bodies[index] = body(of: index, kit: kitValue) }
    // Documents that tell of blanks may have some of their own: a first round finds them, a
    // second one tells of them too.
    for _ in 0..<2 where !late.isEmpty {
      let value = kitShape.value(of: kitView(blanks: blanks(in: bodies)))
      for index in late { bodies[index] = body(of: index, kit: value) }
    }
    guard diagnostics.isEmpty else { throw Stopped(diagnostics) }
    let found = blanks(in: bodies)
    let finalKit = kitShape.value(of: kitView(blanks: found))
    let footer = paragraphs(plan.footer, globals + [finalKit, noDocument])
    let documents = instances.indices.map { index in
      document(
        instances[index], bodies[index], beside: footer,
        closing: paragraphs(plan.closing, globals + [finalKit, documentValues[index]]))
    }
    return ComposedKit(
      outline: outline(), documents: documents,
      officeDocuments: officeDocuments(bodies), places: places,
      origins: instances.map {
        DocumentOrigin(
          id: $0.entry.id, key: $0.document.key, template: $0.entry.templatePath,
          pages: $0.entry.pages)
      },
      readMe: plan.readMe.text(in: globals + [finalKit, noDocument]),
      footer: footer,
      blanks: found.map { found in
        let place = found.document.place
        return BlankList(
          document: place.folder.isEmpty ? place.stem : "\(place.folder)/\(place.stem)",
          title: found.document.title, names: found.names)
      })
  }

  private func paragraphs(_ template: Template?, _ frame: Frame) -> [Paragraph] {
    guard let template else { return [] }
    return Composer.compose(template, with: frame, places: places).blocks.compactMap { block in
      if case .paragraph(let paragraph) = block { paragraph } else { nil }
    }
  }

  private func kitView(blanks: [DocumentBlanks]) -> KitView {
    KitView(stamp: stamp, folders: folders, blanks: blanks)
  }

  private func officeDocuments(_ bodies: [Body]) -> [DocumentPlace: OfficeDocument] {
    var made: [DocumentPlace: OfficeDocument] = [:]
    for (instance, body) in zip(instances, bodies) {
      if case .writer(let office, _) = body { made[instance.document.place] = office }
    }
    return made
  }

  private func blanks(in bodies: [Body]) -> [DocumentBlanks] {
    zip(instances, bodies).compactMap { instance, body in
      let names = body.blankNames
      return names.isEmpty ? nil : DocumentBlanks(document: instance.document, names: names)
    }
  }

  private mutating func body(of index: Int, kit: Value) -> Body {
    let instance = instances[index]
    var frame = globals + [kit, documentValues[index]]
    if let item = instance.item, let list = instance.entry.loop?.list {
      // Read as the planner read it: with its documents known, a list may have other items.
      let unplanned = kitShape.value(of: KitView(stamp: stamp, folders: [], blanks: []))
      let items = list.value(in: globals + [unplanned, noDocument]).items
      frame.append(items[item])
      frame.append(LoopState(index: item, count: items.count).value)
    }
    switch instance.entry.template {
    case .vocabulary(let template):
      let (body, problems) = Composer.compose(template, with: frame, places: places)
      diagnostics += problems
      return .blocks(body)
    case .writer(let template):
      let office = template.document(in: frame)
      return .writer(office, text(of: office, template, at: instance.document.place))
    }
  }

  private mutating func text(
    of office: OfficeDocument, _ template: OfficeTemplate, at place: DocumentPlace
  ) -> OfficeText? {
    do throws(Stopped) {
      return try template.text(of: office, at: place, among: documentsByPath)
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }

  /// - Parameter closing: where it comes in the plan. What leaves the team says so on its page only.
  private func document(
    _ instance: Instance, _ body: Body, beside mentions: [Paragraph], closing: [Paragraph]
  ) -> Document {
    let planned = instance.document
    let basin = brief.basin.basin
    let range = brief.edition.edition.range(.days)
    let dates = if case .known(let text) = range { " · \(text)" } else { "" }
    let related = instance.entry.related.compactMap { id -> Link? in
      guard let place = places[id], let title = view.titles[id] else { return nil }
      return Link(to: .document(place), [.text(title)])
    }
    let title = body.title ?? planned.title
    var document = Document(
      place: planned.place, title: title, kind: body.kind(of: instance.entry.template),
      page: body.page(of: instance.entry.template),
      header: DocumentHeader(
        context: "Bassin \(basin.de) · édition \(brief.edition.edition.id.text)\(dates)",
        notice: basin.status == .attested ? nil : "nom du bassin à confirmer par l’académie",
        purpose: planned.purpose, audience: planned.audience, moment: planned.moment,
        related: related, issued: stamp.day.inFrench(.medium)),
      body: body.blocks(under: title, beside: mentions))
    if document.kind == .sheet {
      document.body += closing.map { .paragraph($0) }
    } else {
      document.header.notes = closing
    }
    // What leaves the team has no header to say it in, and says it in its text.
    if document.kind == .sheet {
      document.header.abbreviations = unexplainedAcronyms(in: document, acronyms)
        .map { DocumentHeader.Abbreviation(short: $0.short, long: $0.long) }
    }
    return document
  }

  private func outline() -> Outline {
    let home = instances.first { $0.entry.isAtRoot }
    return Outline(
      title: "Kit du bassin \(brief.basin.basin.de), édition \(brief.edition.edition.id.text)",
      home: home?.document.place ?? DocumentPlace(folder: "", stem: "index", formats: [.html]),
      folders: folders.map { folder in
        Outline.Folder(
          name: folder.id, title: folder.title,
          entries: folder.documents.filter { !$0.place.folder.isEmpty }.map {
            Outline.Entry(title: $0.title, place: $0.place)
          })
      })
  }
}

/// Resolves the plan for one brief: which documents, for whom, where.
private struct Planner {
  var instances: [Instance] = []
  var folders: [PlannedFolder] = []
  var places: [String: DocumentPlace] = [:]
  var titles: [String: String] = [:]
  var diagnostics: [Diagnostic] = []
  private var values: Frame
  private var paths = PathIndex()

  init(_ brief: Brief, _ stamp: BuildStamp) {
    // The plan's conditions cannot depend on the documents that they decide on.
    let view = BriefView(brief: brief, titles: [:])
    let kit = kitShape.value(of: KitView(stamp: stamp, folders: [], blanks: []))
    values =
      globalValues(of: view) + [
        kit, documentShape.value(of: DocumentView(document: .none, view: view)),
      ]
  }

  mutating func resolve(_ plan: KitPlan) {
    for folder in plan.folders {
      let start = instances.count
      for entry in folder.entries { resolve(entry, in: folder) }
      let documents = instances[start...].map(\.document)
      if !documents.isEmpty {
        folders.append(
          PlannedFolder(id: folder.name, title: folder.title, documents: Array(documents)))
      }
    }
  }

  private mutating func resolve(_ entry: KitPlan.Entry, in folder: KitPlan.Folder) {
    guard let list = entry.loop?.list else {
      add(entry, in: folder, item: nil, instance: nil)
      return
    }
    let items = list.value(in: values).items
    for (index, item) in items.enumerated() {
      values.append(item)
      values.append(LoopState(index: index, count: items.count).value)
      add(entry, in: folder, item: index, instance: identifier(of: item))
      values.removeLast(2)
    }
  }

  /// A repeated document is known by the `id` of its item, which every repeated record has first.
  private func identifier(of item: Value) -> String? {
    guard case .record(let fields) = item, case .text(let id) = fields.first else { return nil }
    return id
  }

  private mutating func add(
    _ entry: KitPlan.Entry, in folder: KitPlan.Folder, item: Int?, instance: String?
  ) {
    if let condition = entry.condition, !condition.value(in: values).isTrue { return }
    let file = entry.file.text(in: values)
    let place = DocumentPlace(
      folder: entry.isAtRoot ? "" : folder.name, stem: file, formats: entry.formats)
    check(place, entry)
    let title = entry.title.text(in: values)
    let key = instance.map { "\(entry.id)/\($0)" } ?? entry.id
    instances.append(
      Instance(
        entry: entry,
        document: PlannedDocument(
          id: entry.id, key: key, number: entry.number, title: title,
          purpose: entry.purpose.text(in: values), audience: entry.audience.text(in: values),
          moment: entry.moment.text(in: values), folder: folder.title, place: place,
          changesBeforeElection: entry.changesBeforeElection,
          need: entry.need?.text(in: values) ?? ""),
        item: item))
    places[key] = place
    // The plain id of a repeated document leads to its first instance.
    if places[entry.id] == nil { places[entry.id] = place }
    if titles[entry.id] == nil {
      titles[entry.id] = instance == nil ? title : entry.commonTitle.text(in: values)
    }
  }

  private mutating func check(_ place: DocumentPlace, _ entry: KitPlan.Entry) {
    for path in place.formats.map(place.path) {
      do throws(PathError) {
        // A name of nothing but an ending would be a hidden file.
        guard !place.stem.isEmpty else { throw .empty }
        let path = try RelativePath(path)
        if !insert(path) { return diagnostics.append(.duplicatePath(path.text, at: entry.place)) }
      } catch {
        return diagnostics.append(.unsafeName(path, error.message, at: entry.place))
      }
    }
  }

  /// Whether the path can stand beside the others on every machine.
  private mutating func insert(_ path: RelativePath) -> Bool {
    do throws(TreeError) {
      try paths.insert(path)
      return true
    } catch {
      return false
    }
  }
}
