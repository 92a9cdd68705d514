import Diagnostics
import French
import Markup

/// Turns the parsed files into values: first every id, then every item with its references.
struct Loader {
  let roots: [String: XMLElement]
  /// The files of the folder `pictures`, by name.
  let pictures: [String: SourceFile]
  var reader = ElementReader()

  var sources = Registry<Source>(Phrase(en: "source", fr: "aucune source"))
  var departments = Registry<Department>(Phrase(en: "department", fr: "aucun département"))
  var principles = Registry<Principle>(Phrase(en: "principle", fr: "aucun principe"))
  var editions = Registry<Edition>(Phrase(en: "edition", fr: "aucune édition"))
  var stakes = Registry<Stake>(Phrase(en: "stake", fr: "aucun enjeu"))
  var themes = Registry<Theme>(Phrase(en: "stake or theme", fr: "aucun enjeu ni thème"))
  var basins = Registry<Basin>(Phrase(en: "basin", fr: "aucun bassin"))
  var roles = Registry<Role>(Phrase(en: "role", fr: "aucun rôle"))
  var phases = Registry<Phase>(Phrase(en: "phase", fr: "aucune phase"))
  var tasks = Registry<Task>(Phrase(en: "task", fr: "aucune tâche"))
  var actions = Registry<Action>(Phrase(en: "action", fr: "aucune action"))
  var lessons = Registry<Lesson>(Phrase(en: "lesson", fr: "aucun retour d’expérience"))
  var formulas = Registry<LetterFormula>(Phrase(en: "letter formula", fr: "aucune formule"))
  var partners = Registry<PartnerKind>(Phrase(en: "kind of partner", fr: "aucun partenaire"))
  var terms = Registry<Term>(Phrase(en: "term", fr: "aucun terme"))
  var weights = Registry<RankingRules>(Phrase(en: "criterion", fr: "aucun critère"))
  var quantities = Registry<Quantity>(Phrase(en: "quantity", fr: "aucune quantité"))
  var quantityGroups = Registry<Quantity.Group>(
    Phrase(en: "group of quantities", fr: "aucun groupe de quantités"))
  var budgetLines = Registry<BudgetLine>(Phrase(en: "budget line", fr: "aucune ligne de budget"))
  var risks = Registry<Risk>(Phrase(en: "risk", fr: "aucun risque"))
  var messages = Registry<Message>(Phrase(en: "message", fr: "aucun message"))

  init(roots: [String: XMLElement], pictures: [String: SourceFile]) {
    self.roots = roots
    self.pictures = pictures
  }

  func elements(_ name: String, in part: KnowledgeBase.Part) -> [XMLElement] {
    (roots[part.fileName]?.elements ?? []).filter { $0.name == name }
  }

  /// All parts, or nil when there is no academy or no edition at all.
  mutating func parts() -> LoadedParts? {
    defineIdentifiers()
    let editionList = elements("edition", in: .editions).compactMap { edition($0) }
      .sorted { ($0.rank, $0.id) < ($1.rank, $1.id) }
    // When the current edition is unknown, any other lets the reading find what else is wrong.
    guard let academy = academy(), let root = roots[KnowledgeBase.Part.editions.fileName],
      let current = reader.requiredReference("current", of: root, to: editions)
        ?? editionList.last?.id
    else { return nil }
    var parts = LoadedParts(academy: academy, currentEdition: current)
    parts.sources = elements("source", in: .sources).compactMap { source($0) }
    parts.principles = elements("principle", in: .editions).map { principle($0) }
    parts.funds = fundList()
    parts.editions = editionList
    parts.basins = elements("basin", in: .basins).compactMap { basin($0) }
    parts.roles = elements("role", in: .roles).compactMap { role($0) }
    parts.phases = elements("phase", in: .tasks).compactMap { phase($0) }
      .sorted { ($0.number, $0.id) < ($1.number, $1.id) }
    parts.tasks = elements("task", in: .tasks).compactMap { task($0) }
    reportCycles(among: parts.tasks)
    checkDependencies(among: parts.tasks)
    parts.themes = themeList(parts.editions)
    parts.actions = elements("action", in: .actions).compactMap { action($0) }
    parts.lessons = elements("lesson", in: .lessons).compactMap { lesson($0) }
    parts.formulas = elements("formula", in: .formulas).compactMap { formula($0) }
    parts.partners = elements("partner", in: .partners).compactMap { partner($0, parts.formulas) }
    parts.glossary = elements("term", in: .glossary).compactMap { term($0) }
      .sorted { (sortKey($0.short), $0.id) < (sortKey($1.short), $1.id) }
    parts.ranking = rankingRules()
    parts.quantities = quantityList()
    parts.budget = elements("line", in: .budget).compactMap { budgetLine($0) }
    parts.risks = elements("risk", in: .risks).compactMap { risk($0) }
    parts.messages = elements("message", in: .messages).compactMap { message($0) }
    parts.schools = schools()
    checkElsewhere()
    requireSome(parts)
    return parts
  }

