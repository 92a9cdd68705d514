package import Diagnostics
import Documents
import FileTree
import French
import Markup
import OfficePackages

/// The compiled plan of a kit: its folders and documents, each with its template.
package struct KitPlan: Sendable {
  struct Folder: Sendable {
    let name: String
    let title: String
    let entries: [Entry]
  }

  struct Entry: Sendable {
    let id: String
    let number: String
    let isAtRoot: Bool
    let formats: [DocumentPlace.Format]
    /// What a repeated document is made for.
    let loop: LoopHead?
    let condition: Expression?
    let file: TextTemplate
    let title: TextTemplate
    /// The title that stands for all instances of a repeated document.
    let commonTitle: TextTemplate
    let purpose: TextTemplate
    let audience: TextTemplate
    let moment: TextTemplate
    let related: [String]
    let changesBeforeElection: Bool
    /// What a person who looks for it wants to do: « J’écris au maire ».
    let need: TextTemplate?
    /// How long it should be when printed.
    let pages: ClosedRange<Int>?
    /// The role whose document it is; nil for the owner of the first task that calls for it.
    let owner: Located<String>?
    /// Which kits have it, in words; empty for all.
    let only: String
    let template: EntryTemplate
    /// The path of its template in the templates' folder.
    let templatePath: String
    /// The path of the letterhead that its template takes, if it takes one.
    let letterheadPath: String?
    /// Whether the document tells of the blanks of all others, and is composed after them.
    let isLast: Bool
    let place: SourceSpan

    /// Whether it stays with the team.
    var isSheet: Bool {
      switch template {
      case .vocabulary(let template): template.kind == .sheet
      case .writer: false
      }
    }
  }

  /// What a document is made from.
  enum EntryTemplate: Sendable {
    case vocabulary(Template)
    case writer(OfficeTemplate)
  }

  let folders: [Folder]
  /// The text file at the kit's root, for those who see only files.
  let readMe: TextTemplate
  /// The paragraphs at the foot of every page of the vocabulary's documents.
  let footer: Template?
  /// The paragraphs that say of each document where it comes in the plan.
  let closing: Template?
  /// How many numbers the catalogue has; nil where the plan does not say.
  let catalogue: Located<Int>?
  /// What texts call something that a task of the base brings about.
  package let events: [PlannedEvent]
  /// The templates that nothing leads to.
  package let unusedTemplates: [SourceFile.ID]

  /// The templates' paths of all documents, in the order of the plan, each once.
  package var templatePaths: [String] {
    var seen: Set<String> = []
    return folders.flatMap { $0.entries.map(\.templatePath) }.filter { seen.insert($0).inserted }
  }

  /// The template's path of a document of the plan; nil if the plan has none of this id.
  package func templatePath(of id: String) -> String? {
    folders.lazy.flatMap(\.entries).first { $0.id == id }?.templatePath
  }

  /// The path of the letterhead that the plan gives to a template; nil for its own pages.
  package func letterheadPath(ofTemplate path: String) -> String? {
    folders.lazy.flatMap(\.entries).first { $0.templatePath == path }?.letterheadPath
  }

  /// The title that the plan gives to the document of a template, where it names no field.
  package func plainTitle(ofTemplate path: String) -> String? {
    let entry = folders.lazy.flatMap(\.entries).first { $0.templatePath == path }
    guard let segments = entry?.title.segments, segments.count == 1,
      case .literal(let title) = segments[0]
    else { return nil }
    return title
  }

  /// The ids of all documents, in the order of the plan.
  package var documentIDs: [String] { folders.flatMap { $0.entries.map(\.id) } }
}

/// The path of the plan in the templates' folder.
package let planPath = "kit.xml"

/// The path of the plain text template for the kit's root.
package let readMePath = "LISEZ-MOI.txt"

/// Compiles the plan and all its templates.
///
/// - Parameters:
///   - files: the XML files of the templates' folder, by their path from it.
///   - folder: the templates' folder as the person knows it, for messages.
/// - Throws: `Stopped` with all that is wrong in any of them.
/// - Complexity: linear in the size of the files, partials counted once for each inclusion.
package func compileKit(
  _ files: [String: SourceFile], folder: String
) throws(Stopped) -> KitPlan {
  for path in [planPath, readMePath] where files[path] == nil {
    throw Stopped([.missingPlan(path, in: folder)])
  }
  var compiler = try PlanCompiler(files)
  let plan = compiler.plan()
  guard let plan, !compiler.diagnostics.hasErrors else { throw Stopped(compiler.diagnostics) }
  return plan
}

