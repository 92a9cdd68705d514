package import Diagnostics

extension XMLText {
  /// All of a plain text file, so that expressions in it are checked and placed like those in XML.
  ///
  /// Bytes that are no UTF-8 are replaced, and places are then only near.
  package init(wholeOf file: SourceFile) {
    self.init(
      string: String(decoding: file.bytes, as: UTF8.self),
      span: SourceSpan(file: file.id, bytes: 0..<file.bytes.count), pieces: [])
  }
}
