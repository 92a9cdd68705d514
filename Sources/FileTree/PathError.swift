package import Diagnostics

/// Why a text is not a `RelativePath`. Each case carries the text as it was given.
package enum PathError: Error, Hashable, Sendable {
  case empty
  case absolute(String)
  /// An empty part, `.` or `..`.
  case escapes(String)
  case backslash(String)
  /// A drive letter, or a stream of NTFS.
  case colon(String)
  case unportableCharacter(Character, in: String)
  /// A control character, a line separator or a mark that turns the direction of writing.
  case controlCharacter(UInt32, in: String)
  /// A device of DOS, with or without an extension.
  case reservedName(String, in: String)
  /// A part that begins with a space or ends with a space or a dot, which Windows drops.
  case looseEnd(String, in: String)
  case partTooLong(String)
  case pathTooLong(String)

  /// The rule that was broken.
  package var message: Phrase {
    switch self {
    case .empty:
      Phrase(en: "the path is empty", fr: "le chemin est vide")
    case .absolute(let text):
      Phrase(
        en: "the path `\(text)` begins with a slash and would leave the kit",
        fr: "le chemin « \(text) » commence par une barre oblique et sortirait de la trousse")
    case .escapes(let text):
      Phrase(
        en: "the path `\(text)` has a part that is empty, `.` or `..`",
        fr: "le chemin « \(text) » a une partie vide, « . » ou « .. »")
    case .backslash(let text):
      Phrase(
        en: "the path `\(text)` holds a backslash: folders are separated by `/`",
        fr: "le chemin « \(text) » contient une barre inversée : les dossiers se séparent par « / »"
      )
    case .colon(let text):
      Phrase(
        en: "the path `\(text)` holds a colon, which Windows keeps for drives",
        fr: "le chemin « \(text) » contient un deux-points, que Windows réserve aux lecteurs")
    case .unportableCharacter(let character, let text):
      Phrase(
        en: "the path `\(text)` holds `\(character)`, which USB keys and Windows refuse",
        fr: "le chemin « \(text) » contient « \(character) », que les clés USB et Windows refusent")
    case .controlCharacter(let value, let text):
      Self.controlCharacterMessage(value, text)
    case .reservedName(let part, let text):
      Phrase(
        en: "the part `\(part)` of the path `\(text)` is the name of a device under Windows",
        fr: "la partie « \(part) » du chemin « \(text) » est un nom de périphérique sous Windows")
    case .looseEnd(let part, let text):
      Phrase(
        en: "the part `\(part)` of the path `\(text)` begins with a space or ends with a space or "
          + "a dot, which Windows drops",
        fr: "la partie « \(part) » du chemin « \(text) » commence par une espace ou finit par une "
          + "espace ou un point, que Windows supprime")
    case .partTooLong(let part):
      Phrase(
        en: "the name `\(part)` is longer than \(RelativePath.longestPart) bytes",
        fr: "le nom « \(part) » dépasse \(RelativePath.longestPart) octets")
    case .pathTooLong(let text):
      Phrase(
        en: "the path `\(text)` is longer than \(RelativePath.longestPath) characters, "
          + "which Windows may not open",
        fr: "le chemin « \(text) » dépasse \(RelativePath.longestPath) caractères, "
          + "ce que Windows peut refuser d’ouvrir")
    }
  }

  private static func controlCharacterMessage(_ value: UInt32, _ text: String) -> Phrase {
    let digits = String(value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Phrase(
      en: "the path `\(text)` holds the invisible character \(code)",
      fr: "le chemin « \(text) » contient le caractère invisible \(code)")
  }
}
