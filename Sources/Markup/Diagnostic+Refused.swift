import Diagnostics

/// libxml2's `XML_NS_ERR_UNDEFINED_NAMESPACE`.
private let undefinedNamespace = 201

extension Diagnostic {
  /// What libxml2 refused although `XMLReader` did not, where it can best be shown.
  static func refused(
    _ complaint: LibXMLComplaint, by file: SourceFile, _ root: XMLElement
  ) -> Diagnostic {
    let place = min(max(complaint.place, 0), file.bytes.count)
    // libxml2 complains of a tag when it has read nearly all of it.
    let tag = IndexedTree(root).elements.first {
      $0.span.bytes.contains(place) || $0.span.bytes.upperBound == place
    }
    if complaint.code == undefinedNamespace, let tag, let prefix = complaint.names.first {
      let head = prefix + ":"
      let attribute = tag.attributes.first { $0.name.hasPrefix(head) }
      let isElement = tag.name.hasPrefix(head)
      let span = isElement ? tag.nameSpan : attribute?.nameSpan ?? tag.span
      return .undeclaredPrefix(prefix, at: span)
    }
    let byte = max(0, place - 1)
    let here = SourceSpan(file: file.id, bytes: byte..<min(byte + 1, file.bytes.count))
    return .malformed(complaint.message, at: tag?.span ?? here)
  }
}
