import Diagnostics

/// `trousse new`, as typed: a workspace for another academy, or an edition in one.
struct NewCommand: Subcommand {
  var inputs = InputOptions()
  var words: [String] = []
  var academy: String?
  var code: String?
  var zone: String?
  var departments: [String] = []
  var basins: [String] = []
  var year: Int?
  var week: String?
  var rank: Int?
  var slogan: String?
  var site: String?

  static let name = "new"

  static let options: [CommandOption<NewCommand>] =
    InputOptions.options(["--data", "--templates"], in: \.inputs) + [
      .text("--academy", \.academy),
      .text("--code", \.code),
      .text("--zone", \.zone),
      .texts("--department", \.departments),
      .texts("--basin", \.basins),
      .number("--edition", \.year, in: 2000...2099),
      .text("--week", \.week),
      .number("--rank", \.rank, in: 1...99),
      .text("--slogan", \.slogan),
      .text("--site", \.site),
    ]

  /// Whether the words mean an edition: a folder of that name is `./edition`.
  var isOfEdition: Bool { words.first == "edition" }

  mutating func take(_ word: String) throws(UsageError) {
    guard words.count < (isOfEdition ? 2 : 1) else { throw .strayWord(word) }
    words.append(word)
  }

  func checkComplete() throws(UsageError) {
    if words.isEmpty {
      throw .missingWord(
        Phrase(en: "a folder, or `edition`", fr: "un dossier, ou « edition »"), command: Self.name)
    }
    guard isOfEdition else { return }
    guard words.count == 2 else {
      throw .missingWord(
        Phrase(en: "the year of the edition", fr: "l’année de l’édition"), command: "new edition")
    }
    guard let year = Int(words[1]), (2000...2099).contains(year) else {
      throw .notANumber(words[1], option: "new edition", 2000...2099)
    }
  }

  func run(_ surroundings: Surroundings, _ console: Console) async -> ExitCode {
    isOfEdition
      ? NewEditionRun(self, surroundings, console).run()
      : NewWorkspaceRun(self, surroundings, console).run()
  }

  static let summary = Phrase(
    en: "begin another academy's base, or open an edition",
    fr: "commencer la base d’une autre académie, ou ouvrir une édition")

  static let help = Phrase(
    en: """
      trousse new: begin another academy's base, or open an edition

      usage: trousse new DIR --academy NAME --zone A|B|C --department CODE… --basin [CODE=]NAME…
                         --week DAY [--edition YEAR] [--rank N] [--code ID] [--slogan TEXT]
                         [--site ADDRESS] [--data DIR]
             trousse new edition YEAR --week DAY [--rank N] [--data DIR]

        DIR                  a new folder, or an empty one: then `trousse build --data DIR`
        --academy NAME       as in `Rennes` or `Aix-Marseille`
        --zone A|B|C         of its school holidays; another zone is for you to describe
        --department CODE…   as in `35`, or with a name of your own: `35=Ille-et-Vilaine`
        --basin NAME…        with the code of its department where there are several: `35=Redon`
        --week DAY           the Monday of the week, as `2027-03-15`
        --edition YEAR       the year of the week, if you want to have it checked
        --rank N             which edition it is (else the first, or the one after the last)
        --code ID            a short name for files (else made of the academy's)
        --slogan, --site     the academy's slogan, and the address of its site
        --data DIR           the base to take the method from; for `edition`, the one to change

      What is missing is asked for on a terminal, and told elsewhere. The new base has an empty
      history: what was tried and learnt elsewhere stays as such, with academy and source.

      """,
    fr: """
      trousse new : commencer la base d’une autre académie, ou ouvrir une édition

      usage : trousse new DOSSIER --academy NOM --zone A|B|C --department CODE…
                          --basin [CODE=]NOM… --week JOUR [--edition ANNÉE] [--rank N]
                          [--code ID] [--slogan TEXTE] [--site ADRESSE] [--data DOSSIER]
              trousse new edition ANNÉE --week JOUR [--rank N] [--data DOSSIER]

        DOSSIER              un dossier nouveau, ou vide : puis « trousse build --data DOSSIER »
        --academy NOM        comme « Rennes » ou « Aix-Marseille »
        --zone A|B|C         de ses vacances scolaires ; une autre zone est à décrire
        --department CODE…   comme « 35 », ou avec un nom à vous : « 35=Ille-et-Vilaine »
        --basin NOM…         avec le code du département s’il y en a plusieurs : « 35=Redon »
        --week JOUR          le lundi de la Semaine, comme « 2027-03-15 »
        --edition ANNÉE      l’année de la Semaine, pour la faire vérifier
        --rank N             la combientième édition (sinon la première, ou la suivante)
        --code ID            un nom court pour les fichiers (sinon tiré de celui de l’académie)
        --slogan, --site     le slogan de l’académie, l’adresse de son site
        --data DOSSIER       la base dont vient la méthode ; pour « edition », celle à changer

      Ce qui manque est demandé dans un terminal, et dit ailleurs. La nouvelle base a une histoire
      vide : ce qui a été essayé et appris ailleurs le reste, avec l’académie et la source.

      """)
}
