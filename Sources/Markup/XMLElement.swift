package import Diagnostics

/// An element as it stands in its file.
///
/// Names keep their prefix as written (`style:style`), and declarations of namespaces stay among
/// the attributes (`xmlns:style`), so that a tree can be written out again. libxml2 has made sure
/// that each prefix is declared.
///
/// Two elements are equal when they say the same in the same place: spans count.
package struct XMLElement: Hashable, Sendable {
  package let name: String
  /// In the order of the file.
  package let attributes: [XMLAttribute]
  /// In the order of the file, without comments and processing instructions. Neighbouring runs of
  /// text are one, CDATA sections included. White space between elements is kept.
  package let children: [XMLNode]
  /// The start tag, from its `<` to its `>`, both included.
  package let span: SourceSpan
  /// Where the element ends: behind the `>` of its end tag, or of its only tag.
  package let end: Int
}

package struct XMLAttribute: Hashable, Sendable {
  package let name: String
  /// What stands between the quotes; for an empty value the span is that of the two quotes.
  package let value: XMLText
  /// Where its name begins.
  let nameStart: Int

  package var nameSpan: SourceSpan {
    SourceSpan(file: value.span.file, bytes: nameStart..<nameStart + name.utf8.count)
  }
}

package enum XMLNode: Hashable, Sendable {
  case element(XMLElement)
  case text(XMLText)
}

extension XMLElement {
  /// The value of an attribute, with its place.
  package subscript(name: String) -> Located<String>? {
    attribute(name).map { Located($0.value.string, at: $0.value.span) }
  }

  package func attribute(_ name: String) -> XMLAttribute? {
    attributes.first { $0.name == name }
  }

  /// The element's name inside its start tag.
  package var nameSpan: SourceSpan {
    let start = span.bytes.lowerBound + 1
    return SourceSpan(file: span.file, bytes: start..<start + name.utf8.count)
  }

  /// All of the element, from its start tag to its end tag.
  package var extent: SourceSpan {
    SourceSpan(file: span.file, bytes: span.bytes.lowerBound..<end)
  }

  /// The first element of this name directly below.
  package func child(_ name: String) -> XMLElement? {
    for case .element(let element) in children where element.name == name { return element }
    return nil
  }

  /// The elements directly below.
  package var elements: [XMLElement] {
    children.compactMap { node in
      switch node {
      case .element(let element): element
      case .text: nil
      }
    }
  }

  /// All text below, in the order of the file.
  package var text: String {
    var result = ""
    var rest: [ArraySlice<XMLNode>] = [children[...]]
    while var nodes = rest.popLast() {
      guard let node = nodes.popFirst() else { continue }
      rest.append(nodes)
      switch node {
      case .element(let element): rest.append(element.children[...])
      case .text(let text): result += text.string
      }
    }
    return result
  }
}
