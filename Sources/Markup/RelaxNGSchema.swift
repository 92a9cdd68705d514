package import Diagnostics

/// A RELAX NG schema in the XML syntax, compiled once for many files.
///
/// libxml2 says whether a file is valid. Why it is not, libxml2 tells poorly (`Element task failed
/// to validate attributes`), so `SchemaVocabulary`, read from the same schema, looks for the
/// reason; only what it does not find is told in libxml2's terms. Files are valid nearly always, so
/// the schema is read by us only when something is wrong.
///
/// Not `Sendable`: one task at a time.
package struct RelaxNGSchema: ~Copyable {
  private let compiled: LibXMLSchema
  private let file: SourceFile

  /// Compiles a schema, which stands in one file: `include` and `externalRef` are refused.
  ///
  /// - Throws: `Stopped` with what is wrong in the schema's file, `xml.…` or `schema.…`.
  package init(_ file: SourceFile) throws(Stopped) {
    if mayReachOut(file.bytes) { try checkSelfContained(IndexedTree(try parse(file))) }
    var complaints: [LibXMLComplaint] = []
    guard let document = try? LibXMLDocument(file.bytes),
      let compiled = LibXMLSchema(document, &complaints), complaints.isEmpty
    else {
      let root = try parse(file)
      let tree = IndexedTree(root)
      if complaints.isEmpty {
        complaints.append(LibXMLComplaint(code: 0, message: "?", names: [], place: 0))
      }
      let lines = LineEnds(file.bytes)
      var told: Set<SourceSpan> = []
      var problems: [Diagnostic] = []
      for complaint in complaints {
        let element = tree.elements.first { lines.line(of: $0.span) >= complaint.place } ?? root
        if told.insert(element.span).inserted {
          problems.append(.schemaError(complaint.message, at: element.span))
        }
      }
      throw Stopped(problems)
    }
    self.compiled = compiled
    self.file = file
  }

  /// Whether a file is well formed and valid; what is wrong with it is another question.
  func allows(_ bytes: [UInt8]) -> Bool { compiled.accepts(bytes) }

  /// All that the schema does not allow in a document, whose tree is `root`.
  func problems(of document: borrowing LibXMLDocument, _ root: XMLElement) -> [Diagnostic] {
    let complaints = compiled.complaints(about: document)
    guard !complaints.isEmpty else { return [] }
    let tree = IndexedTree(root)
    let vocabulary = (try? parse(file)).flatMap { SchemaVocabulary(IndexedTree($0)) }
    let findings = vocabulary?.findings(in: tree) ?? []
    let rest = unexplained(complaints, by: findings, in: tree)
    return findings.map(\.diagnostic) + rest
  }
}

/// Whether a schema may name other files, or have a document type. Nearly none does, and then it
/// need not be read by us.
private func mayReachOut(_ bytes: [UInt8]) -> Bool {
  ["include", "externalRef", "<!D", "<!d"].contains { place(of: $0, in: bytes[...]) != nil }
}

private func checkSelfContained(_ tree: IndexedTree) throws(Stopped) {
  for element in tree.elements where ["include", "externalRef"].contains(localName(element)) {
    throw Stopped([.notSelfContained(element)])
  }
}

/// The line on which a tag ends, for libxml2 counts schemas in lines.
private struct LineEnds {
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    starts = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
  }

  func line(of span: SourceSpan) -> Int {
    let end = span.bytes.upperBound
    return 1 + (starts.firstIndex { $0 >= end } ?? starts.count)
  }
}
