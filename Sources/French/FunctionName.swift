// The functions of people whom a school writes to, in both genders and both numbers.

/// The masculine and the feminine of a function: « proviseur », « proviseure ».
///
/// - Parameter name: either form, in the singular, small letters or a capital at its head; what
///   follows the first word goes along (« directeur académique », « directrice d’école »).
/// - Returns: nil for a function that the table does not know.
package func functionForms(_ name: String) -> (masculine: String, feminine: String)? {
  let head = name.firstIndex { $0 == " " || $0 == "\u{A0}" } ?? name.endIndex
  let word = String(name[..<head])
  let isCapital = word.first?.isUppercase ?? false
  let small = word.lowercased()
  guard
    let forms = functionWords.first(where: { $0.masculine == small || $0.feminine == small })
  else { return nil }
  func form(_ text: String, _ rest: String) -> String {
    (isCapital ? capitalised(text) : text) + rest
  }
  let rest = String(name[head...])
  return (
    form(forms.masculine, agreed(rest, .masculine)), form(forms.feminine, agreed(rest, .feminine))
  )
}

/// The plural of a word: « proviseurs », « principaux », « bureaux », « discours ».
///
/// Of several words joined by a preposition, the first: « chefs d’établissement ».
package func plural(_ name: String) -> String {
  let parts = name.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
  guard let head = parts.first, !head.isEmpty else { return name }
  var result = [pluralWord(head)]
  var isTied = false
  for part in parts.dropFirst() {
    // What a preposition ties to the noun keeps its number.
    isTied = isTied || prepositions.contains(part) || part.hasPrefix("d’")
    result.append(isTied ? part : pluralWord(part))
  }
  return result.joined(separator: " ")
}

private let prepositions: Set<String> = [
  "de", "du", "des", "à", "au", "aux", "en", "par", "pour", "sur",
]

private func pluralWord(_ word: String) -> String {
  guard let last = word.last, last.isLetter else { return word }
  let small = word.lowercased()
  if "sxz".contains(small.last ?? " ") { return word }
  if small.hasSuffix("al"), !pluralInS.contains(small) { return word.dropLast(2) + "aux" }
  if ["au", "eu"].contains(where: small.hasSuffix) { return word + "x" }
  return word + "s"
}

private let pluralInS: Set<String> = ["bal", "carnaval", "festival", "récital", "régal", "naval"]

/// The adjectives that follow a function agree with it.
private func agreed(_ rest: String, _ gender: Gender) -> String {
  rest.split(separator: " ", omittingEmptySubsequences: false).map { word in
    let small = String(word)
    guard let forms = adjectives.first(where: { $0.masculine == small || $0.feminine == small })
    else { return small }
    return gender == .feminine ? forms.feminine : forms.masculine
  }
  .joined(separator: " ")
}

private typealias Forms = (masculine: String, feminine: String)

private let adjectives: [Forms] = [
  ("adjoint", "adjointe"), ("délégué", "déléguée"), ("départemental", "départementale"),
  ("général", "générale"), ("municipal", "municipale"), ("principal", "principale"),
  ("régional", "régionale"), ("social", "sociale"),
]

private let functionWords: [Forms] = [
  ("adjoint", "adjointe"), ("administrateur", "administratrice"), ("agent", "agente"),
  ("animateur", "animatrice"), ("assistant", "assistante"), ("chargé", "chargée"),
  ("chef", "cheffe"), ("conseiller", "conseillère"), ("coordinateur", "coordinatrice"),
  ("coordonnateur", "coordonnatrice"), ("correspondant", "correspondante"), ("délégué", "déléguée"),
  ("député", "députée"), ("directeur", "directrice"), ("documentaliste", "documentaliste"),
  ("éducateur", "éducatrice"), ("élu", "élue"), ("enseignant", "enseignante"),
  ("formateur", "formatrice"), ("gérant", "gérante"), ("gestionnaire", "gestionnaire"),
  ("infirmier", "infirmière"), ("inspecteur", "inspectrice"), ("journaliste", "journaliste"),
  ("maire", "maire"), ("médecin", "médecin"), ("médiateur", "médiatrice"), ("membre", "membre"),
  ("ministre", "ministre"), ("parent", "parent"), ("préfet", "préfète"),
  ("président", "présidente"), ("principal", "principale"), ("professeur", "professeure"),
  ("proviseur", "proviseure"),
  ("psychologue", "psychologue"), ("recteur", "rectrice"), ("référent", "référente"),
  ("représentant", "représentante"), ("responsable", "responsable"), ("secrétaire", "secrétaire"),
  ("sénateur", "sénatrice"), ("sous-préfet", "sous-préfète"), ("trésorier", "trésorière"),
  ("tuteur", "tutrice"), ("vice-président", "vice-présidente"),
]
