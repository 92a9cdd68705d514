import Diagnostics
import Documents
import French
import KnowledgeBase
import Planning
import Tailoring

// The fields that templates may name, with what each tells. A shape holds name, type, meaning and
// reader together; the scope and the frame of a template are both made from these lists.

/// The brief, and what of it the plan of the kit decides.
struct BriefView {
  let brief: Brief
  /// The documents of this kit by id: a task links only to those that are there.
  let titles: [String: String]
  let lessons: LessonShare
  /// For each task, the documents that it calls for and that are there.
  let called: [[String]]
  /// For each document, the positions of the tasks that call for it.
  let callers: [String: [Int]]

  /// - Parameter telling: the documents that tell lessons.
  init(brief: Brief, titles: [String: String], telling: Set<String> = []) {
    self.brief = brief
    self.titles = titles
    lessons = LessonShare(brief, documents: telling)
    let documents = brief.tasks.map { $0.task.documents.map(\.value) }
    called = documents.map { $0.filter { titles[$0] != nil } }
    callers = documents.enumerated().reduce(into: [:]) { callers, task in
      for id in Set(task.element) { callers[id, default: []].append(task.offset) }
    }
  }
}

/// A variable of every template of a kit, and how to read it.
private struct Global: Sendable {
  let variable: Variable
  let read: @Sendable (BriefView) -> Value

  init(_ name: String, _ type: ValueType, _ read: @escaping @Sendable (BriefView) -> Value) {
    variable = Variable(name: name, type: type)
    self.read = read
  }
}

/// The variables of a kit's templates, `kit` and `document` last.
let kitVariables =
  globals.map(\.variable) + [
    Variable(name: "kit", type: .record(kitShape.type)),
    Variable(name: "document", type: .record(documentShape.type)),
  ]

/// The values of all variables but `kit` and `document`.
func globalValues(of view: BriefView) -> Frame { globals.map { $0.read(view) } }

private let globals: [Global] = [
  Global("academy", .record(academyShape.type)) {
    academyShape.value(of: ($0.brief.academy, $0.brief.principles))
  },
  Global("department", .record(departmentShape.type)) {
    departmentShape.value(of: $0.brief.department)
  },
  Global("edition", .record(editionShape.type)) {
    editionShape.value(of: EditionView(edition: $0.brief.edition, history: $0.brief.history))
  },
  Global("basin", .record(basinShape.type)) { basinShape.value(of: $0.brief.basin) },
  Global("team", .list(.record(roleShape.type))) { view in roles(view.brief.team, view) },
  Global("roles", .record(rolesShape.type)) { rolesShape.value(of: $0) },
  Global("tasks", .list(.record(taskShape.type))) { view in
    tasks(view.brief.tasks.indices, view)
  },
  Global("phases", .list(.record(phaseShape.type))) { view in
    phaseShape.list(of: view.brief.phases.map { ($0, view) })
  },
  Global("support", .list(.record(taskShape.type))) { view in
    taskShape.list(of: view.brief.support.map { TaskView($0, view) })
  },
  Global("plan", .record(planShape.type)) { planShape.value(of: $0) },
  Global("raci", .record(raciShape.type)) { raciShape.value(of: $0) },
  Global("actions", .record(actionsShape.type)) { actionsShape.value(of: $0.brief) },
  Global("quantities", .list(.record(quantityGroupShape.type))) {
    quantityGroupShape.list(of: $0.brief.quantities)
  },
  Global("budget", .record(budgetShape.type)) { budgetShape.value(of: $0.brief.budget) },
  Global("risks", .list(.record(riskShape.type))) { riskShape.list(of: $0.brief.risks) },
  Global("messages", .list(.record(messageShape.type))) {
    messageShape.list(of: $0.brief.messages)
  },
  Global("formulas", .list(.record(formulaShape.type))) {
    formulaShape.list(of: $0.brief.formulas)
  },
  Global("lessons", .list(.record(lessonShape.type))) { lessonShape.list(of: $0.brief.lessons) },
  Global("partners", .list(.record(partnerShape.type))) {
    partnerShape.list(of: $0.brief.partners)
  },
  Global("glossary", .list(.record(termShape.type))) { termShape.list(of: $0.brief.glossary) },
]

// MARK: Academy and place

typealias AcademyView = (academy: Academy, principles: [Principle])

