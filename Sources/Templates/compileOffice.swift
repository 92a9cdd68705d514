import Diagnostics
import Markup
import OfficePackages

extension TemplateCompiler {
  /// The compiled form of a Writer document, nil with diagnostics when something in it is faulty.
  ///
  /// - Parameter outer: for a document of many pages, the scope of what all pages share.
  mutating func officeTemplate(
    _ package: OfficePackage, scope: Scope, sharing outer: Scope? = nil
  ) -> OfficeTemplate? {
    let before = diagnostics.count
    var office = OfficeCompiler(package.file, self, scope)
    var pages: OfficePages?
    var content: Program<OfficePiece>?
    if outer == nil {
      content = office.program(of: package.content, walking: ["office:body"])
    } else {
      pages = office.pages(of: package)
    }
    let stylesStart = office.compiler.diagnostics.count
    if let outer { office.scope = outer }
    let styles = office.program(of: package.styles, walking: ["office:master-styles"])
    self = office.compiler
    if outer != nil { tellWhatPagesShare(from: stylesStart) }
    let title = package.title.flatMap {
      $0.string.contains("{{") ? textTemplate($0, outer ?? scope) : nil
    }
    guard diagnostics.count == before else { return nil }
    return OfficeTemplate(
      content: content ?? OfficeEdits().program(of: package.content), pages: pages, styles: styles,
      title: title,
      common: OfficeCommonParts(package, styles: styles == nil ? bytes(of: package.styles) : nil),
      properties: package.properties, blankStyle: blankStyle(of: package.styles))
  }

  /// A header that names a column is no fault of a template, but of one document for all rows.
  private mutating func tellWhatPagesShare(from start: Int) {
    for index in diagnostics.indices.dropFirst(start)
    where diagnostics[index].id == "template.unknown-variable" {
      diagnostics[index].help.append(.sharedByPages)
    }
  }

  private func bytes(of part: OfficePart) -> [UInt8] {
    var out = MarkupWriter()
    part.write(to: &out)
    return out.finish()
  }

  /// The character style « Champ à compléter », if the document has it: under the name that
  /// LibreOffice gives it in files, or under its own.
  private func blankStyle(of styles: OfficePart) -> String? {
    let shown = "Champ à compléter"
    return styles.section("office:styles")?.elements.first { style in
      style.name == "style:style" && style["style:family"]?.value == "text"
        && (style["style:display-name"]?.value ?? style["style:name"]?.value) == shown
    }?["style:name"]?.value
  }
}
