/// The elements of a tree in the order of the file, each with its place in the tree. Made only
/// when something is wrong.
struct IndexedTree {
  private(set) var elements: [XMLElement] = []
  /// The number of each element's parent; the root's is -1.
  private(set) var parents: [Int] = []

  init(_ root: XMLElement) {
    var rest = [(root, -1)]
    while let (element, parent) = rest.popLast() {
      let number = elements.count
      elements.append(element)
      parents.append(parent)
      for child in element.elements.reversed() { rest.append((child, number)) }
    }
  }

  func parent(of number: Int) -> XMLElement? {
    parents[number] < 0 ? nil : elements[parents[number]]
  }

  /// The element itself, its parent, and so on to the root.
  func lineage(of number: Int) -> [Int] {
    var line: [Int] = []
    var next = number
    while next >= 0 {
      line.append(next)
      next = parents[next]
    }
    return line
  }
}

/// An element's name without its prefix.
func localName(_ element: XMLElement) -> String {
  element.name.utf8.lastIndex(of: UInt8(ascii: ":")).map {
    String(element.name[element.name.utf8.index(after: $0)...])
  } ?? element.name
}
