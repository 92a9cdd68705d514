import Assembly
import Diagnostics
import Disk
import Editing
import French

/// `trousse new DIR`: what the academy says of itself, by options or by answers, becomes a
/// workspace.
struct NewWorkspaceRun: Sendable {
  private let typed: NewCommand
  private let surroundings: Surroundings
  private let console: Console

  init(_ typed: NewCommand, _ surroundings: Surroundings, _ console: Console) {
    self.typed = typed
    self.surroundings = surroundings
    self.console = console
  }

  private var folder: String { typed.words[0] }

  func run() -> ExitCode {
    do throws(ExitCode) {
      try checkFolder()
      let academy = try academy()
      let inputs = try Preparation.read(typed.inputs, surroundings, console)
      let made = try make(academy, inputs)
      try typed.write(made.value, to: folder, console)
      report(academy, made.diagnostics)
      return .success
    } catch {
      return error
    }
  }

  /// A workspace never mixes with what is there.
  private func checkFolder() throws(ExitCode) {
    let isFree: Bool
    do throws(DiskError) {
      isFree =
        try folderExists(at: folder) ? listNames(in: folder).isEmpty : !fileExists(at: folder)
    } catch {
      console.complain(error)
      throw .machine
    }
    guard isFree else {
      console.complain([.folderNotEmpty(surroundings.shown(folder))], [:])
      throw .inputs
    }
  }

  // MARK: What the academy says

  private func academy() throws(ExitCode) -> NewAcademy {
    var answers = Answers(console, asks: surroundings.inputIsTerminal)
    let name = answers.text(typed.academy, "--academy", Questions.academy)
    let zone = answers.text(typed.zone, "--zone", Questions.zone)
    let departments = answers.texts(typed.departments, "--department", Questions.departments)
    let basins = answers.texts(typed.basins, "--basin", Questions.basins)
    let weekText = answers.text(typed.week, "--week", Questions.week)
    guard answers.missing.isEmpty else {
      console.complain(.missingOptions(answers.missing))
      throw .usage
    }
    let week = try Self.day(weekText, console)
    if let year = typed.year, year != week.year {
      console.complain([.otherYear(week, year)], [:])
      throw .inputs
    }
    return NewAcademy(
      name: name, code: typed.code, zone: zone,
      departments: departments.map(NewAcademy.Department.init),
      basins: basins.map(NewAcademy.Basin.init), week: week, rank: typed.rank ?? 1,
      slogan: typed.slogan, site: typed.site)
  }

  static func day(_ text: String, _ console: Console) throws(ExitCode) -> CalendarDay {
    guard let day = CalendarDay(text) else {
      console.complain(.notADay(text, option: "--week"))
      throw .usage
    }
    return day
  }

  private func make(
    _ academy: NewAcademy, _ inputs: BuildInputs
  ) throws(ExitCode) -> Reported<[LooseFile]> {
    do throws(Stopped) {
      return try workspace(of: academy, from: inputs, version: TrousseCommand.version)
    } catch {
      console.complain(error.diagnostics, inputs.sources)
      throw .inputs
    }
  }

  private func report(_ academy: NewAcademy, _ todo: [Diagnostic]) {
    let place = surroundings.shown(folder)
    let basins = counted(
      academy.basins.count, en: ("basin", "basins"), fr: ("bassin", "bassins"))
    console.say(
      Phrase(
        en: "\(place): the base of \(academy.name), \(basins.english), edition "
          + "\(academy.week.year)",
        fr: "\(place) : la base de \(academy.name), \(basins.french), édition "
          + "\(academy.week.year)"))
    console.complain(todo.map { $0.below(folder: place) }, [:])
    console.say(
      Phrase(
        en: "next: `trousse build --data \(place)`; `trousse export-sheets sheets --data \(place)`",
        fr: "ensuite : « trousse build --data \(place) » ; « trousse export-sheets feuilles --data "
          + "\(place) »"))
  }
}

extension Diagnostic {
  /// The same, of a file that now lies in a folder.
  fileprivate func below(folder: String) -> Diagnostic {
    var told = self
    told.span = span.map {
      SourceSpan(file: SourceFile.ID("\(folder)/\($0.file.path)"), bytes: $0.bytes)
    }
    return told
  }
}
