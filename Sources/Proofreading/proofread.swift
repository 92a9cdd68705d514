package import Diagnostics
package import Documents

/// A document to be read, with what its plan says of it.
package struct ProofCopy: Sendable {
  package let document: Document
  /// The template that it was made from: where to mend it.
  package let template: SourceFile.ID
  /// The most pages that it may have; nil where nobody has said.
  package let pageLimit: Int?

  package init(document: Document, template: SourceFile.ID, pageLimit: Int?) {
    self.document = document
    self.template = template
    self.pageLimit = pageLimit
  }
}

/// All faults that a careful reader would find in the documents of a kit, document by document.
///
/// Acronyms that are not explained are warnings; the others are errors.
/// - Complexity: linear in the size of the texts, times the events for passages that name a day.
package func proofread(_ copies: [ProofCopy], by rules: ProofRules) -> [Diagnostic] {
  copies.flatMap { copy in
    var diagnostics: [Diagnostic] = []
    var acronyms = AcronymReader(rules.acronyms)
    for passage in copy.document.passages {
      let run = WordRun(passage.text)
      let place = ProofPlace(copy: copy, passage: passage)
      diagnostics += acronyms.faults(in: run, passage.kind)
        .filter { !$0.isName(rules.names) }.map { .acronym($0, at: place) }
      diagnostics += rules.dayFaults(in: run).map { .day($0, at: place) }
    }
    if let fault = pageFault(of: copy) { diagnostics.append(fault) }
    return diagnostics
  }
}

private func pageFault(of copy: ProofCopy) -> Diagnostic? {
  guard copy.document.kind == .letter, let limit = copy.pageLimit else { return nil }
  let estimate = LetterEstimate(copy.document)
  guard estimate.pages > limit else { return nil }
  return .letterTooLong(estimate, limit: limit, copy)
}

/// Where a fault stands, as a reader finds it again.
struct ProofPlace {
  let copy: ProofCopy
  let passage: Passage

  var span: SourceSpan { SourceSpan(wholeOf: copy.template) }

  /// The sentence with the fault in it, under its document and its heading.
  func excerpt(_ fault: Range<Int>) -> Excerpt {
    var place = [copy.document.quoted]
    if let heading = passage.heading {
      place.append(Phrase(en: "under “\(heading)”", fr: "sous « \(heading) »"))
    }
    let utf8 = Array(passage.text.utf8)
    let start = sentenceStart(utf8, before: fault.lowerBound)
    let end = sentenceEnd(utf8, after: fault.upperBound)
    return Excerpt(
      place: place, text: String(decoding: utf8[start..<end], as: UTF8.self),
      fault: (fault.lowerBound - start)..<(fault.upperBound - start))
  }

  /// Behind the full stop and the space before a place.
  private func sentenceStart(_ utf8: [UInt8], before place: Int) -> Int {
    var start = place
    while start > 1, !(utf8[start - 2] == UInt8(ascii: ".") && utf8[start - 1] == 0x20) {
      start -= 1
    }
    return start > 1 ? start : 0
  }

  private func sentenceEnd(_ utf8: [UInt8], after place: Int) -> Int {
    var end = place
    while end < utf8.count {
      if utf8[end] == UInt8(ascii: "."), end + 1 == utf8.count || utf8[end + 1] == 0x20 {
        return end + 1
      }
      end += 1
    }
    return end
  }
}

extension Document {
  var quoted: Phrase { Phrase(en: "“\(title)”", fr: "« \(title) »") }
}
