import Diagnostics
import Documents
import Foundation
import French
import KnowledgeBase
import Planning
import Tailoring
import Templates
import TestSupport
import Testing

// Templates are written as strings, path by path, and composed for a basin of the real knowledge
// base, all through the doors of the rooms.

/// A folder of templates in memory. What a test does not write is put in: a plan with one home
/// page made from `t.xml`, and an empty text for the root.
struct TemplateFolder {
  var files: [String: SourceFile]

  init(_ texts: [String: String]) {
    self.init(bytes: texts.mapValues { Array($0.utf8) })
  }

  init(bytes: [String: [UInt8]]) {
    let standard = ["kit.xml": Self.plan(), "LISEZ-MOI.txt": "Kit\n"].mapValues { Array($0.utf8) }
    let all = standard.merging(bytes) { _, given in given }
    files = Dictionary(
      uniqueKeysWithValues: all.map { path, bytes in
        (path, SourceFile(id: SourceFile.ID("KitTemplates/\(path)"), bytes: bytes))
      })
  }

  /// A plan with the home page and more documents of one folder.
  static func plan(_ more: String = "") -> String {
    """
    <kit><folder id="dossier" title="Dossier">\(entry("accueil", "at=\"root\" formats=\"html\""))
    \(more)</folder></kit>
    """
  }

  /// An entry of a plan; `more` comes first, so that it may hold marks.
  static func entry(
    _ id: String, _ more: String = "", template: String = "t.xml", file: String? = nil
  ) -> String {
    """
    <document \(more) id="\(id)" template="\(template)" file="\(file ?? id)" title="Titre \(id)" \
    purpose="but" audience="tous" moment="toujours"/>
    """
  }

  func compiled() throws(Stopped) -> KitPlan { try compileKit(files, folder: "KitTemplates") }

  func composed(for basin: TestBasin = .new) throws -> ComposedKit {
    try compose(compiled(), brief: basin.brief(), stamp: .test)
  }

  /// What compiling and composing say; nothing when all is well.
  func problems(for basin: TestBasin = .new) throws -> [Diagnostic] {
    let brief = try basin.brief()
    do throws(Stopped) {
      _ = try compose(compiled(), brief: brief, stamp: .test)
      return []
    } catch {
      return error.diagnostics
    }
  }

  /// The problems as a person sees them.
  func rendered(_ language: Language, _ format: DiagnosticRenderer.Format = .human) throws -> String
  {
    let sources = files.values.map { ($0.id, $0.bytes) }
    let renderer = DiagnosticRenderer(
      format: format, language: language,
      sources: Dictionary(sources, uniquingKeysWith: { first, _ in first }))
    return renderer.text(of: try problems())
  }
}

extension BuildStamp {
  static let test = BuildStamp(day: CalendarDay(secondsSince1970: 1_420_070_400), version: "0.1")
}

/// The body of a document that holds `body`, as lines.
func lines(
  _ body: String, partials: [String: String] = [:], for basin: TestBasin = .new
) throws -> [String] {
  let texts = partials.merging(["t.xml": "<document>\(body)</document>"]) { first, _ in first }
  let kit = try TemplateFolder(texts).composed(for: basin)
  return try #require(kit.documents.first).lines
}

/// One paragraph as a line, without the sign for it.
func line(_ inlines: String, for basin: TestBasin = .new) throws -> String {
  let lines = try lines("<p>\(inlines)</p>", for: basin)
  return withoutSign(lines.joined(separator: "\n"))
}

/// The problems of a document that holds a marked `body`, each with its marks.
func problems(_ body: String, partials: [String: String] = [:]) throws -> [String] {
  let marked = MarkedText("<document>\(body)</document>")
  let folder = TemplateFolder(partials.merging(["t.xml": marked.text]) { first, _ in first })
  return marked.places(of: try folder.problems())
}

/// The two kinds of basin that a test may ask for.
struct TestBasin: Sendable {
  let id: String
  /// Replacements in the files of the knowledge base, by file name.
  var changes: [String: [(old: String, new: String)]] = [:]
  /// The files of the base's folder of pictures, by name.
  var pictures: [String: [UInt8]] = [:]

  /// A basin that begins, and whose name nobody has confirmed.
  static let new = TestBasin(id: "antony")
  /// A basin that has held an edition before.
  static let experienced = TestBasin(id: "massy")

  /// A basin of Essonne that no file knows, with what its element holds.
  static func made(_ attributes: String = "", _ content: String = "") -> TestBasin {
    let basin = """
      <basin id="essai" name="Essai" de="d'Essai" department="essonne" status="unconfirmed" \
      standing="proposed" \(attributes)>\(content)</basin></basins>
      """
    return TestBasin(id: "essai", changes: ["basins.xml": [("</basins>", basin)]])
  }

  func brief() throws -> Brief {
    if changes.isEmpty, let brief = try Self.known.get()[id] { return brief }
    return try Self.brief(id, try Self.base(changes, pictures))
  }

  private static let known = Result {
    let base = try Self.base([:])
    return try Dictionary(
      uniqueKeysWithValues: ["antony", "massy"].map { ($0, try brief($0, base)) })
  }

  private static func brief(_ id: String, _ base: KnowledgeBase) throws -> Brief {
    let basin = try #require(base.basins.first { $0.id.text == id })
    let edition = try #require(base.editions.first { $0.id == base.currentEdition })
    let plan = try makePlan(
      try Season(base, edition: edition), profile: profile(of: basin, in: edition, base))
    let memory = Memory(base, of: edition)
    return tailor(memory, for: basin, plan: plan, from: try #require(edition.firstKitDay))
  }

  static func base(
    _ changes: [String: [(old: String, new: String)]], _ pictures: [String: [UInt8]] = [:]
  ) throws -> KnowledgeBase {
    let folders = ["KnowledgeBase", "Calendars"]
    let files = try folders.flatMap { try read($0, ending: ".xml", changes) }
    let more = pictures.sorted { $0.key < $1.key }.map { name, bytes in
      SourceFile(id: SourceFile.ID("Assets/KnowledgeBase/pictures/\(name)"), bytes: bytes)
    }
    return try loadBase(files + more, read("Schemas", ending: ".rng", [:]))
  }

  private static func read(
    _ folder: String, ending: String, _ changes: [String: [(old: String, new: String)]]
  ) throws -> [SourceFile] {
    let url = root.appending(path: "Assets").appending(path: folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    return try names.filter { $0.hasSuffix(ending) }.map { name in
      var text = try String(contentsOf: url.appending(path: name), encoding: .utf8)
      for change in changes[name] ?? [] {
        try #require(text.contains(change.old), "\(name) has no `\(change.old)`")
        text = text.replacing(change.old, with: change.new)
      }
      return SourceFile(id: SourceFile.ID("Assets/\(folder)/\(name)"), bytes: Array(text.utf8))
    }
  }
}

private func loadBase(_ files: [SourceFile], _ schemas: [SourceFile]) throws -> KnowledgeBase {
  try load(files, schemas: schemas, folder: "Assets/KnowledgeBase").value
}

/// The folder of the package, whichever way the sources were reached.
let root = URL(filePath: #filePath).resolvingSymlinksInPath()
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
