package import Diagnostics
package import Editing
import FileTree
package import French
import KnowledgeBase

/// The workspace of another academy: a base of its own, and calendars to go with it.
///
/// Its plan is made for a trial, so that the first build finds nothing to complain of. Where the
/// school holidays of its zone are not known, the workspace is made all the same, and what is
/// missing is a warning: no day is guessed.
///
/// - Returns: the files by their path in the workspace, and all that is still to be done.
/// - Throws: `Stopped`: `new.…`, or what `Workshop.prepare` says of the base it starts from.
package func workspace(
  of academy: NewAcademy, from inputs: BuildInputs, version: String
) throws(Stopped) -> Reported<[LooseFile]> {
  let problems = academy.problems
  guard problems.isEmpty else { throw Stopped(problems) }
  let base = try load(inputs.knowledge, schemas: inputs.schemas, folder: inputs.knowledgeFolder)
    .value
  let made = try newKnowledgeBase(for: academy, from: inputs.knowledge, base)
  var trial = inputs
  trial.knowledge = made.map { SourceFile(id: SourceFile.ID($0.path), bytes: $0.bytes) }
  let todo = try missing(trial, version)
  return Reported(made.map { LooseFile(path: path($0.path), bytes: $0.bytes) }, todo)
}

/// What a first build would still lack; all else that is wrong is thrown.
private func missing(_ trial: BuildInputs, _ version: String) throws(Stopped) -> [Diagnostic] {
  do throws(Stopped) {
    let request = BuildRequest(edition: nil, day: nil, version: version)
    return try Workshop.prepare(trial, request).diagnostics
  } catch {
    let isCalendar = error.diagnostics.allSatisfy { problem in
      ["plan.calendar-too-short", "plan.public-holidays-too-short"].contains(problem.id)
    }
    guard isCalendar else { throw error }
    return error.diagnostics.map { problem in
      var told = problem
      told.severity = .warning
      return told
    }
  }
}

private func path(_ text: String) -> RelativePath {
  do throws(PathError) {
    return try RelativePath(text)
  } catch {
    preconditionFailure("`\(text)` is no path of ours")
  }
}

/// The base with one more edition, which a build without another word is then for.
///
/// - Returns: the changed file.
/// - Throws: `Stopped`: `new.…`, and all that `Workshop.prepare` says of the base as it would be,
///   such as a calendar that does not reach so far.
package func opened(
  _ year: Int, week: CalendarDay, rank: Int?, in inputs: BuildInputs, version: String
) throws(Stopped) -> SourceFile {
  let base = try load(inputs.knowledge, schemas: inputs.schemas, folder: inputs.knowledgeFolder)
    .value
  let changed = try openEdition(year, week: week, rank: rank, in: inputs.knowledge, base)
  var trial = inputs
  trial.knowledge = inputs.knowledge.map { $0.id == changed.id ? changed : $0 }
  _ = try Workshop.prepare(trial, BuildRequest(edition: nil, day: nil, version: version))
  return changed
}
