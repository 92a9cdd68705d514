import Diagnostics
import French
import KnowledgeBase
import Planning
import Ranking
import Tailoring

// Roles, tasks, phases, weeks and who answers for what.

struct RoleView {
  let role: RoleBrief
  let view: BriefView
}

struct TaskView {
  let task: TaskBrief
  let titles: [String: String]
  /// Whether it is of the longest chain.
  let isTight: Bool

  init(_ task: TaskBrief, _ view: BriefView, isTight: Bool = false) {
    self.task = task
    titles = view.titles
    self.isTight = isTight
  }
}

func roles(_ briefs: [RoleBrief], _ view: BriefView) -> Value {
  roleShape.list(of: briefs.map { RoleView(role: $0, view: view) })
}

func tasks(_ positions: some Sequence<Int>, _ view: BriefView) -> Value {
  let tight = Set(view.brief.longestChain)
  return taskShape.list(
    of: positions.map { position in
      TaskView(view.brief.tasks[position], view, isTight: tight.contains(position))
    })
}

let roleShape = Shape<RoleView>("role", roleFields)

private let roleFields: [Shape<RoleView>.Field] = [
  .text("id", "l’identifiant") { $0.role.role.id.text },
  .text("title", "l’intitulé entier") { $0.role.role.title },
  .text("short", "le nom court") { $0.role.role.short },
  .text("level", "le niveau : « bassin »") { $0.role.role.level.title },
  .text("letter", "la lettre du membre dans l’équipe") { $0.role.letter },
  .text("mission", "la mission en une ou deux phrases") { $0.role.role.mission },
  .init("duties", .list(.record(dutyShape.type)), "ce que la personne fait, par phase") {
    dutyShape.list(of: $0.role.duties)
  },
  .texts("tips", "des conseils") { $0.role.role.tips.map(\.text) },
  .known("hours", "le temps à prévoir, si une source le dit") {
    Known($0.role.role.hours, or: "heures à prévoir")
  },
  .known("deputy", "qui supplée") { $0.role.deputy },
  .init("tasks", .list(.record(taskShape.type)), "les tâches dont la personne répond") {
    tasks($0.role.owned, $0.view)
  },
  .init("lessons", .list(.record(lessonShape.type)), "les retours d’expérience qui l’aident") {
    lessonShape.list(of: $0.view.lessons[.role($0.role.role.id)])
  },
  .init("helps", .list(.record(taskShape.type)), "les tâches où elle aide") {
    tasks($0.role.helped, $0.view)
  },
  .init("person", .record(personShape.type), "qui tient le rôle dans ce bassin") {
    personShape.value(of: $0.role.person)
  },
]

private let dutyShape = Shape<DutyBrief>(
  "duty",
  [
    .text("text", "ce qu’il y a à faire") { $0.text },
    .text("phase", "le titre de la phase") { $0.phase },
    .flag("isProposed", "vrai pour un conseil") { $0.isProposed },
  ])

private let personShape = Shape<PersonBrief>(
  "person",
  [
    .known("name", "civilité et nom") { $0.name },
    .known("function", "fonction et établissement") { $0.function },
    .known("phone", "téléphone") { $0.phone },
    .known("mail", "courriel") { $0.mail },
  ])

let roleNameShape = Shape<Role>(
  "roleName",
  [
    .text("id", "l’identifiant") { $0.id.text },
    .text("title", "l’intitulé entier") { $0.title },
    .text("short", "le nom court") { $0.short },
  ])

struct DocumentName {
  let id: String
  let title: String
}

let documentNameShape = Shape<DocumentName>(
  "documentName",
  [
    .text("id", "l’identifiant, pour un lien") { $0.id },
    .text("title", "le titre") { $0.title },
  ])

let lessonShape = Shape<LessonBrief>(
  "lesson",
  [
    .text("text", "ce que l’édition a appris") { $0.lesson.text },
    .text("kind", "« condition de réussite », « point de vigilance »…") { $0.lesson.kind.title },
    .text("phase", "le titre de la phase") { $0.phase },
    .text("source", "la source") { $0.source },
  ])

