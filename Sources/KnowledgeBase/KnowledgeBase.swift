/// **Load**: the XML files of the knowledge base, checked by schema and then by meaning, become
/// values whose references all resolve.
///
/// One file a kind (`Part`), each with a RELAX NG schema of the same name. What a schema cannot
/// say is checked here: ids that are used exist, nothing is defined twice, dates agree, tasks do
/// not wait for each other in a circle. Texts come out typographically right (`typeset`), so that
/// no later room has to think of it.
package struct KnowledgeBase: Sendable {
  /// The files of the base, in the order in which they are read.
  package enum Part: String, CaseIterable, Sendable {
    case sources, academy, editions, basins, roles, tasks, actions, lessons, formulas, partners
    case glossary, ranking, quantities, budget, risks, messages
    case schools

    /// Whether a base may do without it.
    package var isOptional: Bool { self == .schools }
    package var fileName: String { "\(rawValue).xml" }
    package var schemaName: String { "\(rawValue).rng" }
  }

  package let academy: Academy
  package let principles: [Principle]
  package let funds: [Fund]
  /// In the order of their rank.
  package let editions: [Edition]
  /// The edition that is being prepared.
  package let currentEdition: Edition.ID
  /// In the order of the file.
  package let basins: [Basin]
  package let roles: [Role]
  /// In the order of their number.
  package let phases: [Phase]
  package let tasks: [Task]
  package let themes: [Theme]
  package let actions: [Action]
  package let lessons: [Lesson]
  package let formulas: [LetterFormula]
  package let partners: [PartnerKind]
  /// In French alphabetical order of the short form.
  package let glossary: [Term]
  package let sources: [Source]
  package let ranking: RankingRules
  package let quantities: [Quantity]
  package let budget: [BudgetLine]
  package let risks: [Risk]
  package let messages: [Message]
  /// In the order of the file; most know no basin yet.
  package let schools: [School]
  package let calendar: SchoolCalendar

  private let sourceIndex: [Source.ID: Int]
  private let roleIndex: [Role.ID: Int]
  private let phaseIndex: [Phase.ID: Int]
  private let taskIndex: [Task.ID: Int]
  private let departmentIndex: [Department.ID: Int]
  private let basinIndex: [Basin.ID: Int]
  private let editionIndex: [Edition.ID: Int]
  private let schoolsByBasin: [Basin.ID?: [Int]]

  init(_ parts: LoadedParts, calendar: SchoolCalendar) {
    academy = parts.academy
    principles = parts.principles
    funds = parts.funds
    editions = parts.editions
    currentEdition = parts.currentEdition
    basins = parts.basins
    roles = parts.roles
    phases = parts.phases
    tasks = parts.tasks
    themes = parts.themes
    actions = parts.actions
    lessons = parts.lessons
    formulas = parts.formulas
    partners = parts.partners
    glossary = parts.glossary
    sources = parts.sources
    ranking = parts.ranking
    quantities = parts.quantities
    budget = parts.budget
    risks = parts.risks
    messages = parts.messages
    schools = parts.schools
    schoolsByBasin = Dictionary(
      grouping: parts.schools.indices.filter { parts.schools[$0].basin != nil },
      by: { parts.schools[$0].basin })
    self.calendar = calendar
    sourceIndex = index(parts.sources.map(\.id))
    roleIndex = index(parts.roles.map(\.id))
    phaseIndex = index(parts.phases.map(\.id))
    taskIndex = index(parts.tasks.map(\.id))
    departmentIndex = index(parts.academy.departments.map(\.id))
    basinIndex = index(parts.basins.map(\.id))
    editionIndex = index(parts.editions.map(\.id))
  }

  // References were resolved when the base was loaded, so these find what they are asked for.

  package subscript(id: Source.ID) -> Source { sources[position(of: id, in: sourceIndex)] }
  package subscript(id: Role.ID) -> Role { roles[position(of: id, in: roleIndex)] }
  package subscript(id: Phase.ID) -> Phase { phases[position(of: id, in: phaseIndex)] }
  package subscript(id: Task.ID) -> Task { tasks[position(of: id, in: taskIndex)] }
  package subscript(id: Basin.ID) -> Basin { basins[position(of: id, in: basinIndex)] }
  package subscript(id: Edition.ID) -> Edition { editions[position(of: id, in: editionIndex)] }
  /// The schools that the academy has given to a basin, in the order of the file.
  package func schools(of basin: Basin.ID) -> [School] {
    (schoolsByBasin[basin] ?? []).map { schools[$0] }
  }

  package subscript(id: Department.ID) -> Department {
    academy.departments[position(of: id, in: departmentIndex)]
  }
}

private func position<Subject>(
  of id: Identifier<Subject>, in index: [Identifier<Subject>: Int]
) -> Int {
  guard let position = index[id] else {
    preconditionFailure("the reference `\(id)` was not resolved when the base was loaded")
  }
  return position
}

private func index<Subject>(_ ids: [Identifier<Subject>]) -> [Identifier<Subject>: Int] {
  Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
}

/// What the files said, before it is a base.
struct LoadedParts {
  var academy: Academy
  var currentEdition: Edition.ID
  var principles: [Principle] = []
  var funds: [Fund] = []
  var editions: [Edition] = []
  var basins: [Basin] = []
  var roles: [Role] = []
  var phases: [Phase] = []
  var tasks: [Task] = []
  var themes: [Theme] = []
  var actions: [Action] = []
  var lessons: [Lesson] = []
  var formulas: [LetterFormula] = []
  var partners: [PartnerKind] = []
  var glossary: [Term] = []
  var sources: [Source] = []
  var ranking = RankingRules.none
  var quantities: [Quantity] = []
  var budget: [BudgetLine] = []
  var risks: [Risk] = []
  var messages: [Message] = []
  var schools: [School] = []
}
