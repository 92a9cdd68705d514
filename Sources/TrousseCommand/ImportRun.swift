import Assembly
import Diagnostics
import Disk
import Editing
import Sheets

/// `trousse import`: sheets compared with the base, and the base changed when that is asked.
struct ImportRun: Sendable {
  private let typed: ImportCommand
  private let surroundings: Surroundings
  private let console: Console

  init(_ typed: ImportCommand, _ surroundings: Surroundings, _ console: Console) {
    self.typed = typed
    self.surroundings = surroundings
    self.console = console
  }

  func run() -> ExitCode {
    do throws(ExitCode) {
      let inputs = try Preparation.read(typed.inputs, surroundings, console)
      var sources = inputs.sources
      let sheets = try readAll(&sources)
      let revision = try revision(inputs, sheets, sources)
      report(revision)
      if typed.applies { try typed.replace(revision.files, readAs: inputs.sources, console) }
      return .success
    } catch {
      return error
    }
  }

  private func readAll(_ sources: inout [SourceFile.ID: [UInt8]]) throws(ExitCode) -> [Sheet] {
    var sheets: [Sheet] = []
    var diagnostics: [Diagnostic] = []
    for path in typed.files {
      let file = try readNamedFile(at: path, surroundings, console)
      do throws(Stopped) {
        let read = try readSheets(file)
        sheets += read.value.sheets
        if let text = read.value.text { sources[text.id] = text.bytes }
        diagnostics += read.diagnostics
      } catch {
        diagnostics += error.diagnostics
      }
    }
    console.complain(diagnostics, sources)
    guard !diagnostics.hasErrors else { throw .inputs }
    return sheets
  }

  private func revision(
    _ inputs: BuildInputs, _ sheets: [Sheet], _ sources: [SourceFile.ID: [UInt8]]
  ) throws(ExitCode) -> Revision {
    do throws(Stopped) {
      let reported = try compare(
        sheets, with: inputs, absent: typed.removes ? .removed : .kept, source: typed.source)
      console.complain(reported.diagnostics, sources)
      return reported.value
    } catch {
      console.complain(error.diagnostics, sources)
      throw .inputs
    }
  }

  // MARK: Telling

  private func report(_ revision: Revision) {
    for line in revision.changes.flatMap(\.lines) { console.say(line) }
    guard !revision.changes.isEmpty else {
      console.say(
        Phrase(
          en: "no difference from the knowledge base",
          fr: "aucune différence avec la base de connaissances"))
      return
    }
    let count = counted(
      revision.changes.count, en: ("item differs", "items differ"),
      fr: ("élément diffère", "éléments diffèrent"))
    guard !typed.applies else { return }
    console.say(
      Phrase(
        en: "\(count.english); nothing was written: `--apply` writes",
        fr: "\(count.french) ; rien n’a été écrit : « --apply » écrit"))
  }
}