let academyShape = Shape<AcademyView>(
  "academy",
  [
    .text("name", "le nom : « Versailles »") { $0.academy.name },
    .text("fullName", "« académie de Versailles »") { $0.academy.fullName },
    .text("de", "« de l’académie de Versailles »") { $0.academy.de },
    .known("region", "la région") { Known($0.academy.region, or: "région académique") },
    .text("zone", "la zone des vacances scolaires") { $0.academy.zone },
    .text("programme", "« Semaine de la persévérance scolaire »") { $0.academy.programme },
    .known("site", "l’adresse du site commun") {
      Known($0.academy.site, or: "adresse du site commun")
    },
    .known("slogan", "le slogan") { Known($0.academy.slogan, or: "slogan de l’académie") },
    .known("motto", "la devise du site") { Known($0.academy.motto, or: "devise du site") },
    .picture("logo", "le logo de l’académie") { $0.academy.logo },
    .init("principles", .list(.record(principleShape.type)), "les principes du programme") {
      principleShape.list(of: $0.principles)
    },
  ])

private let principleShape = Shape<Principle>(
  "principle",
  [
    .text("title", "l’intitulé") { $0.title },
    .text("text", "ce qu’il veut dire") { $0.text },
  ])

private let departmentShape = Shape<Department>(
  "department",
  [
    .text("name", "le nom : « Essonne »") { $0.name },
    .text("de", "« de l’Essonne »") { $0.de },
    .text("within", "« dans l’Essonne »") { $0.within },
  ])

private let stakeShape = Shape<Stake>(
  "stake",
  [
    .text("id", "l’identifiant") { $0.id.text },
    .text("title", "l’intitulé de l’enjeu") { $0.title },
    .text("short", "l’enjeu en un ou deux mots") { $0.short },
    .text("question", "la question qu’il pose, ou rien") { $0.question ?? "" },
  ])

// MARK: Editions

struct EditionView {
  let edition: EditionBrief
  let history: [EditionBrief]

  func range(_ style: DateRangeStyle) -> Known<String> {
    edition.edition.range(style)
  }
}

extension Edition {
  func range(_ style: DateRangeStyle) -> Known<String> {
    guard let start else { return .blank("dates de la Semaine") }
    return .known(dateRange(start, end ?? start, style))
  }
}

let editionShape = Shape<EditionView>(
  "edition",
  [
    .number("rank", "le rang : 3") { $0.edition.edition.rank },
    .text("year", "l’année de la Semaine") { $0.edition.edition.id.text },
    .text("schoolYear", "l’année scolaire : « 2014-2015 »") { $0.edition.edition.schoolYear },
    .day("start", "le premier jour") { $0.edition.edition.start ?? .unknown },
    .day("end", "le dernier jour") { view in
      view.edition.edition.end ?? view.edition.edition.start ?? .unknown
    },
    .known("range", "« du 16 au 22 mars 2015 »") { $0.range(.days) },
    .known("rangeWithDays", "« du lundi 16 au dimanche 22 mars 2015 »") { $0.range(.weekdays) },
    .init("stakes", .list(.record(stakeShape.type)), "les enjeux de l’édition") {
      stakeShape.list(of: $0.edition.edition.stakes)
    },
    .knownNumber("basinCount", "le nombre de bassins") {
      Known($0.edition.edition.basinCount, or: "nombre de bassins")
    },
    .knownNumber("schoolCount", "le nombre d’établissements") {
      Known($0.edition.edition.schoolCount, or: "nombre d’établissements")
    },
    .init("facts", .list(.record(factShape.type)), "ce qu’on sait de l’édition") {
      factShape.list(of: $0.edition.facts)
    },
    .flag("hasPrevious", "vrai s’il y a eu des éditions avant") { !$0.history.isEmpty },
    .init("history", .list(.record(pastEditionShape.type)), "les éditions d’avant") {
      pastEditionShape.list(of: $0.history)
    },
  ])

private let factShape = Shape<FactBrief>(
  "fact",
  [
    .text("text", "le fait") { $0.text },
    .text("source", "la source") { $0.source },
  ])

private let pastEditionShape = Shape<EditionBrief>(
  "pastEdition",
  [
    .number("rank", "le rang") { $0.edition.rank },
    .text("year", "l’année de la Semaine") { $0.edition.id.text },
    .text("schoolYear", "l’année scolaire") { $0.edition.schoolYear },
    .known("range", "les dates") { edition in
      guard let start = edition.edition.start else { return .blank("dates non retrouvées") }
      guard let end = edition.edition.end else {
        return .known("à partir du \(start.inFrench(.medium))")
      }
      return .known(dateRange(start, end))
    },
    .knownNumber("basins", "le nombre de bassins") {
      Known($0.edition.basinCount, or: "nombre de bassins")
    },
    .knownNumber("schools", "le nombre d’établissements") {
      Known($0.edition.schoolCount, or: "nombre d’établissements")
    },
    .knownNumber("actions", "le nombre d’actions, au moins") {
      Known($0.edition.actionCount, or: "nombre d’actions")
    },
    .init("facts", .list(.record(factShape.type)), "ce qu’on en sait") {
      factShape.list(of: $0.facts)
    },
  ])

