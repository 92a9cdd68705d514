import Assembly
import Diagnostics

/// `trousse merge`, as typed: a template for each row of a list.
struct MergeCommand: Subcommand {
  var inputs = InputOptions()
  var template: String?
  var rows: String?
  var output: String?
  var pattern: String?
  var letterhead: String?
  var format: MergeFormat?
  var isTogether = false
  var wantsZip = false
  var listsFields = false

  static let name = "merge"

  static let options: [CommandOption<MergeCommand>] =
    InputOptions.options(
      ["--edition", "--basin", "--date", "--data", "--templates", "--strict"], in: \.inputs)
    + [
      .text("--rows", \.rows), .text("--out", \.output), .text("--name", \.pattern),
      .text("--letterhead", \.letterhead), .choice("--format", \.format),
      .flag("--single", \.isTogether), .flag("--zip", \.wantsZip),
      .flag("--list-fields", \.listsFields),
    ]

  mutating func take(_ word: String) throws(UsageError) {
    guard template == nil else { throw .strayWord(word) }
    template = word
  }

  func checkComplete() throws(UsageError) {
    guard rows != nil else { throw .missingOption("--rows", command: Self.name) }
    guard inputs.basins.count < 2 else { throw .oneBasin }
    if listsFields { return }
    guard template != nil else {
      throw .missingWord(Phrase(en: "a template", fr: "un modèle"), command: Self.name)
    }
    guard output != nil else { throw .missingOption("--out", command: Self.name) }
  }

  func run(_ surroundings: Surroundings, _ console: Console) async -> ExitCode {
    MergeRun(self, surroundings, console).run()
  }

  static let summary = Phrase(
    en: "mail merge: one document for each row of a list",
    fr: "publipostage : un document par ligne d’une liste")

  static let help = Phrase(
    en: """
      trousse merge: mail merge, one document for each row of a list

      usage: trousse merge TEMPLATE --rows LIST --out DIR [--basin ID] [--name PATTERN]
                           [--format odt|html|both] [--letterhead FILE] [--single] [--zip]
                           [--list-fields] [--edition YEAR] [--date DAY] [--data DIR]
                           [--templates DIR] [--strict]

        TEMPLATE       a Writer document (.odt, .ott, .fodt) or an XML template, anywhere; or a
                       template or a document's id of the kit
        --rows LIST    an ODS, a CSV (UTF-8 or Windows-1252; `;` `,` or tabs) or a JSON list of
                       objects; the first row of a sheet holds the headings
        --out DIR      where to write; files of other names stay
        --basin ID     let the template name all that the kit of this basin may name, too
        --name PATTERN the files' names, with fields: '23-lettre-{{ commune }}'; a / begins a folder
        --letterhead FILE  the document whose pages and styles a Writer template takes, a file or one
                       of the templates' folder: partials/papier-a-lettres.fodt
        --single       one document with a page for each row
        --zip          all of it in a zip, too
        --list-fields  show how the columns are named, and write nothing; needs no TEMPLATE

      A heading becomes a field: « Nom du maire » is {{ nomDuMaire }}. The cells say its type: text,
      number, day, time, amount, yes or no. An empty cell is a blank to fill. What the template
      names and the list lacks is an error; what it never names, a warning.

      With --basin, a template that the kit has once for each partner or role takes the one that a
      column called partner or role says (its id, or its title); a row that says none makes a
      document for each that the basin's kit has.

      example:
        trousse merge lettre-maire.odt --rows maires.ods --out lettres --basin evry \\
          --name '23-lettre-maire-{{ commune }}'

      """,
    fr: """
      trousse merge : publipostage, un document par ligne d’une liste

      usage : trousse merge MODÈLE --rows LISTE --out DOSSIER [--basin ID] [--name MOTIF]
                            [--format odt|html|both] [--letterhead FICHIER] [--single] [--zip]
                            [--list-fields] [--edition ANNÉE] [--date JOUR] [--data DOSSIER]
                            [--templates DOSSIER] [--strict]

        MODÈLE         un document Writer (.odt, .ott, .fodt) ou un modèle XML, où qu’il soit ; ou
                       un modèle ou l’identifiant d’un document du kit
        --rows LISTE   un classeur ODS, un CSV (UTF-8 ou Windows-1252 ; « ; », « , » ou
                       tabulations) ou une liste d’objets JSON ; la première ligne d’une feuille
                       porte les titres
        --out DOSSIER  où écrire ; les fichiers d’autres noms y restent
        --basin ID     le modèle peut nommer aussi tout ce que nomme le kit de ce bassin
        --name MOTIF   les noms des fichiers, avec des champs : '23-lettre-{{ commune }}' ; un /
                       commence un dossier
        --letterhead FICHIER  le document dont un modèle Writer prend les pages et les styles, un
                       fichier ou l’un du dossier des modèles : partials/papier-a-lettres.fodt
        --single       un seul document, une page par ligne
        --zip          tout aussi dans un fichier zip
        --list-fields  montrer comment se nomment les colonnes, sans rien écrire ; sans MODÈLE

      Un titre devient un champ : « Nom du maire » est {{ nomDuMaire }}. Les cellules disent sa
      sorte : texte, nombre, jour, heure, montant, oui ou non. Une cellule vide est un blanc à
      compléter. Ce que le modèle nomme et que la liste n’a pas est une erreur ; ce qu’il ne nomme
      jamais, un avertissement.

      Avec --basin, un modèle que le kit a une fois par partenaire ou par rôle prend celui que dit
      une colonne nommée partner ou role (son identifiant ou son titre) ; une ligne qui n’en dit
      aucun donne un document pour chacun de ceux du kit.

      exemple :
        trousse merge lettre-maire.odt --rows maires.ods --out lettres --basin evry \\
          --name '23-lettre-maire-{{ commune }}'

      """)
}
