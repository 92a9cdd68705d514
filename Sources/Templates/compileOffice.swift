import Diagnostics
import Markup
import OfficePackages

extension TemplateCompiler {
  /// The compiled form of a Writer document, nil with diagnostics when something in it is faulty.
  mutating func officeTemplate(_ package: OfficePackage, scope: Scope) -> OfficeTemplate? {
    let before = diagnostics.count
    var office = OfficeCompiler(package.file, self, scope)
    let content = office.program(of: package.content, walking: ["office:body"])
    let styles = office.program(of: package.styles, walking: ["office:master-styles"])
    self = office.compiler
    let title = package.title.flatMap { $0.string.contains("{{") ? textTemplate($0, scope) : nil }
    guard diagnostics.count == before else { return nil }
    return OfficeTemplate(
      content: content ?? OfficeEdits().program(of: package.content), styles: styles, title: title,
      common: OfficeCommonParts(package, styles: styles == nil ? bytes(of: package.styles) : nil),
      properties: package.properties, blankStyle: blankStyle(of: package.styles))
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
