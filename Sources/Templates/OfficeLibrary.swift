import Diagnostics
import FileTree
import Markup
import OfficePackages

/// The Writer documents of the templates' folder, each read when it is first asked for.
struct OfficeLibrary {
  private let files: [String: SourceFile]
  /// What was read; nil where that failed, which has been told.
  private var packages: [String: OfficePackage?] = [:]

  /// The paths of what was read.
  var opened: Set<String> { Set(packages.keys) }

  init(_ files: [String: SourceFile]) {
    self.files = files.filter { path, _ in
      OfficePackage.endings.contains(where: path.hasSuffix)
    }
  }

  /// Tells of a path at which no document stands, even if none is ever asked for there.
  func check(_ path: Located<String>, _ diagnostics: inout [Diagnostic]) {
    guard files[path.value] == nil else { return }
    diagnostics.append(.unknownTemplate(path, among: files.keys.sorted()))
  }

  /// The document at a path from the templates' folder; nil where one stands that cannot be read,
  /// which is told once.
  mutating func package(
    at path: Located<String>, _ diagnostics: inout [Diagnostic]
  ) -> OfficePackage? {
    if let known = packages[path.value] { return known }
    guard let file = files[path.value] else {
      diagnostics.append(.unknownTemplate(path, among: files.keys.sorted()))
      return nil
    }
    do throws(Stopped) {
      packages[path.value] = try OfficePackage(file)
    } catch {
      diagnostics += error.diagnostics
      packages[path.value] = .some(nil)
    }
    return packages[path.value] ?? nil
  }
}

/// The documents that one template is put together from, and what they share while they are
/// compiled: the template itself, its letterhead, its partials.
struct OfficeSources {
  var compiler: TemplateCompiler
  var library: OfficeLibrary
  var lines = OfficeLines()
  /// The partials of all parts, in the order in which they were met.
  private(set) var partials: [OfficePartial] = []
  /// Those of the part that is being compiled.
  private(set) var met: [OfficePartial] = []
  /// What is carried along, of all of them.
  var files: OfficeFiles
  /// The names of tables, sections and frames that stand once whatever a loop does.
  var fixedNames: Set<String> = []
  let richStyles: OfficeRichStyles
  /// Whether there is a field or a directive anywhere: else the document is no template.
  var hasMarks = false
  /// Whether the bytes tell as much before all of them are read.
  let holdsBraces: Bool
  /// The documents that are open, the template first, with the place that asks for each.
  private var chain: [(path: String, span: SourceSpan)]
  private var inclusions = 0
  private var rank = 0
  private let firstNumber: Int

  init(
    _ compiler: TemplateCompiler, _ library: OfficeLibrary, _ package: OfficePackage,
    on letterhead: OfficePackage?, at path: Located<String>
  ) {
    richStyles = OfficeRichStyles(of: [letterhead ?? package, package])
    let parts = [package, letterhead ?? package].flatMap { [$0.content.file, $0.styles.file] }
    let brace = UInt8(ascii: "{")
    holdsBraces = parts.contains { part in
      zip(part.bytes, part.bytes.dropFirst()).contains { $0 == brace && $1 == brace }
    }
    self.compiler = compiler
    self.library = library
    files = OfficeFiles(package.files)
    chain = [(path.value, path.span)]
    firstNumber = OfficePartial.firstNumber(beside: package)
  }

  /// Carries along the pictures of a letterhead.
  ///
  /// - Returns: new names for those of its folders that would clash.
  mutating func carry(_ letterhead: OfficePackage?, at path: Located<String>?) -> [String: String] {
    guard let letterhead, let path else { return [:] }
    do throws(PathError) {
      return try files.add(letterhead)
    } catch {
      report(.unsafeName(path.value, error.message, at: path.span))
      return [:]
    }
  }

  /// Begins another part, in which no partial was met yet.
  mutating func beginPart() { met = [] }

  /// Numbers what is written in the order in which a reader of the documents meets it.
  mutating func nextRank() -> Int {
    rank += 1
    return rank
  }

  mutating func report(_ diagnostic: Diagnostic) {
    compiler.diagnostics.append(lines.placing(diagnostic))
  }

  /// Opens a partial; it stays open until `close()`.
  mutating func open(_ path: Located<String>) -> OfficePartial? {
    guard !chain.contains(where: { $0.path == path.value }) else {
      report(.includeCycle(path, through: chain))
      return nil
    }
    guard chain.count < TemplateCompiler.includeLimit else {
      report(.includesTooDeep(path, limit: TemplateCompiler.includeLimit))
      return nil
    }
    inclusions += 1
    guard inclusions <= TemplateCompiler.inclusionLimit else {
      if inclusions == TemplateCompiler.inclusionLimit + 1 {
        report(.tooManyInclusions(path, limit: TemplateCompiler.inclusionLimit))
      }
      return nil
    }
    var problems: [Diagnostic] = []
    let package = library.package(at: path, &problems)
    for problem in problems { report(problem) }
    guard let package else { return nil }
    guard let partial = partial(path, package) else { return nil }
    chain.append((path.value, path.span))
    return partial
  }

  mutating func close() { chain.removeLast() }

  private mutating func partial(
    _ path: Located<String>, _ package: OfficePackage
  ) -> OfficePartial? {
    if let known = met.first(where: { $0.path == path.value }) { return known }
    if let known = partials.first(where: { $0.path == path.value }) {
      met.append(known)
      return known
    }
    do throws(PathError) {
      let partial = OfficePartial(
        path: path.value, package: package, number: firstNumber + partials.count,
        renamedFolders: try files.add(package))
      partials.append(partial)
      met.append(partial)
      return partial
    } catch {
      report(.unsafeName(path.value, error.message, at: path.span))
      return nil
    }
  }
}

/// A document whose body stands in another one.
struct OfficePartial {
  let path: String
  let package: OfficePackage
  /// Tells its automatic styles from those of other documents, which have the same names.
  let number: Int
  /// Folders of its package that bear other names in the document that is made.
  let renamedFolders: [String: String]
}
