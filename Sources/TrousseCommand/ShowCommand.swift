import Diagnostics
import Editing

/// `trousse show`: all that the base says of one item.
struct ShowCommand: Subcommand {
  var inputs = InputOptions()
  var words: [String] = []

  static let name = "show"

  static let options: [CommandOption<ShowCommand>] =
    InputOptions.options(["--data"], in: \.inputs)

  mutating func take(_ word: String) throws(UsageError) {
    guard words.count < 2 else { throw .strayWord(word) }
    words.append(word)
  }

  func checkComplete() throws(UsageError) {
    guard words.count == 2 else {
      let what = Phrase(en: "a kind of item and an id", fr: "une sorte d’élément et un identifiant")
      throw .missingWord(what, command: Self.name)
    }
  }

  func run(_ surroundings: Surroundings, _ console: Console) async -> ExitCode {
    do throws(ExitCode) {
      let all = try LookUp.items(inputs, surroundings, console)
      guard let kind = ItemKind.named(words[0]) else {
        console.complain([.unknownKind(words[0])], [:])
        return .usage
      }
      let own = all.filter { $0.kind.phrase == kind.phrase }
      guard let item = own.first(where: { $0.id == words[1] }) else {
        console.complain([.unknownItem(words[1], kind.phrase, among: own.map(\.id))], [:])
        return .inputs
      }
      console.say(
        Phrase(
          en: "\(kind.phrase.english) \(item.id) (\(item.file))",
          fr: "\(kind.phrase.french) \(item.id) (\(item.file))"))
      for (heading, value) in item.fields {
        let lines = value.split(separator: "\n").joined(separator: "\n      ")
        console.say(Phrase(en: "  \(heading): \(lines)", fr: "  \(heading) : \(lines)"))
      }
      return .success
    } catch {
      return error
    }
  }

  static let summary = Phrase(
    en: "show all that the base says of a basin, an action, a task…",
    fr: "montrer tout ce que la base dit d’un bassin, d’une action, d’une tâche…")

  static let help = Phrase(
    en: """
      trousse show: show all that the base says of one item

      usage: trousse show KIND ID [--data DIR]

        KIND        source, edition, basin, role, task, action, lesson, partner or term
        ID          its id; `trousse find` finds ids by words
        --data DIR  a folder with KnowledgeBase

      """,
    fr: """
      trousse show : montrer tout ce que la base dit d’un élément

      usage : trousse show SORTE ID [--data DOSSIER]

        SORTE           source, édition, bassin, rôle, tâche, action, lesson, partenaire ou mot
        ID              son identifiant ; « trousse find » les trouve par leurs mots
        --data DOSSIER  un dossier avec KnowledgeBase

      """)
}
