/// A file that a person wrote and a diagnostic may point into.
package struct SourceFile: Sendable {
  /// The path as the person knows it, relative to where the command was started when it can be.
  package struct ID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let path: String

    package init(_ path: String) { self.path = path }

    package var description: String { path }

    package static func < (first: ID, second: ID) -> Bool {
      first.path.utf8.lexicographicallyPrecedes(second.path.utf8)
    }
  }

  package let id: ID
  package let bytes: [UInt8]

  package init(id: ID, bytes: [UInt8]) {
    self.id = id
    self.bytes = bytes
  }
}

/// A run of bytes in one input file.
///
/// Offsets count UTF-8 bytes from 0. Lines and columns are worked out only when one is printed. A
/// span of the whole file (an unreadable one, say) has an empty range at 0.
package struct SourceSpan: Hashable, Sendable {
  package var file: SourceFile.ID
  // Files are far smaller than 4 GB, and trees have very many spans.
  private var first: UInt32
  private var end: UInt32

  package init(file: SourceFile.ID, bytes: Range<Int>) {
    self.file = file
    first = UInt32(bytes.lowerBound)
    end = UInt32(bytes.upperBound)
  }

  package var bytes: Range<Int> { Int(first)..<Int(end) }

  /// The file as such, when no place in it is meant.
  package init(wholeOf file: SourceFile.ID) {
    self.init(file: file, bytes: 0..<0)
  }
}

/// A value and the text it was read from.
package struct Located<Value: Hashable & Sendable>: Hashable, Sendable {
  package let value: Value
  package let span: SourceSpan

  package init(_ value: Value, at span: SourceSpan) {
    self.value = value
    self.span = span
  }
}
