import Diagnostics
import Documents
import French
import KnowledgeBase
import Quality

/// The whole base on one page, for the academic team: how the week grew, what was tried, what was
/// learnt, and where the base is thin.
struct BasePage {
  private let base: KnowledgeBase
  private let findings: [Finding]

  static let place = DocumentPlace(folder: "", stem: "base", formats: [.html])

  init(_ base: KnowledgeBase, findings: [Finding]) {
    self.base = base
    self.findings = findings
  }

  var document: Document {
    let counts = [
      count(base.editions.count, "édition", "éditions"),
      count(base.basins.count, "bassin", "bassins"),
      count(base.actions.count, "action", "actions"),
      count(base.lessons.count, "retour d’expérience", "retours d’expérience"),
      count(base.sources.count, "source", "sources"),
    ]
    let index = DocumentPlace(folder: "", stem: "index", formats: [.html])
    return Document(
      place: Self.place, title: "La base de connaissances", page: .landscape,
      header: DocumentHeader(
        context: "\(capitalised(base.academy.fullName)), tout ce que la base sait",
        purpose: "Voir d’un coup d’œil ce qui a été essayé et appris, et ce qui manque encore",
        audience: "L’équipe académique et les équipes départementales",
        moment: "En préparant une édition, puis à chaque bilan",
        related: [Link(to: .document(index), [.text("Les kits de l’édition")])],
        issued: ""),
      body: [.paragraph(Paragraph([.text("\(listed(counts)).")], look: .lead))]
        + growth + actions + lessons + method + thinness)
  }

  private func section(_ title: String) -> Block {
    .heading(Heading(level: 2, [.text(title)]))
  }

  private func paragraph(_ text: String) -> Block { .paragraph(Paragraph([.text(text)])) }

  // MARK: Growth

  /// The editions of which numbers are known, side by side; then all of them as a table.
  private var growth: [Block] {
    let known = base.editions.filter { $0.basinCount != nil || $0.schoolCount != nil }
    let rows: [(String, (Edition) -> Int?)] = [
      ("Bassins", \.basinCount), ("Établissements", \.schoolCount), ("Actions", \.actionCount),
    ]
    let loads = rows.compactMap { label, number -> Chart.Load? in
      let amounts = known.map { number($0) ?? 0 }
      guard amounts.contains(where: { $0 > 0 }) else { return nil }
      return Chart.Load(
        label: label, amounts: amounts, texts: amounts.map { $0 == 0 ? "" : inFrench($0) },
        limit: nil)
    }
    let basins = known.compactMap { edition in
      edition.basinCount.map { "\(count($0, "bassin", "bassins")) en \(edition.id)" }
    }
    let chart = Chart(
      caption: "La Semaine d’édition en édition",
      description: basins.isEmpty ? "aucun nombre n’est connu" : listed(basins),
      periods: known.enumerated().map { number, edition in
        Chart.Period(start: number * 7, label: edition.id.text, group: "", look: .plain)
      }, rows: .loads(loads))
    return [section("La Semaine, d’édition en édition")]
      + (loads.isEmpty ? [] : [.chart(chart)]) + [editionTable]
  }

  private var editionTable: Block {
    table(
      "Les éditions", shares: [2, 3, 5, 2, 3, 3, 8],
      ["Édition", "Année", "Semaine", "Bassins", "Établissements", "Actions", "Sources"],
      base.editions.map { edition in
        let days =
          edition.start.map { start in
            edition.end.map { dateRange(start, $0) } ?? "à partir du \(start.inFrench(.medium))"
          } ?? unknown
        return [
          ordinal(edition.rank, .feminine), edition.schoolYear, days, number(edition.basinCount),
          number(edition.schoolCount), number(edition.actionCount), sources(edition.provenance),
        ]
      }, numbers: 3..<6)
  }

  private let unknown = "non connu"

  private func number(_ number: Int?) -> String { number.map { inFrench($0) } ?? unknown }

  private func sources(_ provenance: Provenance) -> String {
    provenance.sources.map { base[$0].title }.joined(separator: "\u{A0}; ")
  }

  // MARK: Actions and lessons

