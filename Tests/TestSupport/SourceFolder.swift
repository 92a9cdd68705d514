package import Diagnostics

/// The files that a text holds, each under a line `-- path --`, in the order of the text.
///
/// A file is the lines below its header, the last end of line included. Text before the first
/// header is left out.
package func files(in text: String) -> [SourceFile] {
  sections(of: text).map { path, text in
    SourceFile(id: SourceFile.ID(path), bytes: Array(text.utf8))
  }
}

private func sections(of text: String) -> [(path: String, text: String)] {
  var sections: [(path: String, text: String)] = []
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.hasPrefix("-- "), line.hasSuffix(" --"), line.count > 6 {
      sections.append((String(line.dropFirst(3).dropLast(3)), ""))
    } else if !sections.isEmpty {
      sections[sections.count - 1].text += line + "\n"
    }
  }
  return sections
}

/// Files as one text with numbered marks in it (see `MarkedText`): a mark stands once a folder.
package struct MarkedFolder: Sendable {
  /// The files without their marks.
  package let files: [SourceFile]
  private let texts: [SourceFile.ID: MarkedText]

  package init(_ text: String) {
    let marked = sections(of: text).map { (id: SourceFile.ID($0.path), text: MarkedText($0.text)) }
    files = marked.map { $0.text.file($0.id.path) }
    texts = Dictionary(marked.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
  }

  /// All diagnostics, in order and without repeats, each as `room.problem ①②` with the places of
  /// its notes behind. A file as a whole is told by its path.
  package func places(of diagnostics: [Diagnostic]) -> [String] {
    var seen: Set<Diagnostic> = []
    return diagnostics.filter { seen.insert($0).inserted }.map { diagnostic in
      let notes = diagnostic.notes.map { " (" + place($0.span) + ")" }.joined()
      return "\(diagnostic.id.text) \(place(diagnostic.span))\(notes)"
    }
  }

  private func place(_ span: SourceSpan?) -> String {
    guard let span else { return "nowhere" }
    guard span.bytes != 0..<0, let text = texts[span.file] else { return span.file.path }
    return text.place(span)
  }
}

/// The XML files and schemas of a folder of `Assets`, in the order of their names.
package func assets(_ folder: String) throws -> [SourceFile] {
  try RepositoryInputs.files(under: "Assets/\(folder)", endings: [".xml", ".rng"])
    .sorted { $0.key < $1.key }
    .map { SourceFile(id: SourceFile.ID("Assets/\(folder)/\($0.key)"), bytes: $0.value) }
}

/// Files in which a text is replaced by another, so that a test can say what differs from the real
/// ones. The text must stand exactly once in all of them.
package func replacing(
  _ old: String, with new: String, in files: [SourceFile]
) throws -> [SourceFile] {
  var count = 0
  let edited = files.map { file in
    let text = String(decoding: file.bytes, as: UTF8.self)
    count += text.ranges(of: old).count
    return SourceFile(id: file.id, bytes: Array(text.replacing(old, with: new).utf8))
  }
  guard count == 1 else { throw EditError(text: old, count: count) }
  return edited
}

/// An edit whose text does not stand exactly once in the files.
package struct EditError: Error {
  package let text: String
  package let count: Int

  package init(text: String, count: Int) {
    self.text = text
    self.count = count
  }
}
