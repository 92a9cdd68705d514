// « de » and « à » before a name: elision before a vowel, contraction with the article that opens
// the name.

/// How the letter that opens a word sounds. It can only be known word by word: without a word of the
/// caller, a table of words that do not elide decides.
package enum InitialH: Hashable, Sendable {
  /// As in « l’hôtel », « d’Herblay ».
  case mute
  /// As in « le hall », « de Houilles ».
  case aspirated
}

/// What becomes of the « La » that opens a name.
package enum NameArticle: Hashable, Sendable {
  /// It is an article of the sentence: « de la Boucle de Seine ».
  case lowered
  /// It belongs to the name, as in those of communes: « de La Celle-Saint-Cloud ».
  case kept
}

/// A name after « de »: « d’Évry », « de Mantes-la-Jolie », « des Mureaux » for Les Mureaux, « du
/// Vésinet » for Le Vésinet, « de la Boucle de Seine », « de L’Haÿ-les-Roses ».
package func withDe(
  _ name: String, _ initial: InitialH? = nil, article: NameArticle = .lowered
) -> String {
  switch opening(of: name) {
  case .le(let rest): "du \(rest)"
  case .les(let rest): "des \(rest)"
  case .la(let rest): article == .lowered ? "de la \(rest)" : "de \(name)"
  case .none: elides(name, initial) ? "d\(apostrophe)\(name)" : "de \(name)"
  }
}

/// A name after « à »: « à Évry », « aux Mureaux » for Les Mureaux, « au Vésinet » for Le Vésinet,
/// « à la Boucle de Seine », « à L’Haÿ-les-Roses ».
package func withA(_ name: String, article: NameArticle = .lowered) -> String {
  switch opening(of: name) {
  case .le(let rest): "au \(rest)"
  case .les(let rest): "aux \(rest)"
  case .la(let rest): article == .lowered ? "à la \(rest)" : "à \(name)"
  case .none: "à \(name)"
  }
}

/// Whether « le », « la » and « de » lose their vowel before this word.
///
/// They do before a vowel and a mute H. Y counts as a vowel before a consonant (« d’Yvetot ») and
/// in « yeux » and « Yerres »; before other vowels it is a consonant (« de Yaoundé »). Figures
/// never elide.
package func elides(_ word: String, _ initial: InitialH? = nil) -> Bool {
  let letters = folded(String(word.prefix(3)))
  switch letters.first {
  case "h": return !isAspirated(word, initial)
  case "a", "e", "i", "u": return initial != .aspirated
  case "o": return !isAspirated(word, initial)
  case "y":
    let second = letters.dropFirst().first ?? " "
    return !"aeiouy".contains(second) || letters == "yer" || letters == "yeu"
  default: return false
  }
}

private func isAspirated(_ word: String, _ initial: InitialH?) -> Bool {
  if let initial { return initial == .aspirated }
  return wordsWithoutElision.contains(String(folded(word).prefix { $0 != " " }))
}

/// Words in h, and a few in o, before which nothing elides; names of places of the region too.
private let wordsWithoutElision: Set<String> = [
  "haie", "haies", "haine", "hall", "halle", "halles", "halls", "halte", "hameau", "hameaux",
  "hand", "handball", "handicap", "handicape", "handicapee", "handicapees", "handicapes",
  "handicaps",
  "hangar", "haras", "harcelement", "harpe", "hasard", "hausse", "haut", "haute", "hautes",
  "hauteur", "hauts", "havre", "heros", "herisson", "heurt", "hibou", "hierarchie", "hip", "hockey",
  "hollande", "hongrie", "honte", "hors", "houdan", "houilles", "housse", "hublot", "huit",
  "huitieme", "hutte", "onze", "onzieme", "oui", "ouistiti",
]

private enum Opening {
  case le(Substring)
  case la(Substring)
  case les(Substring)
  case none
}

private func opening(of name: String) -> Opening {
  guard let space = name.firstIndex(where: { $0 == " " || $0 == "\u{A0}" }) else { return .none }
  let rest = name[name.index(after: space)...]
  guard !rest.isEmpty else { return .none }
  switch name[..<space] {
  case "Le", "le": return .le(rest)
  case "La", "la": return .la(rest)
  case "Les", "les": return .les(rest)
  default: return .none
  }
}