/// The page of the academic team, planned apart from the kits.
package struct AcademyPage: Sendable {
  let template: Template
}

/// The path of its template in the templates' folder.
package let academyPagePath = "academie/index.xml"

/// Compiles the academic team's page, which may include what stands in `partials/`.
package func compileAcademyPage(
  _ files: [String: SourceFile], folder: String
) throws(Stopped) -> AcademyPage {
  guard files[academyPagePath] != nil else {
    throw Stopped([.missingPlan(academyPagePath, in: folder)])
  }
  // The kits' own templates were read for the kits, and are not read again.
  let own = files.filter { $0.key == academyPagePath || $0.key.hasPrefix("partials/") }
  var compiler = TemplateCompiler(files: try parsed(own), documents: [])
  let path = Located(
    academyPagePath, at: SourceSpan(wholeOf: SourceFile.ID("\(folder)/\(academyPagePath)")))
  let template = compiler.template(path, scope: Scope(academyVariables))
  guard let template, !compiler.diagnostics.hasErrors else {
    throw Stopped(compiler.diagnostics)
  }
  return AcademyPage(template: template)
}

/// The trees of all files, or everything that is wrong with them.
func parsed(_ files: [String: SourceFile]) throws(Stopped) -> [String: XMLElement] {
  var roots: [String: XMLElement] = [:]
  var diagnostics: [Diagnostic] = []
  for (path, file) in files.sorted(by: { $0.key < $1.key }) where path.hasSuffix(".xml") {
    do throws(Stopped) {
      roots[path] = try parse(file)
    } catch {
      diagnostics += error.diagnostics
    }
  }
  guard diagnostics.isEmpty else { throw Stopped(diagnostics) }
  return roots
}

/// The ids that a plan gives to documents.
func documentIDs(in plan: XMLElement?) -> [String] {
  (plan?.elements ?? []).flatMap { folder in folder.elements.compactMap { $0["id"]?.value } }
}

/// Reads `kit.xml`.
private struct PlanCompiler {
  private let root: XMLElement?
  private let readMe: XMLText?
  private let files: [String: SourceFile]
  private var library: OfficeLibrary
  private var compiler: TemplateCompiler

  init(_ files: [String: SourceFile]) throws(Stopped) {
    let roots = try parsed(files)
    self.files = files
    root = roots[planPath]
    readMe = files[readMePath].map { XMLText(wholeOf: $0) }
    library = OfficeLibrary(files)
    compiler = TemplateCompiler(files: roots, documents: documentIDs(in: root))
  }

  var diagnostics: [Diagnostic] { compiler.diagnostics }

  mutating func plan() -> KitPlan? {
    guard let root else { return nil }
    guard root.name == "kit" else {
      compiler.diagnostics.append(.wrongRoot(root, wanted: "kit"))
      return nil
    }
    compiler.checkAttributes(
      of: root, ["letterhead", "footer", "closing", "catalogue"], directives: false)
    compiler.refuseTexts(in: root)
    checkLetterhead(of: root)
    reportDuplicates(in: root)
    let events = root.elements.filter { $0.name == "event" }.compactMap { event($0) }
    let folders = root.elements.filter { $0.name != "event" }
      .compactMap { folder($0, in: root) }
    // Asked of the file: a home page that does not compile is there all the same.
    let hasHome = root.elements.contains { folder in
      folder.elements.contains { $0["at"]?.value == EntryPlace.root.rawValue }
    }
    if !hasHome { compiler.diagnostics.append(.missingHome(at: root.span)) }
    let readMe = readMe.map { compiler.plainTemplate($0, Scope(kitVariables)) }
    let footer = root["footer"].flatMap { paragraphsTemplate(at: $0) }
    let closing = root["closing"].flatMap { paragraphsTemplate(at: $0) }
    return KitPlan(
      folders: folders, readMe: readMe ?? TextTemplate(segments: []), footer: footer,
      closing: closing, catalogue: compiler.number("catalogue", of: root, in: 1...999),
      events: events,
      unusedTemplates: unusedTemplates())
  }

