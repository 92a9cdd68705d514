/// The languages in which the command speaks.
package enum Language: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case french = "fr"
}

/// One sentence in both languages, written side by side so that neither is forgotten.
package struct Phrase: Hashable, Sendable {
  package let english: String
  package let french: String

  package init(en english: String, fr french: String) {
    self.english = english
    self.french = french
  }

  package func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .french: french
    }
  }
}