  private mutating func defineIdentifiers() {
    sources.define(elements("source", in: .sources), &reader)
    departments.define(elements("department", in: .academy), &reader)
    editions.define(elements("edition", in: .editions), &reader)
    principles.define(elements("principle", in: .editions), &reader)
    // Editions may share a stake, and each names it once: it is defined where it first stands.
    let stakesByEdition = elements("edition", in: .editions).map { edition in
      edition.elements.filter { $0.name == "stake" }
    }
    for own in stakesByEdition {
      var registry = Registry<Stake>(stakes.kind)
      registry.define(own, &reader)
    }
    var seen: Set<String> = []
    let firstStakes = stakesByEdition.joined().filter {
      seen.insert($0["id"]?.value ?? "").inserted
    }
    stakes.define(firstStakes, &reader)
    themes.define(firstStakes + ownThemes(beside: seen), &reader)
    basins.define(elements("basin", in: .basins), &reader)
    roles.define(elements("role", in: .roles), &reader)
    phases.define(elements("phase", in: .tasks), &reader)
    tasks.define(elements("task", in: .tasks), &reader)
    actions.define(elements("action", in: .actions), &reader)
    lessons.define(elements("lesson", in: .lessons), &reader)
    formulas.define(elements("formula", in: .formulas), &reader)
    partners.define(elements("partner", in: .partners), &reader)
    terms.define(elements("term", in: .glossary), &reader)
    weights.define(elements("weight", in: .ranking), &reader)
    quantities.define(elements("quantity", in: .quantities), &reader)
    quantityGroups.define(elements("group", in: .quantities), &reader)
    budgetLines.define(elements("line", in: .budget), &reader)
    risks.define(elements("risk", in: .risks), &reader)
    messages.define(elements("message", in: .messages), &reader)
  }

  /// Weeks of other academies are kept for people, and no stage reads them; what they rest on must
  /// be there all the same.
  private mutating func checkElsewhere() {
    let weeks = elements("elsewhere", in: .editions)
    var ids = Registry<Edition>(editions.kind)
    ids.define(weeks, &reader)
    for week in weeks {
      _ = reader.provenance(of: week, sources: sources)
      _ = reader.day("start", of: week)
      _ = reader.day("end", of: week)
    }
  }

  private mutating func requireSome(_ parts: LoadedParts) {
    let counts = [
      (parts.editions.count, "edition", KnowledgeBase.Part.editions),
      (parts.basins.count, "basin", .basins), (parts.roles.count, "role", .roles),
      (parts.tasks.count, "task", .tasks),
    ]
    for (count, name, part) in counts where count == 0 {
      guard let root = roots[part.fileName], root.elements.allSatisfy({ $0.name != name }) else {
        continue
      }
      reader.diagnostics.append(.emptyPart(name, in: root.span.file))
    }
  }

  /// The themes that no stake has the id of: a stake of an edition may take up a theme.
  private func ownThemes(beside stakes: Set<String>) -> [XMLElement] {
    elements("theme", in: .actions).filter { !stakes.contains($0["id"]?.value ?? "") }
  }

  private func themeList(_ editions: [Edition]) -> [Theme] {
    var seen: Set<String> = []
    let stakes = editions.reversed().flatMap(\.stakes).compactMap { stake -> Theme? in
      guard seen.insert(stake.id.text).inserted else { return nil }
      return Theme.ID(stake.id.text).map { Theme(id: $0, title: stake.title) }
    }
    let own = ownThemes(beside: seen).compactMap { element -> Theme? in
      guard let id = element["id"], let title = element["title"] else { return nil }
      return Theme.ID(id.value).map { Theme(id: $0, title: typeset(title.value)) }
    }
    return stakes + own
  }
}
