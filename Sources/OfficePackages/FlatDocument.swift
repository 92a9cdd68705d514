internal import Archive
import Diagnostics
import FileTree
import Markup

/// A flat document (OpenDocument 1.3 part 3, 3.1.2, `office:document`), whose sections go into the
/// parts of a package.
struct FlatDocument {
  private let file: SourceFile
  private let root: XMLElement

  init(_ file: SourceFile) throws(Stopped) {
    self.file = file
    root = try parse(file)
    guard root.name == "office:document" else {
      throw Stopped([.notFlatDocument(root.span)])
    }
    let type = root["office:mimetype"]?.value ?? ""
    guard MediaType.texts.contains(type) else {
      throw Stopped([.notAText(type, at: root["office:mimetype"]?.span ?? root.span)])
    }
    try checkPrefixes(of: root)
    try refuseMacros(in: root)
  }

  func package() -> OfficePackage {
    let meta = root.elements.first { $0.name == "office:meta" }
    return OfficePackage(
      file: file.id, content: contentPart(), styles: stylesPart(), title: meta?.title,
      properties: meta?.customProperties ?? [], meta: nil, files: settings())
  }

  // MARK: Parts

  private func section(_ name: String) -> XMLElement? {
    root.elements.first { $0.name == name }
  }

  private func contentPart() -> OfficePart {
    let layouts = automaticStyles.filter { $0.name == "style:page-layout" }
    let sections = ["office:font-face-decls", "office:automatic-styles", "office:body"]
      .compactMap(section)
    return part("document-content", sections, leavingOut: layouts)
  }

  private func stylesPart() -> OfficePart {
    let used = stylesOfPages()
    let unused = automaticStyles.filter { style in
      style["style:name"].map { !used.contains($0.value) } ?? false
    }
    let sections = [
      "office:font-face-decls", "office:styles", "office:automatic-styles", "office:master-styles",
    ].compactMap(section)
    return part("document-styles", sections, leavingOut: unused)
  }

  private func part(
    _ name: StaticString, _ sections: [XMLElement], leavingOut omitted: [XMLElement]
  ) -> OfficePart {
    var passages: [Range<Int>] = []
    for section in sections {
      var start = section.extent.bytes.lowerBound
      for hole in omitted.map(\.extent.bytes)
      where section.extent.bytes.lowerBound < hole.lowerBound
        && hole.upperBound < section.extent.bytes.upperBound
      {
        passages.append(start..<hole.lowerBound)
        start = hole.upperBound
      }
      passages.append(start..<section.extent.bytes.upperBound)
    }
    return OfficePart(
      file: file, root: root, sections: sections, start: start(name), passages: passages,
      closing: closing(name))
  }

  private func start(_ name: StaticString) -> MarkupFragment {
    var out = MarkupWriter()
    out.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:")
    out.markup(name)
    for attribute in root.attributes where attribute.name != "office:mimetype" {
      out.attribute(attribute, attribute.value.string)
    }
    return out.finishFragment()
  }

  private func closing(_ name: StaticString) -> MarkupFragment {
    var out = MarkupWriter()
    out.markup("</office:")
    out.markup(name)
    out.markup(">\n")
    return out.finishFragment()
  }

  /// `settings.xml`, which nobody looks into.
  private func settings() -> [OfficePackage.File] {
    guard let settings = section("office:settings") else { return [] }
    let part = part("document-settings", [settings], leavingOut: [])
    var out = MarkupWriter()
    part.write(to: &out)
    var deflater = Deflater()
    return [
      OfficePackage.File(
        path: .literal("settings.xml"), mediaType: "text/xml", data: deflater.deflate(out.finish()))
    ]
  }

  // MARK: Styles of pages

  private var automaticStyles: [XMLElement] {
    section("office:automatic-styles")?.elements ?? []
  }

  /// The names of the automatic styles on which page styles, headers and footers stand.
  private func stylesOfPages() -> Set<String> {
    var used = section("office:master-styles").map(styleNames) ?? []
    var grown = 0
    while used.count > grown {
      grown = used.count
      for style in automaticStyles {
        guard let name = style["style:name"]?.value, used.contains(name) else { continue }
        used.formUnion(styleNames(in: style))
      }
    }
    return used
  }

  private func styleNames(in element: XMLElement) -> Set<String> {
    var names: Set<String> = []
    for attribute in element.attributes
    where attribute.name.hasSuffix("style-name") || attribute.name == "style:page-layout-name" {
      names.insert(attribute.value.string)
    }
    for child in element.elements { names.formUnion(styleNames(in: child)) }
    return names
  }
}
