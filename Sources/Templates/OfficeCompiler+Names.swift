import Diagnostics
import Markup
import OfficePackages

// What must stay true of the whole document whatever a loop does: names and ids stand once, and a
// table has a row.

extension OfficeCompiler {
  /// What a loop repeats keeps no id and gets another name each time: both stand once in a document.
  mutating func makeNamesUnique(in part: OfficePart, _ sections: [String]) {
    guard !repeated.isEmpty else { return }
    let ranges = disjoint(repeated)
    var rest = sections.compactMap { part.section($0) }
    while let element = rest.popLast() {
      rest += element.elements
      let at = element.span.bytes.lowerBound
      guard holds(ranges, at) else { continue }
      if let id = element.attribute("xml:id") {
        edits.remove(id.nameSpan.bytes.lowerBound..<id.value.span.bytes.upperBound + 1)
      }
      let names = ["table:table": "table:name", "text:section": "text:name"]
      let name = element.name.hasPrefix("draw:") ? "draw:name" : names[element.name]
      if let value = name.flatMap({ element.attribute($0)?.value }), !value.string.isEmpty {
        edits.insert(
          .piece(.ordinal(at)), at: value.span.bytes.upperBound, rank: nextRank())
      }
    }
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

/// Ranges that overlap put together, in order.
private func disjoint(_ ranges: [Range<Int>]) -> [Range<Int>] {
  ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, range in
    if let last = merged.last, range.lowerBound <= last.upperBound {
      merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
    } else {
      merged.append(range)
    }
  }
}

private func holds(_ ranges: [Range<Int>], _ place: Int) -> Bool {
  var low = 0
  var high = ranges.count
  while low < high {
    let middle = (low + high) / 2
    if ranges[middle].upperBound <= place { low = middle + 1 } else { high = middle }
  }
  return low < ranges.count && ranges[low].contains(place)
}
