import Assembly
import Diagnostics

/// `trousse export-sheets`, as typed and run.
struct ExportSheetsCommand: Subcommand {
  var inputs = InputOptions()
  var format: SheetFormat?
  var folder: String?

  static let name = "export-sheets"

  static let options: [CommandOption<ExportSheetsCommand>] =
    InputOptions.options(["--data"], in: \.inputs) + [.choice("--format", \.format)]

  mutating func take(_ word: String) throws(UsageError) {
    guard folder == nil else { throw .strayWord(word) }
    folder = word
  }

  func checkComplete() throws(UsageError) {
    if folder == nil {
      throw .missingWord(Phrase(en: "a folder", fr: "un dossier"), command: Self.name)
    }
  }

  func run(_ surroundings: Surroundings, _ console: Console) async -> ExitCode {
    do throws(ExitCode) {
      let inputs = try Preparation.read(self.inputs, surroundings, console)
      let files: [SheetFile]
      do throws(Stopped) {
        files = try sheetFiles(
          of: inputs, as: format ?? .ods, version: TrousseCommand.version)
      } catch {
        console.complain(error.diagnostics, inputs.sources)
        throw .inputs
      }
      try write(files, console)
      return .success
    } catch {
      return error
    }
  }

  private func write(_ files: [SheetFile], _ console: Console) throws(ExitCode) {
    let folder = folder ?? ""
    let loose = files.map { LooseFile(path: $0.path, bytes: $0.bytes) }
    try write(loose, to: folder, console)
    for file in files {
      let rows = counted(file.rowCount, en: ("row", "rows"), fr: ("ligne", "lignes"))
      console.say(
        Phrase(
          en: "\(folder)/\(file.path): \(rows.english)",
          fr: "\(folder)/\(file.path) : \(rows.french)"))
    }
  }

  static let summary = Phrase(
    en: "write the knowledge base as sheets for LibreOffice Calc",
    fr: "écrire la base de connaissances en feuilles pour LibreOffice Calc")

  static let help = Phrase(
    en: """
      trousse export-sheets: write the knowledge base as sheets for LibreOffice Calc

      usage: trousse export-sheets DIR [--format ods|csv] [--data DIR]

        DIR               where to write: one file for each kind of item
        --format ods|csv  spreadsheets with lists, dates and help (the default), or plain CSV
        --data DIR        a folder with KnowledgeBase, and perhaps Calendars and Schemas

      One row is one item. Edit, save, then `trousse import DIR/actions.ods`. Ids are protected: to
      remove or sort rows, first lift the protection (Tools, Protect Sheet; no password).

      """,
    fr: """
      trousse export-sheets : écrire la base de connaissances en feuilles pour LibreOffice Calc

      usage : trousse export-sheets DOSSIER [--format ods|csv] [--data DOSSIER]

        DOSSIER           où écrire : un fichier par sorte d’élément
        --format ods|csv  classeurs avec listes, dates et aide (par défaut), ou simple CSV
        --data DOSSIER    un dossier avec KnowledgeBase, et au besoin Calendars et Schemas

      Une ligne est un élément. Modifiez, enregistrez, puis « trousse import DOSSIER/actions.ods ».
      Les identifiants sont protégés : pour supprimer ou trier des lignes, levez d’abord la
      protection (Outils, Protéger la feuille ; sans mot de passe).

      """)
}
