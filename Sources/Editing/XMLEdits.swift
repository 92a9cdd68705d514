import Diagnostics
import Markup
import Sheets

/// Edits of a file's bytes, each with the cell that asks for it.
///
/// All places are those of the original; the edits may come in any order and none may overlap.
struct XMLEdits {
  private struct Edit {
    let range: Range<Int>
    let bytes: [UInt8]
    let cell: SheetCell?
    /// Runs of `bytes` that have cells of their own.
    let inner: [Origin]
  }

  /// A run of bytes of the edited file, and the cell it came from.
  struct Origin {
    let range: Range<Int>
    let cell: SheetCell
  }

  private var edits: [Edit] = []

  var isEmpty: Bool { edits.isEmpty }

  mutating func replace(
    _ range: Range<Int>, with bytes: [UInt8], for cell: SheetCell?, inner: [Origin] = []
  ) {
    edits.append(Edit(range: range, bytes: bytes, cell: cell, inner: inner))
  }

  /// The edited bytes, and where each edit ended up. Insertions at one place keep their order.
  ///
  /// - Parameter earlier: what edits before these brought into the bytes; it moves along.
  func apply(
    to bytes: [UInt8], after earlier: [Origin] = []
  ) -> (bytes: [UInt8], origins: [Origin]) {
    let ordered = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
    var result: [UInt8] = []
    var origins = earlier.map { moved($0, by: ordered) }
    var at = 0
    for edit in ordered {
      precondition(at <= edit.range.lowerBound, "two edits overlap")
      result.append(contentsOf: bytes[at..<edit.range.lowerBound])
      let start = result.count
      result.append(contentsOf: edit.bytes)
      at = edit.range.upperBound
      if let cell = edit.cell { origins.append(Origin(range: start..<result.count, cell: cell)) }
      origins += edit.inner.map { origin in
        let moved = start + origin.range.lowerBound..<start + origin.range.upperBound
        return Origin(range: moved, cell: origin.cell)
      }
    }
    result.append(contentsOf: bytes[at...])
    return (result, origins)
  }

  private func moved(_ origin: Origin, by ordered: [Edit]) -> Origin {
    func place(_ old: Int) -> Int {
      var shift = 0
      for edit in ordered where min(edit.range.lowerBound + 1, edit.range.upperBound) <= old {
        if edit.range.upperBound > old { return edit.range.lowerBound + shift }
        shift += edit.bytes.count - edit.range.count
      }
      return old + shift
    }
    let range = place(origin.range.lowerBound)..<place(origin.range.upperBound)
    return Origin(range: range, cell: origin.cell)
  }
}

/// ` name="value"` as a writer escapes it. The name is one of ours.
func attributeText(_ name: String, _ value: String) -> [UInt8] {
  Array(name.utf8) + Array("=\"".utf8) + escaped(value, isValue: true) + [UInt8(ascii: "\"")]
}

func escaped(_ text: String, isValue: Bool) -> [UInt8] {
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
    case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
    case UInt8(ascii: "\"") where isValue: bytes += Array("&quot;".utf8)
    default: bytes.append(byte)
    }
  }
  return bytes
}
