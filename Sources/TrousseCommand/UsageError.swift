import Diagnostics
import French

/// Why a command line cannot be understood.
enum UsageError: Error, Hashable {
  case noVerb
  case unknownVerb(String)
  case unknownOption(String, known: [String])
  case strayWord(String)
  case missingValue(String)
  case missingOptions([String])
  /// A command's own word is lacking, such as the template to preview.
  case missingWord(Phrase, command: String)
  /// An option that a command cannot do without.
  case missingOption(String, command: String)
  case unknownValue(String, option: String, known: [String])
  case notANumber(String, option: String, ClosedRange<Int>)
  case notADay(String, option: String)
  case notAShard(String, option: String)
  case notAnEpoch(String)
  case oneBasin

  var diagnostic: Diagnostic {
    let more = Phrase(
      en: "`trousse --help` shows the whole command",
      fr: "« trousse --help » montre toute la commande")
    switch self {
    case .noVerb:
      return Diagnostic(
        "usage.no-command", .error,
        Phrase(en: "no command was given", fr: "aucune commande n’a été donnée"),
        help: [
          Phrase(
            en: "`trousse build` builds the kits, `trousse check` checks their sources",
            fr: "« trousse build » fabrique les kits, « trousse check » contrôle leurs sources"),
          more,
        ])
    case .unknownVerb(let word):
      return Diagnostic(
        "usage.unknown-command", .error,
        Phrase(
          en: "there is no command `\(word)`", fr: "il n’y a pas de commande « \(word) »"),
        help: Diagnostic.didYouMean(word, among: TrousseCommand.verbs) + [more])
    case .unknownOption(let word, let known):
      return Diagnostic(
        "usage.unknown-option", .error,
        Phrase(
          en: "there is no option `\(word)` here", fr: "il n’y a pas ici d’option « \(word) »"),
        help: Diagnostic.didYouMean(word, among: known) + [more])
    case .strayWord(let word):
      return Diagnostic(
        "usage.stray-word", .error,
        Phrase(
          en: "`\(word)` belongs to no option", fr: "« \(word) » n’appartient à aucune option"),
        help: [more])
    case .missingValue(let option):
      return Diagnostic(
        "usage.missing-value", .error,
        Phrase(en: "`\(option)` needs a value", fr: "« \(option) » demande une valeur"),
        help: [more])
    case .missingOptions(let options):
      let list = options.map { "`\($0)`" }.joined(separator: ", ")
      return Diagnostic(
        "usage.missing-option", .error,
        Phrase(en: "\(list) must be given", fr: "il faut donner \(list)"),
        help: [
          Phrase(
            en: "on a terminal, `trousse new` asks for what is missing",
            fr: "dans un terminal, « trousse new » demande ce qui manque")
        ])
    case .missingWord(let name, let command):
      return Diagnostic(
        "usage.missing-word", .error,
        Phrase(
          en: "`trousse \(command)` needs \(name.english)",
          fr: "« trousse \(command) » demande \(name.french)"),
        help: [
          Phrase(
            en: "`trousse help \(command)` shows how it is written",
            fr: "« trousse help \(command) » montre comment elle s’écrit")
        ])
    case .missingOption(let option, let command):
      return Diagnostic(
        "usage.missing-option", .error,
        Phrase(
          en: "`trousse \(command)` needs `\(option)`",
          fr: "« trousse \(command) » demande « \(option) »"),
        help: [
          Phrase(
            en: "`trousse help \(command)` shows how it is written",
            fr: "« trousse help \(command) » montre comment elle s’écrit")
        ])
    case .unknownValue(let value, let option, let known):
      return Diagnostic(
        "usage.unknown-value", .error,
        Phrase(
          en: "`\(option)` cannot be `\(value)`", fr: "« \(option) » ne peut pas être « \(value) »"
        ),
        help: Diagnostic.didYouMean(value, among: known))
    case .notANumber(let text, let option, let range):
      return Diagnostic(
        "usage.not-a-number", .error,
        Phrase(
          en: "`\(option)` is a number from \(range.lowerBound) to \(range.upperBound), "
            + "not `\(text)`",
          fr: "« \(option) » est un nombre de \(range.lowerBound) à \(range.upperBound), "
            + "et non « \(text) »"))
    case .notAShard(let text, let option):
      return Diagnostic(
        "usage.not-a-shard", .error,
        Phrase(
          en: "`\(option)` wants a part and the number of parts, and `\(text)` is not that",
          fr: "« \(option) » attend une part et le nombre de parts, et « \(text) » n’est pas cela"),
        help: [
          Phrase(
            en: "count from 1, as in `1/8` to `8/8`",
            fr: "comptez à partir de 1, de « 1/8 » à « 8/8 »")
        ])
    case .oneBasin:
      return Diagnostic(
        "usage.one-basin", .error,
        Phrase(
          en: "one basin is needed, and only one", fr: "il faut un bassin, et un seul"),
        help: [
          Phrase(
            en: "name it, as in `--basin evry`", fr: "nommez-le, comme « --basin evry »")
        ])
    case .notAnEpoch(let text):
      return Diagnostic(
        "usage.not-an-epoch", .error,
        Phrase(
          en: "`SOURCE_DATE_EPOCH` is a number of seconds, and `\(text)` is none",
          fr: "« SOURCE_DATE_EPOCH » est un nombre de secondes, et « \(text) » n’en est pas un"),
        help: [
          Phrase(
            en: "count from 1 January 1970, as `date +%s` does, or give the day with `--date`",
            fr: "comptez depuis le 1er janvier 1970, comme « date +%s », ou donnez le jour avec "
              + "« --date »")
        ])
    case .notADay(let text, let option):
      return Diagnostic(
        "usage.not-a-day", .error,
        Phrase(
          en: "`\(option)` wants a day, and `\(text)` is none",
          fr: "« \(option) » attend un jour, et « \(text) » n’en est pas un"),
        help: [
          Phrase(
            en: "write the year, month and day, as in `2015-01-12`",
            fr: "écrivez l’année, le mois et le jour, comme « 2015-01-12 »")
        ])
    }
  }
}

// What `trousse new` refuses before it reads anything.
extension Diagnostic {
  static func folderNotEmpty(_ folder: String) -> Diagnostic {
    Diagnostic(
      "usage.folder-not-empty", .error,
      Phrase(
        en: "`\(folder)` is there already, and is not an empty folder",
        fr: "« \(folder) » existe déjà, et n’est pas un dossier vide"),
      help: [Phrase(en: "name a new folder", fr: "nommez un dossier nouveau")])
  }

  static func otherYear(_ week: CalendarDay, _ year: Int) -> Diagnostic {
    Diagnostic(
      "usage.other-year", .error,
      Phrase(
        en: "an edition is named by the year of its week, and \(week) is not in \(year)",
        fr: "une édition porte l’année de sa Semaine, et le \(week) n’est pas en \(year)"))
  }
}
