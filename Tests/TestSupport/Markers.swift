package import Diagnostics

/// A text with numbered marks in it (`<edition basin="①evyr②"/>`), and the places where they stood.
///
/// A test writes its input with marks, reads `file`, and says of what came out between which marks
/// it must stand. The mark of a number may stand only once.
package struct MarkedText: Sendable {
  /// The text without its marks.
  package let text: String
  /// The mark that stood before each byte; two marks at one place share a line here.
  private let marks: [(offset: Int, number: Int)]

  package init(_ marked: String) {
    var text = ""
    var marks: [(Int, Int)] = []
    for scalar in marked.unicodeScalars {
      if let number = Self.number(of: scalar) {
        marks.append((text.utf8.count, number))
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    self.text = text
    self.marks = marks
  }

  /// ① is 1 and ⑳ is 20.
  private static func number(of scalar: Unicode.Scalar) -> Int? {
    (0x2460...0x2473).contains(scalar.value) ? Int(scalar.value) - 0x245F : nil
  }

  /// The text as a file called `path`.
  package func file(_ path: String = "test.xml") -> SourceFile {
    SourceFile(id: SourceFile.ID(path), bytes: Array(text.utf8))
  }

  /// The bytes between two marks; nil if one of them is not there.
  package func range(_ first: Int, _ second: Int) -> Range<Int>? {
    guard let start = offset(first), let end = offset(second), start <= end else { return nil }
    return start..<end
  }

  private func offset(_ number: Int) -> Int? { marks.first { $0.number == number }?.offset }

  /// A place as a test writes it: `①②`, with the marks that stand at its two ends. An end without
  /// a mark is told by its offset, and the empty place of a whole file is `file`.
  package func place(_ span: SourceSpan?) -> String {
    guard let span else { return "nowhere" }
    if span.bytes == 0..<0 { return "file" }
    // The start is the last of several marks at one place, the end the first.
    return name(span.bytes.lowerBound, marks.last { $0.offset == span.bytes.lowerBound }?.number)
      + name(span.bytes.upperBound, marks.first { $0.offset == span.bytes.upperBound }?.number)
  }

  private func name(_ offset: Int, _ number: Int?) -> String {
    guard let number, let scalar = Unicode.Scalar(UInt32(0x245F + number)) else {
      return "(\(offset))"
    }
    return String(Character(scalar))
  }

  /// All diagnostics, in order, each as `room.problem ①②` and the places of its notes behind. To
  /// be compared with what was expected, so that one too many fails like one that is missing.
  package func places(of diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { diagnostic in
      let notes = diagnostic.notes.map { " (" + place($0.span) + ")" }
      return "\(diagnostic.id.text) \(place(diagnostic.span))\(notes.joined())"
    }
  }
}
