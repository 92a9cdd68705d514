/// A paragraph as an office program shows it, with the fault in it.
///
/// Spans of a problem in an office document count bytes that its author never sees: the XML in a
/// package. What the author can find again is the paragraph's text and where it stands.
package struct Excerpt: Hashable, Sendable {
  /// Where the paragraph stands, from the whole to the part: « tableau « Contacts », cellule B3 ».
  package var place: [Phrase]
  package var text: String
  /// The UTF-8 bytes of `text` that are at fault.
  package var fault: Range<Int>

  package init(place: [Phrase], text: String, fault: Range<Int>) {
    self.place = place
    self.text = text
    self.fault = fault
  }

  func place(in language: Language) -> String {
    place.map { $0.text(in: language) }.joined(separator: ", ")
  }

  /// The columns of the fault, in Unicode scalars from 0.
  var columns: Range<Int> {
    let utf8 = text.utf8
    func column(_ offset: Int) -> Int {
      let index = utf8.index(utf8.startIndex, offsetBy: min(max(0, offset), utf8.count))
      return text.unicodeScalars[..<index].count
    }
    return column(fault.lowerBound)..<column(fault.upperBound)
  }
}
