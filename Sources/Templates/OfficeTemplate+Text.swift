import Diagnostics
import Documents
import OfficeReading

extension OfficeTemplate {
  /// What a document made from the template says, for its page; nil where it has none.
  ///
  /// - Parameter documents: those that its links may lead to, by their paths as text documents.
  /// - Throws: `Stopped` when it is larger than a text may be.
  func text(
    of office: OfficeDocument, at place: DocumentPlace,
    among documents: [String: DocumentPlace] = [:]
  ) throws(Stopped) -> OfficeText? {
    guard place.formats.contains(.html) else { return nil }
    return try reader.text(
      content: office.content, styles: office.styles, adding: office.pictures,
      in: OfficeSurroundings(folder: place.folder, documents: documents))
  }
}

extension OfficeText {
  /// A Writer document is its author's own: nothing of the kit stands on its paper.
  var kind: Document.Kind { isLetter ? .letter : .form }
}

extension Document {
  /// Takes title, kind and, for a page, all that a text made from a Writer template says.
  mutating func take(_ office: OfficeDocument, from template: OfficeTemplate) throws(Stopped) {
    title = office.title ?? title
    kind = .letter
    guard let text = try template.text(of: office, at: place) else { return }
    kind = text.kind
    page = text.page
    body = text.blocks(under: title)
  }
}
