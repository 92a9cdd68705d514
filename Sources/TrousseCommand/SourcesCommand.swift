import Assembly
import Diagnostics
import KnowledgeBase
import Quality

/// `trousse sources`: what rests on what.
struct SourcesCommand: Subcommand {
  var inputs = InputOptions()
  var id: String?

  static let name = "sources"

  static let options: [CommandOption<SourcesCommand>] =
    InputOptions.options(["--data"], in: \.inputs)

  mutating func take(_ word: String) throws(UsageError) {
    guard id == nil else { throw .strayWord(word) }
    id = word
  }

  func run(_ surroundings: Surroundings, _ console: Console) async -> ExitCode {
    do throws(ExitCode) {
      let read = try Preparation.read(inputs, surroundings, console)
      let uses: [SourceUse]
      do throws(Stopped) {
        uses = try sourceUses(in: read)
      } catch {
        console.complain(error.diagnostics, read.sources)
        throw .inputs
      }
      guard let id else {
        for use in uses { console.say(line(of: use)) }
        return .success
      }
      guard let use = uses.first(where: { $0.source.id.text == id }) else {
        let known = uses.map(\.source.id.text)
        console.complain([.unknownItem(id, Phrase(en: "source", fr: "source"), among: known)], [:])
        return .inputs
      }
      tell(use, console)
      return .success
    } catch {
      return error
    }
  }

  /// « dossier-dsden-78 : 12 (10 rapportés, 2 calculés) — titre »
  private func line(of use: SourceUse) -> Phrase {
    let (english, french) = counts(of: use)
    let id = use.source.id.text
    let items = counted(use.items.count, en: ("item", "items"), fr: ("élément", "éléments"))
    return Phrase(
      en: "\(id): \(items.english)\(english): \(use.source.title)",
      fr: "\(id) : \(items.french)\(french) : \(use.source.title)")
  }

  private func counts(of use: SourceUse) -> (String, String) {
    let known = Provenance.Standing.allCases.filter { use.count($0) > 0 }
    guard !known.isEmpty else { return ("", "") }
    let english = known.map { "\(use.count($0)) \($0.phrase.english)" }
    let french = known.map { "\(use.count($0)) \($0.phrase.french)\(use.count($0) > 1 ? "s" : "")" }
    return (" (\(english.joined(separator: ", ")))", " (\(french.joined(separator: ", ")))")
  }

  private func tell(_ use: SourceUse, _ console: Console) {
    console.say(line(of: use))
    let about = [use.source.publisher, use.source.date, use.source.note].compactMap(\.self)
    if !about.isEmpty { console.say("  \(about.joined(separator: ", "))\n") }
    for standing in Provenance.Standing.allCases {
      for item in use.items where item.standing == standing {
        console.say(
          Phrase(
            en: "  \(standing.phrase.english): \(item.name.english)",
            fr: "  \(standing.phrase.french) : \(item.name.french)"))
      }
    }
  }

  static let summary = Phrase(
    en: "tell what rests on which source", fr: "dire ce qui repose sur quelle source")

  static let help = Phrase(
    en: """
      trousse sources: tell what rests on which source

      usage: trousse sources [ID] [--data DIR]

        ID          one source, with every item that cites it (else all, with counts by standing)
        --data DIR  a folder with KnowledgeBase

      """,
    fr: """
      trousse sources : dire ce qui repose sur quelle source

      usage : trousse sources [ID] [--data DOSSIER]

        ID              une source, avec tout ce qui la cite (sinon toutes, avec des nombres par
                        statut)
        --data DOSSIER  un dossier avec KnowledgeBase

      """)
}