// MARK: The basin

private let schoolShape = Shape<School>(
  "school",
  [
    .text("number", "le numéro UAI") { $0.number },
    .text("name", "le nom") { $0.name },
    .text("kind", "« collège », « lycée »…") { $0.kind.title },
    .text("address", "l’adresse, ou rien") { $0.address ?? "" },
    .text("postcode", "le code postal, ou rien") { $0.postcode ?? "" },
    .text("town", "la commune") { $0.town },
    .flag("isPrivate", "vrai si une source le dit privé") { $0.sector == .private },
    .knownNumber("pupils", "le nombre d’élèves") { Known($0.pupils, or: "nombre d’élèves") },
  ])

private let basinShape = Shape<BasinBrief>(
  "basin",
  [
    .text("id", "l’identifiant") { $0.basin.id.text },
    .text("name", "le nom : « Évry »") { $0.basin.name },
    .text("de", "« d’Évry »") { $0.basin.de },
    .text("label", "« bassin d’Évry »") { "bassin \($0.basin.de)" },
    .picture("logo", "le logo du bassin") { $0.basin.logo },
    .flag("isConfirmed", "vrai si une source atteste le nom") { $0.basin.status == .attested },
    .text("nameNote", "« (nom à confirmer) » avec l’espace qui précède, ou rien") {
      $0.basin.status == .attested ? "" : " (nom à confirmer)"
    },
    .flag("isNew", "vrai si le bassin commence") { $0.experience == .new },
    .flag("isExperienced", "vrai s’il a déjà tenu une édition") { $0.experience == .experienced },
    .flag("firstDegree", "vrai si le premier degré prend part") { $0.takesInFirstDegree },
    .flag("isFunded", "vrai si le Fonds social européen (FSE) cofinance l’édition") {
      $0.isFunded
    },
    .known("fundMention", "la mention que demande alors le fonds, ou rien") {
      $0.fundText("mention du financement européen", \.mention)
    },
    .known("fundEmblem", "l’emblème dont il faut alors garder la place, ou rien") {
      $0.fundText("emblème du financement européen", \.emblem)
    },
    .knownNumber("firstRank", "le rang de sa première édition") {
      Known($0.basin.firstEdition, or: "première édition du bassin")
    },
    .text("knownAction", "ce qu’une source dit qu’il a fait, ou rien") {
      $0.knownAction ?? ""
    },
    .knownNumber("colleges", "le nombre de collèges") {
      Known($0.counts.colleges, or: BasinPlace.SchoolKind.colleges.blankName)
    },
    .knownNumber("lycees", "le nombre de lycées") {
      Known($0.counts.lycees, or: BasinPlace.SchoolKind.lycees.blankName)
    },
    .knownNumber("schools", "le nombre d’écoles") {
      Known($0.counts.schools, or: BasinPlace.SchoolKind.schools.blankName)
    },
    .init("schoolList", .list(.record(schoolShape.type)), "ses établissements, si on les connaît") {
      schoolShape.list(of: $0.schools)
    },
    .knownNumber("secondDegree", "collèges et lycées ensemble") {
      Known($0.counts.secondDegree, or: "nombre d’établissements du second degré")
    },
    .knownNumber("pupils", "le nombre d’élèves des collèges et des lycées") {
      Known($0.counts.pupils, or: "nombre d’élèves")
    },
    .knownNumber("communes", "le nombre de communes qui ont un établissement") {
      Known($0.counts.communes, or: "nombre de communes")
    },
    .init("stakes", .list(.record(stakeShape.type)), "les enjeux que le bassin retient") {
      stakeShape.list(of: $0.stakes)
    },
    .number("planWeeks", "le nombre de semaines du plan avant la Semaine") { $0.planWeeks },
  ])

extension BasinBrief {
  /// Nothing where no fund pays, a blank where nobody has said what its documents say.
  fileprivate func fundText(_ name: String, _ text: KeyPath<Fund, String>) -> Known<String> {
    isFunded ? Known(fund?[keyPath: text], or: name) : .known("")
  }
}
