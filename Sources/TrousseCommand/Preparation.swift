import Assembly
import Diagnostics
import Disk
import French
import KnowledgeBase

/// What `build` and `check` begin with: the inputs read, the workshop ready, the basins chosen.
struct Preparation: Sendable {
  let inputs: BuildInputs
  let workshop: Workshop
  var basins: [Basin]

  /// - Throws: the exit code, after the console has told why.
  init(
    _ typed: InputOptions, _ surroundings: Surroundings, _ console: Console
  ) throws(ExitCode) {
    let request = try Self.request(typed, surroundings, console)
    inputs = try Self.read(typed, surroundings, console)
    do throws(Stopped) {
      let prepared = try Workshop.prepare(inputs, request)
      workshop = prepared.value
      basins = try workshop.basins(typed.basins)
      console.complain(prepared.diagnostics, inputs.sources)
      if typed.isStrict, !prepared.diagnostics.isEmpty { throw Stopped([]) }
    } catch {
      console.complain(error.diagnostics, inputs.sources)
      throw .inputs
    }
  }

  /// The path from the templates' folder of a file that stands in it; nil for any other.
  func templatePath(of path: String) -> String? {
    let folder = inputs.templatesFolder + "/"
    return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : nil
  }

  /// The letterhead that a word means: one of the templates' folder by its path in it, else a file.
  func letterhead(
    _ word: String?, _ surroundings: Surroundings, _ console: Console
  ) throws(ExitCode) -> SourceFile? {
    guard let word else { return nil }
    if let own = inputs.templates[word] { return own }
    return try readNamedFile(at: word, surroundings, console)
  }

  /// What the person asked of a build.
  static func request(
    _ typed: InputOptions, _ surroundings: Surroundings, _ console: Console
  ) throws(ExitCode) -> BuildRequest {
    BuildRequest(
      edition: typed.edition, day: try day(typed, surroundings, console),
      start: try day(typed.start, option: "--start", console), version: TrousseCommand.version)
  }

  /// The day that the kits carry: the option, else `SOURCE_DATE_EPOCH`
  /// (reproducible-builds.org), else what the edition says. Never the clock.
  private static func day(
    _ typed: InputOptions, _ surroundings: Surroundings, _ console: Console
  ) throws(ExitCode) -> CalendarDay? {
    if let day = try day(typed.day, option: "--date", console) { return day }
    guard let text = surroundings.sourceDateEpoch, !text.isEmpty else { return nil }
    // Beyond the year 2200 a kit could not write its day.
    guard let seconds = Int(text), (0...7_258_118_400).contains(seconds) else {
      console.complain(.notAnEpoch(text))
      throw .usage
    }
    return CalendarDay(secondsSince1970: seconds)
  }

  private static func day(
    _ text: String?, option: String, _ console: Console
  ) throws(ExitCode) -> CalendarDay? {
    guard let text else { return nil }
    guard let day = CalendarDay(text) else {
      console.complain(.notADay(text, option: option))
      throw .usage
    }
    return day
  }

  /// Reads the files of a run.
  static func read(
    _ typed: InputOptions, _ surroundings: Surroundings, _ console: Console
  ) throws(ExitCode) -> BuildInputs {
    let workplace: Workplace
    do throws(WorkplaceError) {
      workplace = try Workplace(typed, surroundings)
    } catch {
      console.complain([error.diagnostic], [:])
      throw .usage
    }
    do throws(DiskError) {
      return try workplace.inputs()
    } catch {
      console.complain(error)
      throw error.isOfInputs ? .inputs : .machine
    }
  }
}