  private mutating func event(_ element: XMLElement) -> PlannedEvent? {
    compiler.checkAttributes(of: element, ["task", "called"], directives: false)
    compiler.checkIsEmpty(element)
    guard let task = element["task"], let name = element["called"] else {
      let missing = element["task"] == nil ? "task" : "called"
      compiler.diagnostics.append(.missingTemplateAttribute(missing, on: element))
      return nil
    }
    return PlannedEvent(task: task, name: name.value)
  }

  /// What is planned apart from the kits counts as used, with all partials that it may include.
  private func unusedTemplates() -> [SourceFile.ID] {
    let apart: Set<String> = [planPath, guidePath]
    return files.filter { path, _ in
      let isTemplate = path.hasSuffix(".xml") || isWriter(path)
      return isTemplate && !apart.contains(path) && !path.hasPrefix("look/")
        && !path.hasPrefix("academie/") && !compiler.opened.contains(path)
        && !library.opened.contains(path)
    }.values.map(\.id).sorted()
  }

  private mutating func reportDuplicates(in root: XMLElement) {
    reportDuplicates(among: root.elements) { .duplicateFolder($0, first: $1) }
    reportDuplicates(among: root.elements.flatMap(\.elements)) {
      .duplicateDocument($0, first: $1)
    }
  }

  private mutating func reportDuplicates(
    among elements: [XMLElement], _ diagnostic: (Located<String>, SourceSpan) -> Diagnostic
  ) {
    var places: [String: SourceSpan] = [:]
    for element in elements {
      guard let id = element["id"] else { continue }
      if let first = places[id.value] {
        compiler.diagnostics.append(diagnostic(id, first))
      } else {
        places[id.value] = id.span
      }
    }
  }

  private mutating func folder(_ element: XMLElement, in root: XMLElement) -> KitPlan.Folder? {
    guard element.name == "folder" else {
      compiler.diagnostics.append(.unknownElement(element, in: root, among: ["folder"]))
      return nil
    }
    compiler.checkAttributes(of: element, ["id", "title", "letterhead"], directives: false)
    compiler.refuseTexts(in: element)
    guard let id = element["id"] else {
      compiler.diagnostics.append(.missingTemplateAttribute("id", on: element))
      return nil
    }
    checkName(id)
    checkLetterhead(of: element)
    let title = compiler.requiredText("title", of: element, Scope([]))
    return KitPlan.Folder(
      name: id.value, title: title.text(in: []),
      entries: element.elements.compactMap {
        entry($0, in: element, letterhead: element["letterhead"] ?? root["letterhead"])
      })
  }

  private static let entryAttributes = [
    "id", "number", "template", "file", "title", "common-title", "purpose", "audience", "moment",
    "see", "formats", "at", "before-election", "letterhead", "need", "pages", "owner",
    "only",
  ]

  /// - Parameter letterhead: the one that the document has unless it names its own.
  private mutating func entry(
    _ element: XMLElement, in parent: XMLElement, letterhead: Located<String>?
  ) -> KitPlan.Entry? {
    guard element.name == "document" else {
      compiler.diagnostics.append(.unknownElement(element, in: parent, among: ["document"]))
      return nil
    }
    compiler.checkAttributes(of: element, Self.entryAttributes)
    compiler.checkIsEmpty(element)
    guard let id = element["id"], let path = element["template"] else {
      let missing = element["id"] == nil ? "id" : "template"
      compiler.diagnostics.append(.missingTemplateAttribute(missing, on: element))
      return nil
    }
    var scope = Scope(kitVariables)
    var loop: LoopHead?
    if let text = element.attribute("for")?.value {
      guard let head = compiler.loopHead(text, scope) else { return nil }
      loop = head
      scope = scope.adding(head.variables)
    }
    let condition = element.attribute("if").flatMap { compiler.condition($0.value, scope) }
    let formats = formats(of: element)
    if let own = element["letterhead"], !isWriter(path.value) {
      compiler.diagnostics.append(.letterheadOfVocabulary(own))
    }
    compiler.used = UsedNames()
    let chosen = element["letterhead"] ?? letterhead
    guard let template = entryTemplate(path, on: chosen, scope) else { return nil }
    if formats.contains(.ods), isWriter(path.value) || !compiler.hasSheet,
      let span = element["formats"]?.span
    {
      compiler.diagnostics.append(.noSheet(at: span))
    }
    let tellsOfBlanks = compiler.used.has(["blanks", "blankCount"], of: "kit", in: scope)
    let title = compiler.requiredText("title", of: element, scope)
    return KitPlan.Entry(
      id: id.value, number: element["number"]?.value ?? "",
      isAtRoot: compiler.word("at", of: element, default: EntryPlace.folder) == .root,
      formats: formats, loop: loop, condition: condition,
      file: compiler.requiredText("file", of: element, scope), title: title,
      commonTitle: compiler.optionalText("common-title", of: element, Scope(kitVariables)) ?? title,
      purpose: compiler.requiredText("purpose", of: element, scope),
      audience: compiler.requiredText("audience", of: element, scope),
      moment: compiler.requiredText("moment", of: element, scope), related: related(of: element),
      changesBeforeElection: compiler.word(
        "before-election", of: element, default: BeforeElection.same) == .changes,
      need: compiler.optionalText("need", of: element, scope), pages: pages(of: element),
      owner: element["owner"], only: element["only"].map { typeset($0.value) } ?? "",
      template: template, templatePath: path.value,
      letterheadPath: chosen.flatMap { isWriter(path.value) && !$0.value.isEmpty ? $0.value : nil },
      isLast: tellsOfBlanks,
      place: element.span)
  }

