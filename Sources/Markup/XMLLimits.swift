/// How large an XML file may be. What goes beyond is a diagnostic, never a trap.
package struct XMLLimits: Hashable, Sendable {
  /// The size of the file in bytes.
  package var bytes: Int
  /// Elements inside one another, the outermost counted. Above 250 libxml2 refuses by itself.
  package var depth: Int
  /// Elements, runs of text and attributes, all together.
  package var nodes: Int
  /// Attributes of one element.
  package var attributesPerElement: Int
  /// Whether the tree has the white space that parts elements. In data it is a third of all nodes,
  /// and says nothing.
  package var keepsBlanks: Bool

  package init(
    bytes: Int = 16 << 20, depth: Int = 200, nodes: Int = 2_000_000,
    attributesPerElement: Int = 200, keepsBlanks: Bool = true
  ) {
    self.bytes = min(bytes, 1 << 30)
    self.depth = depth
    self.nodes = nodes
    self.attributesPerElement = attributesPerElement
    self.keepsBlanks = keepsBlanks
  }

  /// For data that grow from year to year: 256 MB and 24 million nodes, as deep as any other.
  package static let data = XMLLimits(
    bytes: 256 << 20, nodes: 24_000_000, keepsBlanks: false)

  /// 16 MB, 200 levels, two million nodes, 200 attributes an element.
  package static let standard = XMLLimits()
}
