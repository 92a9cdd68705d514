import Diagnostics
import Markup
import OfficePackages

// The two parts of the merged document that people write.

extension MergedWriter {
  mutating func writeContent(_ text: MarkupFragment, _ body: XMLElement) {
    let styles = importedStyles()
    let fonts = importedFonts()
    out.append(new.content.opening())
    writeSection("office:font-face-decls", of: new.content, adding: fonts)
    writeSection("office:automatic-styles", of: new.content, adding: styles)
    out.markup("<office:body><office:text")
    declareMissing(new.content)
    for attribute in body.attributes where !attribute.name.hasPrefix("xmlns:") {
      out.attribute(attribute, attribute.value.string)
    }
    out.markup(">")
    let own = body.elements.filter { PassageReader.declarations.contains($0.name) }
    for declaration in own where declaration.name != "text:soft-page-break" {
      out.append(MarkupFragment(declaration.extent.bytes, of: new.content.file))
    }
    if usesDeclarations { writeTheirDeclarations(besides: Set(own.map(\.name))) }
    out.append(text)
    out.markup("</office:text></office:body>")
    out.append(new.content.closing)
  }

  private mutating func writeTheirDeclarations(besides own: Set<String>) {
    let body = theirs.content.section("office:body")?.elements.first { $0.name == "office:text" }
    for name in ["text:variable-decls", "text:sequence-decls", "text:user-field-decls"]
    where !own.contains(name) {
      for declaration in body?.elements ?? [] where declaration.name == name {
        write(declaration, .theirs, Change())
      }
    }
  }

  /// A section of the new part, which need not be there, with more behind what it holds.
  private mutating func writeSection(
    _ name: StaticString, of part: OfficePart, adding more: MarkupFragment
  ) {
    let section = part.section("\(name)")
    guard section != nil || more.count > 0 else { return }
    out.markup("<")
    out.markup(name)
    declareMissing(part)
    out.markup(">")
    for child in section?.elements ?? [] {
      out.append(MarkupFragment(child.extent.bytes, of: part.file))
    }
    out.append(more)
    out.markup("</")
    out.markup(name)
    out.markup(">")
  }

  private mutating func declareMissing(_ part: OfficePart) {
    let there = Set(part.declarations.map(\.name))
    for (prefix, declaration) in Self.prefixes where !there.contains("xmlns:\(prefix)") {
      out.markup(declaration)
    }
  }

  /// Styles that are brought may bring others with them.
  private mutating func importedStyles() -> MarkupFragment {
    writeLabelStyles()
    var index = 0
    while index < imports.automatic.count {
      let (name, fresh) = imports.automatic[index]
      if let style = theirStyles.automatic[name] { write(style: style, as: fresh) }
      index += 1
    }
    return takeFragment()
  }

  private mutating func write(style: XMLElement, as name: String?) {
    out.beginTag(of: style)
    for attribute in style.attributes {
      if attribute.name == "style:name", let name {
        out.attribute(attribute, name)
      } else if let value = imported(attribute, of: style) {
        out.attribute(attribute, value)
      }
    }
    out.markup(">")
    for child in style.elements { write(child, .theirs, Change()) }
    out.endTag(of: style)
  }

  private mutating func importedFonts() -> MarkupFragment {
    let own = new.content.section("office:font-face-decls")?.elements ?? []
    let there = Set(own.compactMap { $0["style:name"]?.value })
    let fonts = theirs.content.section("office:font-face-decls")?.elements ?? []
    for font in fonts {
      guard let name = font["style:name"]?.value, imports.fonts.contains(name),
        !there.contains(name)
      else { continue }
      write(style: font, as: nil)
    }
    return takeFragment()
  }

  // MARK: Styles and pages

  /// `styles.xml`: that of the version whose look is kept, with the styles that passages of the
  /// other one stand in.
  mutating func writeStyles() {
    guard keepsTheirLook else {
      let more = broughtStyles()
      return writeSections(of: new.styles, adding: more) { writer, section in
        writer.out.append(MarkupFragment(section.extent.bytes, of: writer.new.styles.file))
      }
    }
    for style in new.styles.section("office:styles")?.elements ?? [] {
      guard let name = StyleName(of: style), theirStyles.common[name] == nil else { continue }
      out.append(MarkupFragment(style.extent.bytes, of: new.styles.file))
    }
    let more = takeFragment()
    writeSections(of: theirs.styles, adding: more) { writer, section in
      writer.write(section, .theirs, Change())
    }
  }

  private mutating func broughtStyles() -> MarkupFragment {
    var index = 0
    while index < imports.common.count {
      if let style = theirStyles.common[imports.common[index]] { write(style: style, as: nil) }
      index += 1
    }
    return takeFragment()
  }

  private mutating func writeSections(
    of part: OfficePart, adding more: MarkupFragment,
    _ writeAsItIs: (inout MergedWriter, XMLElement) -> Void
  ) {
    out.append(part.opening())
    for section in part.sections where section.name != "office:scripts" {
      guard section.name == "office:styles", more.count > 0 else {
        writeAsItIs(&self, section)
        continue
      }
      out.markup("<office:styles")
      declareMissing(part)
      out.markup(">")
      for child in section.elements { writeAsItIs(&self, child) }
      out.append(more)
      out.markup("</office:styles>")
    }
    out.append(part.closing)
  }
}
