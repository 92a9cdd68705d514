/// The types of the language.
package indirect enum ValueType: Hashable, Sendable {
  case text, rich, picture, number, day, time, money, boolean
  case list(ValueType)
  case record(RecordType)

  /// As a diagnostic names it, in both languages.
  package var names: (english: String, french: String) {
    switch self {
    case .text: ("a text", "un texte")
    case .rich: ("a rich text", "un texte riche")
    case .picture: ("a picture", "une image")
    case .number: ("a number", "un nombre")
    case .day: ("a day", "un jour")
    case .time: ("a time of day", "une heure")
    case .money: ("an amount of money", "un montant")
    case .boolean: ("true or false", "une condition (vrai ou faux)")
    case .list(let element):
      ("a list of \(element.plurals.english)", "une liste de \(element.plurals.french)")
    case .record(let record): ("a record `\(record.name)`", "une fiche « \(record.name) »")
    }
  }

  private var plurals: (english: String, french: String) {
    switch self {
    case .text: ("texts", "textes")
    case .rich: ("rich texts", "textes riches")
    case .picture: ("pictures", "images")
    case .number: ("numbers", "nombres")
    case .day: ("days", "jours")
    case .time: ("times of day", "heures")
    case .money: ("amounts of money", "montants")
    case .boolean: ("conditions", "conditions")
    case .list: ("lists", "listes")
    case .record(let record): ("records `\(record.name)`", "fiches « \(record.name) »")
    }
  }

  /// Whether a value of the type can stand in a sentence.
  var isProse: Bool {
    switch self {
    case .text, .rich, .number, .day, .time, .money, .boolean: true
    case .picture, .list, .record: false
    }
  }
}

/// A record's name and fields.
package struct RecordType: Hashable, Sendable {
  package struct Field: Hashable, Sendable {
    package let name: String
    package let type: ValueType
    /// What the field tells, in French, for the authors of templates.
    package let meaning: String

    package init(name: String, type: ValueType, meaning: String) {
      self.name = name
      self.type = type
      self.meaning = meaning
    }
  }

  package let name: String
  package let fields: [Field]

  package init(name: String, fields: [Field]) {
    self.name = name
    self.fields = fields
  }

  func index(of name: String) -> Int? { fields.firstIndex { $0.name == name } }
}
