import Foundation
import Testing

/// LibreOffice without a window, with a profile of its own.
struct Office {
  private let folder: String

  init(in folder: String) throws {
    self.folder = folder + "/office"
    try FileManager.default.createDirectory(
      atPath: self.folder, withIntermediateDirectories: true)
  }

  /// Lays documents out as PDFs and gives where they should be, in the same order. One that does
  /// not open leaves none: the filter is named, as LibreOffice would read a broken one as text.
  func layOut(_ documents: [String]) throws -> [String] {
    let copies = try documents.enumerated().map { number, document in
      // Documents of two kits bear the same names.
      let copy = "\(folder)/\(number).odt"
      try FileManager.default.copyItem(atPath: document, toPath: copy)
      return copy
    }
    for start in stride(from: 0, to: copies.count, by: 40) {
      let batch = copies[start..<min(start + 40, copies.count)]
      let profile = URL(filePath: folder + "/profile").absoluteString
      _ = try Tool.soffice.run(
        [
          "-env:UserInstallation=\(profile)", "--headless", "--norestore", "--nologo",
          "--infilter=writer8", "--convert-to", "pdf", "--outdir", folder,
        ] + batch)
    }
    return documents.indices.map { "\(folder)/\($0).pdf" }
  }
}

/// How many pages a PDF has; 0 when there is none.
func pageCount(_ pdf: String) throws -> Int {
  let outcome = try Tool.pdfinfo.run([pdf])
  let line = outcome.output.split(separator: "\n").first { $0.hasPrefix("Pages:") }
  return line.flatMap { $0.split(separator: " ").last }.flatMap { Int($0) } ?? 0
}

/// Those of `words`, one a line, that the pages of a PDF do not show.
func lostWords(of words: String, in pdf: String) throws -> [String] {
  let text = try Tool.pdftotext.run([pdf, "-"]).output.precomposedStringWithCompatibilityMapping
  let shown = Set(text.split(whereSeparator: \.isWhitespace))
  let wanted = words.precomposedStringWithCompatibilityMapping
    .split(whereSeparator: \.isWhitespace)
  let missing = Set(wanted).subtracting(shown).map(String.init)
  guard !missing.isEmpty else { return [] }
  // A word that a line or a cell breaks is there in pieces, and pdftotext takes the hyphen at the
  // end of a line for one of the layout.
  let run = withoutBreaks(text)
  return missing.filter { !run.contains(withoutBreaks($0)) }.sorted()
}

private func withoutBreaks(_ text: String) -> String {
  text.filter { !$0.isWhitespace && !"-\u{AD}\u{2010}\u{2011}".contains($0) }
}
