import Diagnostics
import FileTree
import Markup
import OfficePackages
import OfficeReading

/// Where the pictures of pages stand in a kit.
private let pictureFolder = "apparence/images"

/// Whether a path from the root of a tree is that of a picture which a page brought: its name is the
/// sum of its bytes.
package func isPictureOfPage(_ path: String) -> Bool {
  guard path.hasPrefix(pictureFolder + "/") else { return false }
  let parts = path.dropFirst(pictureFolder.count + 1).split(separator: ".")
  return parts.count == 2 && parts[0].count == 16 && parts[0].allSatisfy(\.isHexDigit)
}

extension TemplateCompiler {
  /// The compiled form of a Writer document, nil with diagnostics when something in it is faulty.
  ///
  /// - Parameters:
  ///   - letterhead: the document whose pages and styles it takes; nil for its own.
  ///   - shared: for a document of many pages, the scope of what all of them share.
  mutating func officeTemplate(
    at path: Located<String>, on letterhead: Located<String>?, from library: inout OfficeLibrary,
    scope: Scope, sharing shared: Scope? = nil
  ) -> OfficeTemplate? {
    let before = diagnostics.count
    let package = library.package(at: path, &diagnostics)
    let pages = letterhead.flatMap { library.package(at: $0, &diagnostics) }
    guard let package, letterhead == nil || pages != nil else { return nil }
    var sources = OfficeSources(self, library, package, on: pages, at: path)
    let folders = sources.carry(pages, at: letterhead)
    var composition = OfficeComposition(
      sources: sources, package: package, letterhead: pages, renamedFolders: folders, scope: scope,
      shared: shared)
    let template = composition.template()
    library = composition.sources.library
    self = composition.sources.compiler
    return diagnostics.count == before ? template : nil
  }
}

/// Puts a Writer template together: the body of one document, the pages of another, partials.
private struct OfficeComposition {
  var sources: OfficeSources
  let package: OfficePackage
  let letterhead: OfficePackage?
  /// Folders of the letterhead's package that bear other names in the document.
  let renamedFolders: [String: String]
  let scope: Scope
  let shared: Scope?
  /// How the body begins a page, where there are many.
  var paging = OfficePaging()

  private var pages: OfficePackage { letterhead ?? package }

  mutating func template() -> OfficeTemplate? {
    for file in [package.file, pages.file] { sources.lines.begin(file) }
    let content = changedContent()
    let styles = changedStyles()
    let title = package.title.flatMap { title in
      title.string.contains("{{") ? sources.compiler.textTemplate(title, shared ?? scope) : nil
    }
    guard !sources.compiler.diagnostics.hasErrors else { return nil }
    let contentProgram = content.program(isTypeset: sources.hasMarks)
    let stylesProgram = styles.program(isTypeset: sources.hasMarks)
    let common = stylesProgram.constantBytes
    guard let reader = reader(styles: common) else { return nil }
    return OfficeTemplate(
      content: contentProgram,
      pages: shared.flatMap { _ in OfficePages(in: contentProgram, paging) },
      styles: common == nil ? stylesProgram : nil, title: title,
      common: OfficeCommonParts(files: sources.files.all, styles: common),
      properties: properties, blankStyle: blankStyle,
      raisedStyle: sources.richStyles.raised, fixedNames: sources.fixedNames,
      pictureFolder: sources.files.freeName("Logos"), reader: reader)
  }

  /// What reads the documents back, for their pages.
  private mutating func reader(styles: [UInt8]?) -> OfficeReader? {
    do throws(Stopped) {
      return try OfficeReader(
        of: package.file, styles: styles, files: sources.files.all, pictureFolder: pictureFolder)
    } catch {
      sources.compiler.diagnostics += error.diagnostics
      return nil
    }
  }

  private mutating func changedContent() -> ChangedPart {
    let part = package.content
    var compiler = OfficeCompiler(part, of: package, sources, scope)
    if shared == nil {
      compiler.compile("office:body")
    } else {
      paging = compiler.compilePages(of: part, styles: [part, package.styles, pages.styles])
    }
    return finish(&compiler, part, bringingFrom: compiler.sources.met.map(\.package.content))
  }

  private mutating func changedStyles() -> ChangedPart {
    let part = pages.styles
    var compiler = OfficeCompiler(part, of: pages, sources, shared ?? scope)
    let start = compiler.sources.compiler.diagnostics.count
    compiler.compile("office:master-styles", renaming: renamedFolders)
    if shared != nil { compiler.tellWhatPagesShare(from: start) }
    // A letterhead's styles come before those of the document that it dresses.
    let others = (letterhead == nil ? [] : [package]) + compiler.sources.partials.map(\.package)
    let styles = others.map(\.styles)
    compiler.bring("office:styles", of: styles, into: part)
    let contents = compiler.sources.met.map(\.package.content)
    return finish(&compiler, part, bringingFrom: styles + contents)
  }

  /// Brings fonts and automatic styles into a part, and the namespaces that they want.
  private mutating func finish(
    _ compiler: inout OfficeCompiler, _ part: OfficePart, bringingFrom others: [OfficePart]
  ) -> ChangedPart {
    let isContent = part.section("office:body") != nil
    compiler.bringAutomaticStyles(
      of: compiler.sources.met, and: isContent ? paging.style : nil, into: part)
    compiler.bringOwnStyles(into: part)
    compiler.bring("office:font-face-decls", of: others, into: part)
    sources = compiler.sources
    var declarations = part.declarations
    for declaration in others.flatMap(\.declarations) {
      guard let known = declarations.first(where: { $0.name == declaration.name }) else {
        declarations.append(declaration)
        continue
      }
      if known.value.string != declaration.value.string {
        sources.report(.clashingPrefix(declaration))
      }
    }
    return ChangedPart(
      part: part, edits: compiler.edits,
      declarations: Array(declarations.dropFirst(part.declarations.count)))
  }

  // MARK: What is common to all documents

  private var properties: [XMLElement] {
    let more = letterhead?.properties.filter { property in
      !package.properties.contains { $0["meta:name"]?.value == property["meta:name"]?.value }
    }
    return package.properties + (more ?? [])
  }

  /// The character style « Champ à compléter », if one of the documents has it: under the name that
  /// LibreOffice gives it in files, or under its own.
  private var blankStyle: String? {
    let shown = "Champ à compléter"
    let all = [pages, package] + sources.partials.map(\.package)
    let styles = all.flatMap { $0.styles.section("office:styles")?.elements ?? [] }
    let found = styles.first { style in
      let name = style["style:display-name"] ?? style["style:name"]
      return style.name == "style:style" && style["style:family"]?.value == "text"
        && name?.value == shown
    }
    return found?["style:name"]?.value
  }
}

/// A part with all that changes in it.
private struct ChangedPart {
  let part: OfficePart
  let edits: OfficeEdits
  /// The namespaces that its root did not declare.
  let declarations: [XMLAttribute]

  func program(isTypeset: Bool) -> Program<OfficePiece> {
    edits.program(of: part, declaring: declarations, isTypeset: isTypeset)
  }
}
