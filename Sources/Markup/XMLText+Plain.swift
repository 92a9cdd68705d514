package import Diagnostics

extension XMLText {
  /// A line that a reader put together from several pieces of a file. Its bytes count from `start`
  /// on, in the text that the reader makes of the whole file.
  package init(_ line: String, startingAt start: Int, in file: SourceFile.ID) {
    let bytes = start..<start + line.utf8.count
    self.init(string: line, span: SourceSpan(file: file, bytes: bytes), pieces: [])
  }

  /// All of a plain text file, so that expressions in it are checked and placed like those in XML.
  ///
  /// Bytes that are no UTF-8 are replaced, and places are then only near.
  package init(wholeOf file: SourceFile) {
    self.init(
      string: String(decoding: file.bytes, as: UTF8.self),
      span: SourceSpan(file: file.id, bytes: 0..<file.bytes.count), pieces: [])
  }
}
