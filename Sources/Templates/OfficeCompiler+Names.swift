import Diagnostics
import Markup
import OfficePackages

// What must stay true of the whole document whatever a loop or a partial does: names and ids stand
// once, a name of a style means one style, and a table has a row.

extension OfficeCompiler {
  /// What a loop repeats keeps no id and gets another name each time: both stand once in a document.
  mutating func makeNamesUnique(in sections: [XMLElement]) {
    let ranges = DisjointRanges(repeated)
    var lost: Set<String> = []
    forEach(in: sections) { compiler, element in
      guard ranges.contains(element.span.bytes.lowerBound) else {
        if let name = uniqueName(of: element) { compiler.sources.fixedNames.insert(name.key) }
        return
      }
      if let id = compiler.makeUnique(element) { lost.insert(id) }
    }
    forget(lost, in: sections)
  }

  /// A partial may stand in a document more than once, beside others with the same names.
  mutating func makeNamesUnique(in elements: [XMLElement], of partial: OfficePartial) {
    let styles = partial.styleNames
    var lost: Set<String> = []
    forEach(in: elements) { compiler, element in
      if let id = compiler.makeUnique(element) { lost.insert(id) }
      compiler.rename(element, of: partial, styles)
    }
    forget(lost, in: elements)
  }

  private mutating func forEach(
    in elements: [XMLElement], _ visit: (inout OfficeCompiler, XMLElement) -> Void
  ) {
    var rest = elements
    while let element = rest.popLast() {
      rest += element.elements
      visit(&self, element)
    }
  }

  /// - Returns: the id that the element loses.
  private mutating func makeUnique(_ element: XMLElement) -> String? {
    if let name = uniqueName(of: element) {
      insert(.piece(.ordinal(name.key)), at: name.end)
    }
    guard let id = element.attribute("xml:id") else { return nil }
    edits.remove(id)
    return id.value.string
  }

  /// Takes back what names an id that is gone: a list that goes on with another one, say.
  private mutating func forget(_ ids: Set<String>, in elements: [XMLElement]) {
    guard !ids.isEmpty else { return }
    forEach(in: elements) { compiler, element in
      if let list = element.attribute("text:continue-list"), ids.contains(list.value.string) {
        compiler.edits.remove(list)
      }
    }
  }

  /// Lets an element of a partial speak of the partial's styles and files by their new names.
  private mutating func rename(
    _ element: XMLElement, of partial: OfficePartial, _ styles: Set<String>
  ) {
    for attribute in element.attributes {
      if attribute.name.hasSuffix("style-name"), styles.contains(attribute.value.string) {
        insert(
          .piece(.markup(partial.mark)), at: attribute.value.span.bytes.upperBound)
      }
    }
    renameFolder(in: element, partial.renamedFolders)
  }

  /// Lets links into folders of a package name them as they are called now.
  mutating func renameFolders(in elements: [XMLElement], _ folders: [String: String]) {
    guard !folders.isEmpty else { return }
    forEach(in: elements) { $0.renameFolder(in: $1, folders) }
  }

  /// References into a package are relative to its root (ODF 1.3 part 2, 3.7).
  private mutating func renameFolder(in element: XMLElement, _ folders: [String: String]) {
    guard !folders.isEmpty, let link = element.attribute("xlink:href") else { return }
    let address = link.value.string
    let start = address.hasPrefix("./") ? 2 : 0
    let folder = String(address.dropFirst(start).prefix { $0 != "/" })
    guard let name = folders[folder] else { return }
    var out = MarkupWriter()
    out.attributeText(name)
    let place = link.value.span(ofUTF8: start..<start + folder.utf8.count).bytes
    insert(
      .piece(.markup(out.finishFragment())), at: place.lowerBound)
    edits.remove(place)
  }

  /// A table has at least one row (ODF 1.3 part 3, 9.1.2): one that keeps none goes as a whole.
  mutating func guardTables() {
    let gone = edits.removedRanges
    // An inner table ends before the one that holds it.
    for (_, table) in loosened.sorted(by: { $0.key > $1.key }) {
      let hasHeader = table.elements.contains { $0.name == "table:table-header-rows" }
      guard !hasHeader else { continue }
      edits.insert(.piece(.tableStart), at: table.extent.bytes.lowerBound, rank: Int.max)
      edits.insert(.piece(.tableEnd), at: table.extent.bytes.upperBound, rank: -1)
      for row in rows(of: table) where !gone.contains(row.extent.bytes) {
        edits.insert(.piece(.row), at: row.span.bytes.upperBound, rank: 0)
      }
    }
    loosened = [:]
  }

  private func rows(of element: XMLElement) -> [XMLElement] {
    element.elements.flatMap { child -> [XMLElement] in
      switch child.name {
      case "table:table-row": [child]
      case "table:table-rows", "table:table-row-group": rows(of: child)
      default: []
      }
    }
  }
}

/// The name of an element that no other of its kind may bear, and where it ends in the file.
private func uniqueName(of element: XMLElement) -> (key: String, end: Int)? {
  let kind =
    switch element.name {
    case "table:table": "table:name"
    case "text:section": "text:name"
    case let name where name.hasPrefix("draw:"): "draw:name"
    default: ""
    }
  guard let value = element.attribute(kind)?.value, !value.string.isEmpty else { return nil }
  return ("\(kind) \(value.string)", value.span.bytes.upperBound)
}
