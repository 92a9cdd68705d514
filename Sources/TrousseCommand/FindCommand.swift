import Diagnostics
import Editing
import French

/// `trousse find`: the items that hold a text.
struct FindCommand: Subcommand {
  var inputs = InputOptions()
  var words: [String] = []

  static let name = "find"

  static let options: [CommandOption<FindCommand>] =
    InputOptions.options(["--data"], in: \.inputs)

  mutating func take(_ word: String) throws(UsageError) { words.append(word) }

  func checkComplete() throws(UsageError) {
    if words.isEmpty {
      throw .missingWord(Phrase(en: "a text", fr: "un texte"), command: Self.name)
    }
  }

  func run(_ surroundings: Surroundings, _ console: Console) async -> ExitCode {
    do throws(ExitCode) {
      let text = folded(words.joined(separator: " "))
      var count = 0
      let read = try Preparation.read(inputs, surroundings, console)
      for item in try LookUp.items(read, console) {
        let isNamed = folded(item.id).contains(text) || folded(item.title).contains(text)
        guard let match = item.match(text) ?? (isNamed ? ("", "") : nil) else { continue }
        count += 1
        let kind = item.kind.phrase
        console.say(
          Phrase(
            en: "\(kind.english) \(item.id): \(item.title)",
            fr: "\(kind.french) \(item.id) : \(item.title)"))
        if !isNamed {
          console.say("    \(match.heading) : \(excerpt(match.value, around: text))\n")
        }
      }
      let found = counted(
        count, en: ("item found", "items found"), fr: ("élément trouvé", "éléments trouvés"))
      console.say(found)
      return .success
    } catch {
      return error
    }
  }

  /// About eighty letters around the text. Folding keeps no places, so words are tried in turn.
  private func excerpt(_ value: String, around text: String) -> String {
    let words = value.split { $0 == " " || $0 == "\n" }.map(String.init)
    let first = text.split(separator: " ").first.map(String.init) ?? text
    let place = words.firstIndex { folded($0).contains(first) } ?? 0
    let start = max(0, place - 5)
    let shown = words[start..<min(words.count, place + 9)].joined(separator: " ")
    return (start > 0 ? "… " : "") + shown + (place + 9 < words.count ? " …" : "")
  }

  static let summary = Phrase(
    en: "find items of the base by a text, whatever its accents and case",
    fr: "trouver des éléments de la base par un texte, sans tenir compte des accents")

  static let help = Phrase(
    en: """
      trousse find: find items of the base by a text

      usage: trousse find TEXT… [--data DIR]

        TEXT…       words as they follow one another; accents and case do not matter
        --data DIR  a folder with KnowledgeBase

      """,
    fr: """
      trousse find : trouver des éléments de la base par un texte

      usage : trousse find TEXTE… [--data DOSSIER]

        TEXTE…          des mots comme ils se suivent ; accents et majuscules ne comptent pas
        --data DOSSIER  un dossier avec KnowledgeBase

      """)
}
