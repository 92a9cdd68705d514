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
  var letterhead: String?
  var isWatching = false

  static let name = "preview"

  static let options: [CommandOption<PreviewCommand>] =
    InputOptions.options(
      ["--edition", "--basin", "--date", "--data", "--templates", "--strict"], in: \.inputs)
    + [
      .text("--out", \.output), .text("--letterhead", \.letterhead),
      .flag("--watch", \.isWatching),
    ]

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
      let files = try files(preparation, surroundings, console)
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

  /// Those of a document of the kit; else those of a template that stands anywhere.
  private func files(
    _ preparation: Preparation, _ surroundings: Surroundings, _ console: Console
  ) throws(ExitCode) -> [LooseFile] {
    guard let basin = preparation.basins.first, let template else { throw .inputs }
    let name = templateName(preparation.inputs.templatesFolder, surroundings)
    let workshop = preparation.workshop
    let own = preparation.inputs.templates[workshop.templatePath(name)]
    let isApart = letterhead != nil || !workshop.isPlanned(name)
    guard isApart, own != nil || fileExists(at: template) else {
      return try preparation.told(console) { () throws(Stopped) in
        try workshop.preview(name, for: basin)
      }
    }
    let file = if let own { own } else { try readNamedFile(at: template, surroundings, console) }
    let letterhead = try preparation.letterhead(letterhead, surroundings, console)
    var sources = preparation.inputs.sources
    if file.id.path.hasSuffix(".xml") { sources[file.id] = file.bytes }
    do throws(Stopped) {
      return try workshop.preview(
        file, on: letterhead, in: preparation.inputs.templates, for: basin)
    } catch {
      console.complain(error.diagnostics, sources)
      throw .inputs
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
      let files = [template, letterhead].compactMap(\.self).map { fileStamp(of: $0) }
      return try files + Workplace(inputs, surroundings).folders.flatMap { folderStamp(of: $0) }
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

      usage: trousse preview TEMPLATE --basin ID [--out DIR] [--watch] [--letterhead FILE]
                             [--edition YEAR] [--date DAY] [--data DIR] [--templates DIR]
                             [--strict]

        TEMPLATE     a template's path from the templates' folder, a document's id, or a Writer
                     document or XML template that is not in the kit, wherever it is
        --basin ID   the basin
        --out DIR    where to write, anew each time (else build/preview)
        --watch      again each time that a template or a data file is saved, until Ctrl-C
        --letterhead FILE  the document whose pages and styles a Writer template outside the kit
                     takes, a file or one of the templates' folder

      example:
        trousse preview lettre-maire --basin evry --watch

      """,
    fr: """
      trousse preview : fabriquer tout de suite les documents d’un modèle pour un bassin

      usage : trousse preview MODÈLE --basin ID [--out DOSSIER] [--watch] [--letterhead FICHIER]
                              [--edition ANNÉE] [--date JOUR] [--data DOSSIER]
                              [--templates DOSSIER] [--strict]

        MODÈLE         le chemin d’un modèle depuis le dossier des modèles, l’identifiant d’un
                       document, ou un document Writer ou un modèle XML hors du kit, où qu’il soit
        --basin ID     le bassin
        --out DOSSIER  où écrire, à neuf chaque fois (sinon build/preview)
        --watch        à nouveau chaque fois qu’un modèle ou une donnée est enregistré, jusqu’à
                       Ctrl-C
        --letterhead FICHIER  le document dont un modèle Writer hors du kit prend les pages et les
                       styles, un fichier ou l’un du dossier des modèles

      exemple :
        trousse preview lettre-maire --basin evry --watch

      """)
}
