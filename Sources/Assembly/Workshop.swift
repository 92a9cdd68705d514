package import Diagnostics
package import French
package import KnowledgeBase
import Planning
package import Quality
import Tailoring
package import Templates

/// What is made once for an edition and serves every kit of it.
package struct Workshop: Sendable {
  package let base: KnowledgeBase
  package let edition: Edition
  package let stamp: BuildStamp
  let memory: Memory
  let profiles: [Basin.ID: PlanProfile]
  let plans: [PlanProfile: Plan]
  let kitPlan: KitPlan
  /// The templates' folder as the person knows it, for messages.
  let templatesFolder: String
  let academyPage: AcademyPage
  /// The guide for authors of templates, if the templates' folder has one.
  let guide: LooseTemplate?
  let looks: Looks
}

/// What the person asked of a build.
package struct BuildRequest: Sendable {
  /// An edition's id; nil is the one that the base says is being prepared.
  package var edition: String?
  /// The day that the kits carry; nil is the one of the edition.
  package var day: CalendarDay?
  /// The day on which the basins set to work; nil is what each says of itself, or the first of its
  /// plan.
  package var start: CalendarDay?
  package var version: String

  package init(
    edition: String?, day: CalendarDay?, start: CalendarDay? = nil, version: String
  ) {
    self.edition = edition
    self.day = day
    self.start = start
    self.version = version
  }
}

extension Workshop {
  /// Loads, plans and compiles all that the kits of an edition need: the whole check of the inputs.
  ///
  /// - Throws: `Stopped` with all that is wrong in base and templates.
  package static func prepare(
    _ inputs: BuildInputs, _ request: BuildRequest
  ) throws(Stopped) -> Reported<Workshop> {
    try checkEncodings(inputs)
    let loaded = try load(
      inputs.knowledge, schemas: inputs.schemas, folder: inputs.knowledgeFolder)
    let base = loaded.value
    let edition = try chooseEdition(request.edition, in: base)
    let kitPlan = try compileKit(inputs.templates, folder: inputs.templatesFolder)
    try checkDocuments(base, kitPlan.documentIDs)
    try checkNames(base, in: kitPlan)
    let season = try Season(base, edition: edition)
    var profiles: [Basin.ID: PlanProfile] = [:]
    var plans: [PlanProfile: Plan] = [:]
    for basin in base.basins {
      var profile = profile(of: basin, in: edition, base)
      if let start = request.start { profile.start = start }
      profiles[basin.id] = profile
      if plans[profile] == nil {
        plans[profile] = try makePlan(
          season, profile: profile,
          startAt: request.start == nil ? start(of: basin, in: edition)?.span : nil)
      }
    }
    let day = request.day ?? edition.firstKitDay ?? season.monday
    let workshop = Workshop(
      base: base, edition: edition,
      stamp: BuildStamp(day: day, version: request.version), memory: Memory(base, of: edition),
      profiles: profiles, plans: plans, kitPlan: kitPlan,
      templatesFolder: inputs.templatesFolder,
      academyPage: try compileAcademyPage(inputs.templates, folder: inputs.templatesFolder),
      guide: try compileGuide(inputs.templates), looks: try Looks(inputs, base.academy))
    return Reported(workshop, loaded.diagnostics)
  }

  /// The basins of the ids, or all of them for none.
  package func basins(_ ids: [String]) throws(Stopped) -> [Basin] {
    guard !ids.isEmpty else { return base.basins }
    let known = base.basins.map(\.id.text)
    let unknown = ids.filter { !known.contains($0) }
    guard unknown.isEmpty else {
      throw Stopped(unknown.map { .unknownBasin($0, among: known) })
    }
    return base.basins.filter { ids.contains($0.id.text) }
  }

  /// Where the base is thin, for the edition's kits: advice, no fault.
  package var findings: [Finding] {
    review(base, documents: kitPlan.documentIDs)
  }

  static func chooseEdition(
    _ id: String?, in base: KnowledgeBase
  ) throws(Stopped) -> Edition {
    let wanted = id ?? base.currentEdition.text
    guard let edition = base.editions.first(where: { $0.id.text == wanted }) else {
      throw Stopped([.unknownEdition(wanted, among: base.editions.map(\.id.text))])
    }
    guard edition.start == nil || edition.end != nil else {
      throw Stopped([.editionWithoutEnd(edition)])
    }
    return edition
  }

  /// Every document that the base names is in the kit's plan.
  private static func checkDocuments(
    _ base: KnowledgeBase, _ known: [String]
  ) throws(Stopped) {
    let references =
      base.tasks.flatMap(\.documents) + base.lessons.flatMap(\.documents)
      + base.partners.flatMap(\.documents) + base.quantities.flatMap(\.documents)
    let names = Set(known)
    let unknown = references.filter { !names.contains($0.value) }
    guard unknown.isEmpty else {
      throw Stopped(unknown.map { .unknownTaskDocument($0, among: known) })
    }
  }
}

extension Workshop {
  /// Every role and every task that the kit's plan names is in the base.
  private static func checkNames(_ base: KnowledgeBase, in plan: KitPlan) throws(Stopped) {
    let (roles, tasks) = (base.roles.map(\.id.text), base.tasks.map(\.id.text))
    let owners = plan.owners.filter { !roles.contains($0.value) }
    let events = plan.events.map(\.task).filter { !tasks.contains($0.value) }
    guard owners.isEmpty, events.isEmpty else {
      throw Stopped(
        owners.map { .unknownOwner($0, among: roles) }
          + events.map { .unknownEventTask($0, among: tasks) })
    }
  }
}

/// What rests on each source of the base; see `sourceUses(of:)`.
///
/// - Throws: `Stopped` as `load` does.
package func sourceUses(in inputs: BuildInputs) throws(Stopped) -> [SourceUse] {
  let base = try load(inputs.knowledge, schemas: inputs.schemas, folder: inputs.knowledgeFolder)
  return sourceUses(of: base.value)
}
