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

  package init(
    bytes: Int = 16 << 20, depth: Int = 200, nodes: Int = 2_000_000,
    attributesPerElement: Int = 200
  ) {
    self.bytes = min(bytes, 1 << 30)
    self.depth = depth
    self.nodes = nodes
    self.attributesPerElement = attributesPerElement
  }

  /// For data that grow from year to year: 256 MB and 24 million nodes, as deep as any other.
  package static let data = XMLLimits(bytes: 256 << 20, nodes: 24_000_000)

  /// 16 MB, 200 levels, two million nodes, 200 attributes an element.
  package static let standard = XMLLimits()
}