let taskShape = Shape<TaskView>(
  "task",
  [
    .text("id", "l’identifiant") { $0.task.task.id.text },
    .text("title", "ce qu’il y a à faire") { $0.task.task.title },
    .text("how", "comment s’y prendre") { $0.task.task.how },
    .text("done", "à quoi l’on voit que c’est fait") { $0.task.task.done },
    .text("fallback", "que faire quand il est trop tard, ou rien") { $0.task.task.fallback ?? "" },
    .text("phase", "le titre de la phase") { $0.task.phase },
    .text("level", "l’identifiant du niveau") { $0.task.task.level.rawValue },
    .text("levelTitle", "le niveau : « bassin »") { $0.task.task.level.title },
    .day("due", "le jour dit") { $0.task.planned.due },
    .text("short", "la même chose en 44 lettres au plus") { $0.task.task.short },
    .day("start", "le jour où commencer au plus tard") { $0.task.planned.start },
    .flag("isShort", "vrai si elle commence le jour même ou la veille de l’échéance") {
      $0.task.task.reach <= 1
    },
    .number("slack", "la marge, en jours de classe") { $0.task.planned.slackDays },
    .flag("isTight", "vrai si elle est de la plus longue chaîne de tâches") { $0.isTight },
    .text("hours", "le temps de travail proposé : « 2 h », ou rien") { view in
      let minutes = view.task.task.work?.ownerMinutes ?? 0
      return minutes > 0 ? duration(minutes: minutes) : ""
    },
    .text("helperHours", "celui de chaque aide, ou rien") { view in
      let minutes = view.task.task.work?.helperMinutes ?? 0
      return minutes > 0 ? duration(minutes: minutes) : ""
    },
    .text("moved", "pourquoi le jour n’est pas celui du délai, ou rien") { $0.task.moved },
    .text("offset", "« 12 semaines avant »") { weekOffset($0.task.planned.leadWeeks) },
    .text("week", "« S − 12 »") { weekLabel($0.task.planned.leadWeeks) },
    .text("weekRange", "« du 22 au 26 décembre 2014 »") { view in
      let monday = view.task.planned.due.monday
      return dateRange(monday, monday.adding(days: 4))
    },
    .init("owner", .record(roleNameShape.type), "qui en répond") {
      roleNameShape.value(of: $0.task.owner)
    },
    .init("helpers", .list(.record(roleNameShape.type)), "qui aide") {
      roleNameShape.list(of: $0.task.helpers)
    },
    .init("documents", .list(.record(documentNameShape.type)), "les documents qui servent") {
      view in
      documentNameShape.list(
        of: view.task.task.documents.compactMap { reference in
          view.titles[reference.value].map { DocumentName(id: reference.value, title: $0) }
        })
    },
    .flag("isProposed", "vrai pour un conseil") {
      $0.task.task.provenance.standing == .proposed
    },
    .text("sources", "les sources, ou rien") { $0.task.sources },
    .init("lessons", .list(.record(lessonShape.type)), "les retours d’expérience") {
      lessonShape.list(of: $0.task.lessons)
    },
  ])

typealias PhaseView = (phase: PhaseBrief, view: BriefView)

let phaseShape = Shape<PhaseView>(
  "phase",
  [
    .text("id", "l’identifiant") { $0.phase.phase.id.text },
    .number("number", "le rang") { $0.phase.phase.number },
    .text("title", "le titre") { $0.phase.phase.title },
    .init("tasks", .list(.record(taskShape.type)), "ses tâches, par jour dit") {
      tasks($0.phase.tasks, $0.view)
    },
    .init("lessons", .list(.record(lessonShape.type)), "les retours d’expérience qui y aident") {
      lessonShape.list(of: $0.view.lessons[.phase($0.phase.phase.id)])
    },
  ])

let rolesShape = Shape<BriefView>(
  "roles",
  [
    .init("departement", .list(.record(roleShape.type)), "l’équipe départementale") {
      roles($0.brief.departmentRoles, $0)
    },
    .init("academie", .list(.record(roleShape.type)), "l’équipe académique") {
      roles($0.brief.academyRoles, $0)
    },
    .init("etablissement", .list(.record(roleShape.type)), "dans les établissements") {
      roles($0.brief.schoolRoles, $0)
    },
  ])

// MARK: The plan

private typealias WeekView = (week: WeekBrief, view: BriefView)

private let weekShape = Shape<WeekView>(
  "week",
  [
    .text("label", "« S − 12 »") { $0.week.label },
    .text("shortLabel", "« −12 », pour une colonne étroite") { view in
      let weeks = view.week.week.leadWeeks
      return weeks == 0 ? "S" : weeks > 0 ? "−\(weeks)" : "+\(-weeks)"
    },
    .text("month", "le mois du jeudi, en abrégé : « févr. »") {
      $0.week.week.monday.adding(days: 3).shortMonthInFrench
    },
    .flag("isGoal", "vrai pour la Semaine elle-même") { $0.week.week.leadWeeks == 0 },
    .day("monday", "le lundi") { $0.week.week.monday },
    .text("range", "« du 22 au 26 décembre 2014 »") {
      dateRange($0.week.week.monday, $0.week.week.monday.adding(days: 4))
    },
    .text("note", "vacances et jours fériés, ou rien") { listed($0.week.week.closures) },
    .flag("isHoliday", "vrai s’il n’y a classe aucun jour") { $0.week.week.isHoliday },
    .init("tasks", .list(.record(taskShape.type)), "les tâches de la semaine") {
      tasks($0.week.week.tasks, $0.view)
    },
  ])

private let conflictShape = Shape<ConflictBrief>(
  "conflict",
  [
    .text("kind", "la sorte : « elections », « charge »…") { $0.kind },
    .text("title", "en quelques mots") { $0.title },
    .text("text", "ce qui se passe") { $0.text },
    .text("advice", "ce qu’il faut faire") { $0.advice },
  ])

private typealias LoadView = (member: RoleBrief, load: RoleLoad)

