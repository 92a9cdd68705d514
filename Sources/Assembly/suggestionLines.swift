package import Diagnostics
import KnowledgeBase
import Planning
import Tailoring

/// An action that a basin should look at, for a terminal.
package struct SuggestionLine: Sendable {
  package let id: String
  package let title: String
  /// In French, as in the kit.
  package let reasons: [String]
  package let warnings: [String]
  /// Whether the basin has held it already.
  package let isOwn: Bool
}

/// What the kit of a basin suggests, the basin's own actions first, without making the kit.
///
/// - Parameters:
///   - files: the XML files of base and calendars.
///   - edition: its id; nil is the one that is being prepared.
/// - Throws: `Stopped` when the base cannot be loaded.
package func suggestionLines(
  for basin: String, _ inputs: BuildInputs, edition: String? = nil
) throws(Stopped) -> [SuggestionLine] {
  let base = try load(
    inputs.knowledge, schemas: inputs.schemas, folder: inputs.knowledgeFolder
  ).value
  let chosen = try Workshop.chooseEdition(edition, in: base)
  guard let basin = base.basins.first(where: { $0.id.text == basin }) else { return [] }
  // An edition whose week is not known yet gives no day to count from.
  guard let day = chosen.firstKitDay else { return [] }
  let profile = profile(of: basin, in: chosen, base)
  // Where the calendar is too short for a plan, all the time that there is counts.
  let plan = try? makePlan(try Season(base, edition: chosen), profile: profile)
  let found = Memory(base, of: chosen)
    .suggestions(for: basin, from: plan?.beginning(from: day) ?? day)
  return found.own.map { SuggestionLine($0, isOwn: true) }
    + found.chosen.map { SuggestionLine($0, isOwn: false) }
}

extension SuggestionLine {
  fileprivate init(_ brief: ActionBrief, isOwn: Bool) {
    self.init(
      id: brief.action.id.text, title: brief.action.title, reasons: brief.reasons,
      warnings: brief.warnings, isOwn: isOwn)
  }
}