  private func isWriter(_ path: String) -> Bool {
    OfficePackage.endings.contains(where: path.hasSuffix)
  }

  private mutating func entryTemplate(
    _ path: Located<String>, on letterhead: Located<String>?, _ scope: Scope
  ) -> KitPlan.EntryTemplate? {
    guard isWriter(path.value) else {
      return compiler.template(path, scope: scope).map { .vocabulary($0) }
    }
    // An empty name says that the document has its own pages, whatever its folder has.
    let template = compiler.officeTemplate(
      at: path, on: letterhead?.value == "" ? nil : letterhead, from: &library, scope: scope)
    return template.map { .writer($0) }
  }

  private mutating func formats(of element: XMLElement) -> [DocumentPlace.Format] {
    let usual: [DocumentPlace.Format] = [.html, .odt]
    guard let text = element["formats"] else { return usual }
    let words = text.value.split(separator: " ").map(String.init)
    let formats = words.compactMap(DocumentPlace.Format.init(rawValue:))
    guard formats.count == words.count, !formats.isEmpty else {
      compiler.diagnostics.append(
        .unknownWord(text, among: DocumentPlace.Format.allCases.map(\.rawValue)))
      return usual
    }
    return DocumentPlace.Format.allCases.filter(formats.contains)
  }

  /// `1`, or `1-2`.
  private mutating func pages(of element: XMLElement) -> ClosedRange<Int>? {
    guard let text = element["pages"] else { return nil }
    let numbers = text.value.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count <= 2, let first = numbers.first ?? nil, let last = numbers.last ?? nil,
      1 <= first, first <= last, last <= 99
    else {
      compiler.diagnostics.append(.notPages(text))
      return nil
    }
    return first...last
  }

  private mutating func related(of element: XMLElement) -> [String] {
    guard let see = element["see"] else { return [] }
    let ids = see.value.split(separator: " ").map(String.init)
    for id in ids where !compiler.documents.contains(id) {
      compiler.diagnostics.append(
        .unknownDocument(Located(id, at: see.span), among: compiler.documents))
    }
    return ids
  }

  /// A template of paragraphs alone: nothing else fits a page's footer, or the end of any document.
  private mutating func paragraphsTemplate(at path: Located<String>) -> Template? {
    let template = compiler.template(path, scope: Scope(kitVariables))
    guard template != nil, let root = compiler.files[path.value] else { return nil }
    var rest = [root]
    while let element = rest.popLast() {
      for child in element.elements {
        switch child.name {
        case "p": continue
        case "block": rest.append(child)
        default: compiler.diagnostics.append(.unknownElement(child, in: element, among: ["p"]))
        }
      }
    }
    return template
  }

  /// A letterhead for many documents: each of them may still name its own.
  private mutating func checkLetterhead(of element: XMLElement) {
    guard let path = element["letterhead"], !path.value.isEmpty else { return }
    library.check(path, &compiler.diagnostics)
  }

  private mutating func checkName(_ name: Located<String>) {
    do throws(PathError) {
      _ = try RelativePath(name.value)
    } catch {
      compiler.diagnostics.append(.unsafeName(name.value, error.message, at: name.span))
    }
  }
}

private enum BeforeElection: String, CaseIterable {
  case same, changes
}

private enum EntryPlace: String, CaseIterable {
  case folder, root
}
