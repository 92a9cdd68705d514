import Assembly
import Diagnostics
import Disk
import FileTree
import Glibc

/// `trousse preview`: the documents of one template for one basin, at once.
struct PreviewCommand: Subcommand {
  var inputs = InputOptions()
  var output: String?
  var template: String?
  var isWatching = false

  static let name = "preview"

  static let options: [CommandOption<PreviewCommand>] =
    InputOptions.options(
      ["--edition", "--basin", "--date", "--data", "--templates", "--strict"], in: \.inputs)
    + [.text("--out", \.output), .flag("--watch", \.isWatching)]

  mutating func take(_ word: String) throws(UsageError) {
    guard template == nil else { throw .strayWord(word) }
    template = word
  }

  func checkComplete() throws(UsageError) {
    guard template != nil else {
      throw .missingWord(Phrase(en: "a template", fr: "un modèle"), command: Self.name)
    }
    guard inputs.basins.count == 1 else { throw .oneBasin }
  }

  /// Where a preview goes without another word.
  private static let defaultOutput = "build/preview"

  func run(_ surroundings: Surroundings, _ console: Console) async -> ExitCode {
    guard isWatching else { return render(surroundings, console) }
    // Until the person ends it: what is wrong is told, and mended by the next save.
    while true {
      let before = stamp(surroundings)
      _ = render(surroundings, console)
      while stamp(surroundings) == before { usleep(300_000) }
    }
  }

  private func render(_ surroundings: Surroundings, _ console: Console) -> ExitCode {
    do throws(ExitCode) {
      let preparation = try Preparation(inputs, surroundings, console)
      let name = templateName(preparation.inputs.templatesFolder, surroundings)
      guard let basin = preparation.basins.first else { throw .inputs }
      let files = try preparation.told(console) { () throws(Stopped) in
        try preparation.workshop.preview(name, for: basin)
      }
      let output = output ?? Self.defaultOutput
      try write(files, to: output, console)
      for file in files where !file.path.text.hasPrefix("apparence/") {
        console.say("\(surroundings.shown(output))/\(file.path.text)\n")
      }
      return .success
    } catch {
      return error
    }
  }

  /// A template may be named as it lies on the disk, which a shell completes.
  private func templateName(_ folder: String, _ surroundings: Surroundings) -> String {
    let shown = surroundings.shown(template ?? "")
    let plain = shown.hasPrefix("./") ? String(shown.dropFirst(2)) : shown
    return plain.hasPrefix(folder + "/") ? String(plain.dropFirst(folder.count + 1)) : plain
  }

  /// What the folders hold now, by time and size; nil when they cannot be read.
  private func stamp(_ surroundings: Surroundings) -> [String]? {
    do throws(WorkplaceError) {
      return try Workplace(inputs, surroundings).folders.flatMap { folderStamp(of: $0) }
    } catch {
      return nil
    }
  }

  static let summary = Phrase(
    en: "make the documents of one template for one basin, at once",
    fr: "fabriquer tout de suite les documents d’un modèle pour un bassin")

  static let help = Phrase(
    en: """
      trousse preview: make the documents of one template for one basin, at once

      usage: trousse preview TEMPLATE --basin ID [--out DIR] [--watch] [--edition YEAR]
                             [--date DAY] [--data DIR] [--templates DIR] [--strict]

        TEMPLATE     a template's path from the templates' folder, or a document's id
        --basin ID   the basin
        --out DIR    where to write, anew each time (else build/preview)
        --watch      again each time that a template or a data file is saved, until Ctrl-C

      example:
        trousse preview lettre-maire --basin evry --watch

      """,
    fr: """
      trousse preview : fabriquer tout de suite les documents d’un modèle pour un bassin

      usage : trousse preview MODÈLE --basin ID [--out DOSSIER] [--watch] [--edition ANNÉE]
                              [--date JOUR] [--data DOSSIER] [--templates DOSSIER] [--strict]

        MODÈLE         le chemin d’un modèle depuis le dossier des modèles, ou l’identifiant
                       d’un document
        --basin ID     le bassin
        --out DOSSIER  où écrire, à neuf chaque fois (sinon build/preview)
        --watch        à nouveau chaque fois qu’un modèle ou une donnée est enregistré, jusqu’à
                       Ctrl-C

      exemple :
        trousse preview lettre-maire --basin evry --watch

      """)
}
