import Diagnostics
import FileTree
import Markup
import OfficePackages

extension TemplateCompiler {
  /// The compiled form of a Writer document, nil with diagnostics when something in it is faulty.
  ///
  /// - Parameter letterhead: the document whose pages and styles it takes; nil for its own.
  mutating func officeTemplate(
    at path: Located<String>, on letterhead: Located<String>?, from library: inout OfficeLibrary,
    scope: Scope
  ) -> OfficeTemplate? {
    let before = diagnostics.count
    let package = library.package(at: path, &diagnostics)
    let pages = letterhead.flatMap { library.package(at: $0, &diagnostics) }
    guard let package, letterhead == nil || pages != nil else { return nil }
    var sources = OfficeSources(self, library, package, at: path)
    let folders = sources.carry(pages, at: letterhead)
    var composition = OfficeComposition(
      sources: sources, package: package, letterhead: pages, renamedFolders: folders, scope: scope)
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

  private var pages: OfficePackage { letterhead ?? package }

  mutating func template() -> OfficeTemplate? {
    for file in [package.file, pages.file] { sources.lines.begin(file) }
    let content = content()
    let styles = styles()
    let title = package.title.flatMap { title in
      title.string.contains("{{") ? sources.compiler.textTemplate(title, scope) : nil
    }
    guard let content, let styles else { return nil }
    let common = styles.constantBytes
    return OfficeTemplate(
      content: content, styles: common == nil ? styles : nil, title: title,
      common: OfficeCommonParts(files: sources.files.all, styles: common),
      properties: properties, blankStyle: blankStyle, fixedNames: sources.fixedNames,
      tellsOfBlanks: sources.tellsOfBlanks)
  }

  private mutating func content() -> Program<OfficePiece>? {
    var compiler = OfficeCompiler(package.file, sources, scope)
    compiler.compile(package.content, "office:body")
    let part = package.content
    return program(&compiler, of: part, with: compiler.sources.met.map(\.package.content))
  }

  private mutating func styles() -> Program<OfficePiece>? {
    let part = pages.styles
    var compiler = OfficeCompiler(pages.file, sources, scope)
    compiler.compile(part, "office:master-styles", renaming: renamedFolders)
    // A letterhead's styles come before those of the document that it dresses.
    let others = (letterhead == nil ? [] : [package]) + compiler.sources.partials.map(\.package)
    let styles = others.map(\.styles)
    compiler.bring("office:styles", of: styles, into: part)
    let contents = compiler.sources.met.map(\.package.content)
    return program(&compiler, of: part, with: styles + contents)
  }

  /// - Parameter others: the parts from which something comes in.
  private mutating func program(
    _ compiler: inout OfficeCompiler, of part: OfficePart, with others: [OfficePart]
  ) -> Program<OfficePiece>? {
    compiler.bringAutomaticStyles(of: compiler.sources.met, into: part)
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
    guard !sources.compiler.diagnostics.hasErrors else { return nil }
    let more = Array(declarations.dropFirst(part.declarations.count))
    return compiler.edits.program(of: part, declaring: more)
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