private let loadShape = Shape<LoadView>(
  "load",
  [
    .text("short", "le nom court du rôle") { $0.member.role.short },
    .init("minutes", .list(.number), "les minutes de travail de chaque semaine du plan") {
      .list($0.load.minutes.map(Value.number))
    },
    .number("limit", "les minutes que le rôle peut donner par semaine, ou 0") {
      $0.load.allowance ?? 0
    },
    .text("allowance", "la même chose en heures, ou rien") { view in
      view.load.allowance.map { duration(minutes: $0) } ?? ""
    },
    .text("total", "tout le temps de la préparation et du bilan : « 42 h »") {
      duration(minutes: ($0.load.minutes.reduce(0, +) + 15) / 30 * 30)
    },
  ])

private let droppedShape = Shape<DroppedBrief>(
  "dropped",
  [
    .text("id", "l’identifiant de la tâche") { $0.task.id.text },
    .text("title", "ce qui ne peut plus se faire") { $0.task.title },
    .text("fallback", "que faire à la place, ou rien") { $0.task.fallback ?? "" },
    .flag("isEssential", "vrai si la Semaine ne peut s’en passer") {
      $0.task.importance == .essential
    },
    .day("due", "le jour où il aurait fallu finir") { $0.due },
    .day("latest", "le dernier jour où cela aurait eu un sens") { $0.latest },
    .init("owner", .record(roleNameShape.type), "qui en répondait") {
      roleNameShape.value(of: $0.owner)
    },
  ])

let planShape = Shape<BriefView>(
  "plan",
  [
    .init("weeks", .list(.record(weekShape.type)), "toutes les semaines, de la première tâche") {
      view in weekShape.list(of: view.brief.weeks.map { ($0, view) })
    },
    .day("first", "le premier jour dit") { $0.brief.tasks.first?.planned.due ?? .unknown },
    .day("last", "le dernier jour dit") { $0.brief.tasks.last?.planned.due ?? .unknown },
    .texts("warnings", "ce à quoi il faut veiller, en quelques mots") {
      $0.brief.conflicts.map(\.title)
    },
    .init("conflicts", .list(.record(conflictShape.type)), "ce à quoi il faut veiller") {
      conflictShape.list(of: $0.brief.conflicts)
    },
    .flag("isElection", "vrai si un scrutin est proche : période de réserve") { view in
      view.brief.conflicts.contains { $0.kind == "elections" }
    },
    .init("chain", .list(.record(taskShape.type)), "la plus longue chaîne de tâches") {
      tasks($0.brief.longestChain, $0)
    },
    .init("loads", .list(.record(loadShape.type)), "le travail de chaque membre de l’équipe") {
      view in loadShape.list(of: zip(view.brief.team, view.brief.loads).map { ($0, $1) })
    },
    .flag("isLate", "vrai si le bassin commence après le début de son plan") {
      $0.brief.lateStart != nil
    },
    .day("lateDay", "le jour où il commence alors") { $0.brief.lateStart?.day ?? .unknown },
    .number("delayed", "combien de tâches sont plus tard qu’il ne faudrait") {
      $0.brief.lateStart?.delayedCount ?? 0
    },
    .init("dropped", .list(.record(droppedShape.type)), "ce qui ne peut plus se faire à temps") {
      droppedShape.list(of: $0.brief.lateStart?.dropped ?? [])
    },
    .init("firstTasks", .list(.record(taskShape.type)), "les cinq premières tâches") {
      tasks($0.brief.tasks.indices.prefix(5), $0)
    },
  ])

extension CalendarDay {
  /// Stands for a day that no template can reach: an edition without a week is never planned.
  static let unknown = CalendarDay(secondsSince1970: 0)
}

// MARK: Who answers for what

private struct RaciRow {
  let task: TaskView
  let marks: [String]
}

private let raciRowShape = Shape<RaciRow>(
  "raciRow",
  [
    .init("task", .record(taskShape.type), "la tâche") { taskShape.value(of: $0.task) },
    .texts("marks", "« fait », « valide », « aide » ou rien, par membre") { $0.marks },
  ])

private let raciMemberShape = Shape<RoleBrief>(
  "raciMember",
  [
    .text("short", "le nom court du rôle") { $0.role.short },
    .text("letter", "la lettre du membre") { $0.letter },
  ])

/// The first member of the team leads it, and approves what others carry out.
let raciShape = Shape<BriefView>(
  "raci",
  [
    .init("members", .list(.record(raciMemberShape.type)), "l’équipe, dans l’ordre") {
      raciMemberShape.list(of: $0.brief.team)
    },
    .init("rows", .list(.record(raciRowShape.type)), "les tâches du bassin") { view in
      let own = view.brief.tasks.filter { $0.task.level == .bassin }
      return raciRowShape.list(
        of: own.map { task in
          RaciRow(
            task: TaskView(task, view),
            marks: marks(of: task, view.brief.team))
        })
    },
  ])

private func marks(of task: TaskBrief, _ team: [RoleBrief]) -> [String] {
  team.enumerated().map { index, member in
    if task.owner.id == member.role.id { return "fait" }
    if index == 0 { return "valide" }
    return task.helpers.contains { $0.id == member.role.id } ? "aide" : ""
  }
}
