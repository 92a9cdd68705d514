/// The gender of a word, or of the person that a letter is for, who may not be known yet.
package enum Gender: String, Hashable, Sendable, CaseIterable {
  case feminine, masculine, unknown

  /// The gender that a word of a list tells: a civility (« Mme », « Madame », « M. »), a letter (f,
  /// h, m) or a word (« femme », « masculin »). Anything else leaves it unknown.
  package init(telling word: String) {
    switch folded(word).filter({ $0 != "." && $0 != " " }) {
    case "f", "feminin", "feminine", "femme", "mme", "mmes", "madame", "mesdames", "mlle":
      self = .feminine
    case "m", "h", "masculin", "masculine", "homme", "mm", "mr", "monsieur", "messieurs":
      self = .masculine
    default: self = .unknown
    }
  }
}

/// The civility before a name. « Mademoiselle » is no longer used by the administration.
package enum Civility: Hashable, Sendable, CaseIterable {
  case madame, monsieur

  /// The civility that goes with a gender; nil when it is unknown.
  package init?(_ gender: Gender) {
    switch gender {
    case .feminine: self = .madame
    case .masculine: self = .monsieur
    case .unknown: return nil
    }
  }

  /// In full, for calls and addresses: « Madame ».
  package var full: String {
    switch self {
    case .madame: "Madame"
    case .monsieur: "Monsieur"
    }
  }

  /// Shortened, for running text before a name: « Mme », « M. ».
  package var short: String {
    switch self {
    case .madame: "Mme"
    case .monsieur: "M."
    }
  }

  /// Shortened and tied to the name: « Mme Dupont ».
  package func before(_ name: String) -> String { "\(short)\(NoBreak.space)\(name)" }
}

/// The function under which a letter calls a person, in both genders: « Principal », « Principale ».
package struct Function: Hashable, Sendable {
  package let masculine: String
  package let feminine: String
  package let initial: InitialH?

  /// Both forms with a capital, as in a call. They may be the same word (« Maire »).
  package init(masculine: String, feminine: String, _ initial: InitialH? = nil) {
    self.masculine = masculine
    self.feminine = feminine
    self.initial = initial
  }

  /// How the person is called, without the comma, for the call and for the closing, which repeats
  /// it: « Monsieur le Maire », « Madame l’Inspectrice ».
  ///
  /// For a person not yet known, both: « Madame la Maire, Monsieur le Maire ».
  package func vocative(_ gender: Gender) -> String {
    switch gender {
    case .feminine: "Madame \(Noun(feminine, .feminine, .singular, initial).definite)"
    case .masculine: "Monsieur \(Noun(masculine, .masculine, .singular, initial).definite)"
    case .unknown: "\(vocative(.feminine)), \(vocative(.masculine))"
    }
  }

  /// The call of a letter, a line of its own: « Monsieur le Maire, ».
  package func call(_ gender: Gender) -> String { "\(vocative(gender))," }

  /// The person inside a sentence, in lower case: « monsieur le maire », « madame l’inspectrice »,
  /// « madame la maire ou monsieur le maire ».
  package func inText(_ gender: Gender) -> String {
    switch gender {
    case .feminine: "madame \(Noun(lowered(feminine), .feminine, .singular, initial).definite)"
    case .masculine: "monsieur \(Noun(lowered(masculine), .masculine, .singular, initial).definite)"
    case .unknown: "\(inText(.feminine)) ou \(inText(.masculine))"
    }
  }
}

/// The call of a letter to a person without a function: « Madame, », « Monsieur, », « Madame,
/// Monsieur, ».
package func call(_ gender: Gender) -> String { "\(vocative(gender))," }

/// The same without the last comma, for the closing.
package func vocative(_ gender: Gender) -> String {
  Civility(gender)?.full ?? "\(Civility.madame.full), \(Civility.monsieur.full)"
}

/// The last sentence of a formal letter, from the most to the least ceremonious.
///
/// Consideration is expressed; greetings are simply agreed to or received.
package enum Closing: String, Hashable, Sendable, CaseIterable {
  /// To a recteur, a préfet, an elected person.
  case highConsideration = "high-consideration"
  /// From a subordinate to a director of the academy.
  case respectfulConsideration = "respectful-consideration"
  /// To an inspector, or more plainly to an elected person.
  case distinguishedConsideration = "distinguished-consideration"
  /// To a head of school, an employer, an association, parents.
  case distinguishedGreetings = "distinguished-greetings"
  /// To a journalist.
  case cordialGreetings = "cordial-greetings"

  /// The sentence, which repeats the call exactly: « Veuillez agréer, Madame la Proviseure, mes
  /// salutations distinguées. »
  package func sentence(to vocative: String) -> String {
    switch self {
    case .highConsideration: consideration(vocative, "haute considération")
    case .respectfulConsideration: consideration(vocative, "respectueuse considération")
    case .distinguishedConsideration: consideration(vocative, "considération distinguée")
    case .distinguishedGreetings: "Veuillez agréer, \(vocative), mes salutations distinguées."
    case .cordialGreetings: "Je vous prie de recevoir, \(vocative), mes cordiales salutations."
    }
  }

  private func consideration(_ vocative: String, _ kind: String) -> String {
    "Je vous prie d\(apostrophe)agréer, \(vocative), l\(apostrophe)expression de ma \(kind)."
  }
}
