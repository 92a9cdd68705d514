import Assembly
import Diagnostics
import Editing
import KnowledgeBase

/// `trousse show`: all that the base says of one item.
struct ShowCommand: Subcommand {
  var inputs = InputOptions()
  var words: [String] = []

  static let name = "show"

  static let options: [CommandOption<ShowCommand>] =
    InputOptions.options(["--data", "--edition"], in: \.inputs)

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
      let read = try Preparation.read(inputs, surroundings, console)
      let all = try LookUp.items(read, console)
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
      if kind.part == .basins { try suggest(item.id, read, console) }
      return .success
    } catch {
      return error
    }
  }

  /// What the basin's kit will suggest, and why.
  private func suggest(
    _ basin: String, _ read: BuildInputs, _ console: Console
  ) throws(ExitCode) {
    do throws(Stopped) {
      let lines = try suggestionLines(for: basin, read, edition: inputs.edition)
      guard !lines.isEmpty else { return }
      console.say(Phrase(en: "\nactions for the basin:", fr: "\nactions pour le bassin :"))
      for line in lines {
        let reasons = line.reasons + line.warnings.map { "mais \($0)" }
        console.say(
          Phrase(
            en: "  \(line.id): \(line.title)\n      \(reasons.joined(separator: "; "))",
            fr: "  \(line.id) : \(line.title)\n      \(reasons.joined(separator: " ; "))"))
      }
    } catch {
      console.complain(error.diagnostics, read.sources)
      throw .inputs
    }
  }

  static let summary = Phrase(
    en: "show all that the base says of a basin, an action, a task…",
    fr: "montrer tout ce que la base dit d’un bassin, d’une action, d’une tâche…")

  static let help = Phrase(
    en: """
      trousse show: show all that the base says of one item

      usage: trousse show KIND ID [--edition YEAR] [--data DIR]

        KIND            source, edition, basin, person, role, task, action, lesson, partner, term,
                        formula, line (of the budget), risk, message…
        ID              its id; `trousse find` finds ids by words
        --edition YEAR  for a basin, which edition its actions are suggested for (else the one that
                        is being prepared)
        --data DIR      a folder with KnowledgeBase

      A basin is shown with the actions that its kit suggests, each with its reasons.

      """,
    fr: """
      trousse show : montrer tout ce que la base dit d’un élément

      usage : trousse show SORTE ID [--edition ANNÉE] [--data DOSSIER]

        SORTE           source, édition, bassin, personne, rôle, tâche, action, retour
                        d’expérience, partenaire, mot, formule, ligne de budget, risque, message…
        ID              son identifiant ; « trousse find » les trouve par leurs mots
        --edition ANNÉE pour un bassin, l’édition pour laquelle on lui propose des actions (sinon
                        celle qui se prépare)
        --data DOSSIER  un dossier avec KnowledgeBase

      Un bassin est montré avec les actions que son kit propose, chacune avec ses raisons.

      """)
}