  private var actions: [Block] {
    let titles = Dictionary(
      base.themes.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    let order = Dictionary(
      zip(base.themes.map(\.id), base.themes.indices), uniquingKeysWith: { first, _ in first })
    let sorted = base.actions.enumerated().sorted { first, second in
      let ranks = [first, second].map { order[$0.element.theme] ?? Int.max }
      return (ranks[0], first.offset) < (ranks[1], second.offset)
    }.map(\.element)
    let rows = sorted.map { action in
      [
        action.title, titles[action.theme] ?? "", publics(of: action), place(of: action),
        action.schoolYear ?? unknown, sources(action.provenance),
      ]
    }
    return [
      section("Les actions, par enjeu et par public"), actionCounts,
      table(
        "Les actions de la base", shares: [5, 4, 3, 4, 3, 6],
        ["Action", "Enjeu ou thème", "Public", "Où", "Année", "Sources"], rows, choices: [1, 2, 4]),
    ]
  }

  /// How many actions there are for each stake and each public: where one number is small, little is
  /// known. An action for two publics counts in both columns, and once in the last.
  private var actionCounts: Block {
    let publics = Self.publics.map(\.name)
    let found = base.actions.map { (theme: $0.theme, publics: known(of: $0)) }
    func row(_ title: String, _ own: [(theme: Theme.ID, publics: [String])]) -> [String] {
      [title]
        + publics.map { name in inFrench(own.count { $0.publics.contains(name) }) }
        + [inFrench(own.count { $0.publics.isEmpty }), inFrench(own.count)]
    }
    let rows = base.themes.map { theme in
      row(theme.title, found.filter { $0.theme == theme.id })
    }
    return table(
      "Combien d’actions, par enjeu ou thème et par public", shares: [8, 2, 2, 3, 3, 2, 2],
      ["Enjeu ou thème"] + publics.map { capitalised($0) } + ["Autres", "En tout"],
      rows + [row("Toutes", found)], numbers: 1..<7)
  }

  private static let publics: [(name: String, signs: [String])] = [
    ("élèves", ["eleve", "collegien", "lyceen", "classe", "jeune", "etudiant"]),
    ("parents", ["parent", "famille"]),
    (
      "personnels",
      ["enseignant", "equipe", "personnel", "referent", "agent", "professeur", "acteur"]
    ),
    ("partenaires", ["partenaire", "entreprise", "elus", "association"]),
  ]

  private func known(of action: Action) -> [String] {
    let words = folded(action.audience ?? "")
    return Self.publics.filter { entry in entry.signs.contains { words.contains($0) } }
      .map(\.name)
  }

  /// Whom an action is for, in the few words by which one looks for it.
  private func publics(of action: Action) -> String {
    let found = known(of: action)
    return found.isEmpty ? (action.audience ?? unknown) : found.joined(separator: "\u{A0}; ")
  }

  private func place(of action: Action) -> String {
    let basins = action.basins.map { base[$0].name }
    let department = action.department.map { base[$0].name }
    let parts = [action.town ?? (basins.isEmpty ? department : nil), action.region].compactMap(
      \.self)
    return (basins + parts + [action.academy ?? base.academy.fullName]).joined(separator: ", ")
  }

  private var lessons: [Block] {
    let phases = base.phases.map { ($0.id.text, $0.title) } + [("financement", "Financement")]
    let rows = phases.flatMap { id, title in
      base.lessons.filter { $0.phase == id }.map { lesson in
        [lesson.text, title, lesson.kind.title, sources(lesson.provenance)]
      }
    }
    return [
      section("Ce que l’on a appris, phase par phase"),
      table(
        "Les retours d’expérience", shares: [10, 4, 4, 7],
        ["Retour d’expérience", "Phase", "Nature", "Sources"], rows, choices: [1, 2]),
    ]
  }

  // MARK: What every edition uses again

  private var method: [Block] {
    func row(_ kind: String, _ title: String, _ detail: String, _ own: Provenance) -> [String] {
      [title, kind, detail, own.standing.phrase.french, sources(own)]
    }
    let rows =
      base.risks.map { risk in
        row("risque", risk.title, "si cela arrive : \(risk.fallback)", risk.provenance)
      }
      + base.messages.map { row("message", $0.title, "à : \($0.to)", $0.provenance) }
      + base.budget.map { row($0.side.title, $0.title, $0.note ?? "", $0.provenance) }
      + base.formulas.map { formula in
        row(
          "formule de lettre", formula.title, "\(formula.closingStart), …, \(formula.closing)",
          formula.provenance)
      }
      + base.partners.map { row("partenaire", $0.title, $0.why, $0.provenance) }
    return [
      section("Ce qui sert à chaque édition"),
      table(
        "Risques, messages, budget, formules et partenaires", shares: [6, 3, 10, 3, 5],
        ["Intitulé", "Sorte", "En bref", "Statut", "Sources"], rows, choices: [1, 3]),
    ]
  }

  // MARK: Where it is thin

  private var thinness: [Block] {
    let kinds = Finding.Kind.allCases.flatMap { kind -> [Block] in
      let own = findings.filter { $0.kind == kind }
      guard !own.isEmpty else { return [] }
      let items = own.map { finding -> [Block] in
        let subject = Inline.strong([.text(finding.subject.french)])
        return [.paragraph(Paragraph([subject, .text("\u{A0}: \(finding.detail.french)")]))]
      }
      return [
        .heading(Heading(level: 3, [.text("\(kind.title.french) (\(own.count))")])),
        paragraph("\(capitalised(kind.advice.french))."),
        .list(List(isNumbered: false, items: items)),
      ]
    }
    return [section("Où la base est mince")]
      + (kinds.isEmpty ? [paragraph("Rien à signaler.")] : kinds)
  }

  // MARK: Tables

  /// A table whose first column heads its rows.
  ///
  /// - Parameters:
  ///   - choices: the columns among whose values a reader chooses.
  ///   - numbers: those that hold numbers.
  private func table(
    _ caption: String, shares: [Int], _ headings: [String], _ rows: [[String]],
    choices: [Int] = [], numbers: Range<Int> = 0..<0
  ) -> Block {
    func cell(_ text: String, isHeading: Bool = false) -> Table.Cell {
      Table.Cell(
        [.paragraph(Paragraph([.text(typeset(text))]))], isHeading: isHeading)
    }
    return .table(
      Table(
        caption: caption,
        columns: shares.enumerated().map { index, share in
          Table.Column(share: share, alignment: numbers.contains(index) ? .end : .start)
        },
        header: [Table.Row(headings.map { cell($0, isHeading: true) })],
        rows: rows.map { row in
          Table.Row(row.enumerated().map { cell($0.element, isHeading: $0.offset == 0) })
        }, choices: choices))
  }
}
