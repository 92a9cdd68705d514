import Diagnostics

/// A number and its noun: one kit, two kits; in French zero is singular too.
func counted(
  _ count: Int, en english: (one: String, many: String), fr french: (one: String, many: String)
) -> Phrase {
  Phrase(
    en: "\(count) \(count == 1 ? english.one : english.many)",
    fr: "\(count) \(count < 2 ? french.one : french.many)")
}

func countedKits(_ count: Int) -> Phrase {
  counted(count, en: ("kit", "kits"), fr: ("kit", "kits"))
}

func countedDocuments(_ count: Int) -> Phrase {
  counted(count, en: ("document", "documents"), fr: ("document", "documents"))
}
