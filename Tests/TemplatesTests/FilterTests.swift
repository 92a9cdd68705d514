import KnowledgeBase
import Tailoring
import Templates
import TestSupport
import Testing

@Suite struct `Filters` {
  struct Case: Sendable, CustomTestStringConvertible {
    let expression: String
    let line: String

    init(_ expression: String, _ line: String) {
      self.expression = expression
      self.line = line
    }

    /// An example of the reference.
    init(_ filter: LanguageReference.Filter) {
      self.init(
        filter.example,
        filter.result.replacing("\u{A0}", with: "~").replacing("\u{202F}", with: "¬"))
    }

    var testDescription: String { expression }
  }

  @Test(arguments: [
    Case("edition.start", "16~mars 2015"),
    Case("edition.start | long", "lundi 16~mars 2015"),
    Case("edition.start | medium", "16~mars 2015"),
    Case("edition.start | weekday", "lundi 16~mars"),
    Case("edition.start | dayMonth", "16~mars"),
    Case("edition.start | numeric", "16/03/2015"),
  ])
  func `write days`(_ row: Case) throws {
    #expect(try line("{{ \(row.expression) }}") == row.line)
  }

  @Test(arguments: [
    Case("0 | count: 'école', 'écoles'", "0~école"),
    Case("1 | count: 'école', 'écoles'", "1~école"),
    Case("2 | count: 'école', 'écoles'", "2~écoles"),
    Case("1500 | count: 'école', edition.year", "1¬500~2015"),
    Case("1 | ordinal: 'f'", "1‹sup›re‹/›"),
    Case("1 | ordinal: 'm'", "1‹sup›er‹/›"),
    Case("3 | ordinal: 'f'", "3‹sup›e‹/›"),
    Case("0 | ordinal: 'm'", "0‹sup›e‹/›"),
    Case("1234567 | number", "1¬234¬567"),
    Case("1000000000 | number", "1¬000¬000¬000"),
  ])
  func `write numbers`(_ row: Case) throws {
    #expect(try line("{{ \(row.expression) }}") == row.line)
  }

  @Test(arguments: [
    Case("'école' | upper", "ÉCOLE"),
    Case("'école du bourg' | capitalised", "École du bourg"),
    Case("'École du Bourg' | lowerFirst", "école du Bourg"),
    Case("'a' | quoted", "«~a~»"),
    Case("'Évry' | de", "d’Évry"),
    Case("'Les Mureaux' | de", "des Mureaux"),
    Case("'Massy' | de", "de Massy"),
    Case("'Évry' | a", "à Évry"),
    Case("'Les Mureaux' | a", "aux Mureaux"),
    Case("'' | upper", ""),
    Case("'' | capitalised", ""),
    Case("'' | lowerFirst", ""),
    Case("'les Mureaux' | capitalised | de | upper", "DES MUREAUX"),
  ])
  func `change texts`(_ row: Case) throws {
    #expect(try line("{{ \(row.expression) }}") == row.line)
  }

  @Test(arguments: [
    Case("basin.name | default: 'a'", "Antony"),
    Case("'' | default: 'a'", "a"),
    Case("'' | default: basin.name", "Antony"),
    Case("basin.colleges", "[nombre de collèges]"),
    Case("basin.colleges | default: 'plusieurs'", "plusieurs"),
    Case("basin.colleges | default: 3 | count: 'collège', 'collèges'", "3~collèges"),
    Case("basin.colleges | default: basin.lycees", "[nombre de lycées]"),
    Case("edition.rank | default: 'a'", "3"),
    Case("edition.start | default: 'a'", "16~mars 2015"),
    Case("basin.isNew | default: 'a'", "oui"),
    // A blank goes through a filter as it is: nobody knows the outcome either.
    Case("basin.colleges | count: 'collège', 'collèges'", "[nombre de collèges]"),
    Case("basin.colleges | number | upper | quoted", "[nombre de collèges]"),
    Case("basin.colleges | ordinal: 'f'", "[nombre de collèges]"),
    Case("basin.colleges | known", "non"),
    Case("basin.name | known", "oui"),
    Case("'' | known", "non"),
    Case("0 | known", "oui"),
    Case("false | known", "oui"),
    Case("edition.start | known", "oui"),
    Case("department | known", "oui"),
    Case("team | known", "oui"),
    Case("team | take: 0 | known", "non"),
  ])
  func `know blanks`(_ row: Case) throws {
    #expect(try line("{{ \(row.expression) }}") == row.line)
  }

  @Test(arguments: [
    Case("team | size", "8"),
    Case("team | take: 0 | size", "0"),
    Case("team | any", "oui"),
    Case("team | take: 0 | any", "non"),
    Case("team | listed: 'letter'", "A, B, C, D, E, F, G et H"),
    Case("team | take: 2 | listed: 'letter'", "A et B"),
    Case("team | take: 1 | listed: 'letter'", "A"),
    Case("team | take: 0 | listed: 'letter'", ""),
    Case("team | take: 99 | size", "8"),
    Case("team | take: basin.colleges | size", "8"),
    Case("team | where: 'letter', 'C' | listed: 'letter'", "C"),
    Case("team | where: 'letter', 'Z' | any", "non"),
    Case("team | whereNot: 'letter', 'C' | take: 3 | listed: 'letter'", "A, B et D"),
    Case("phases | where: 'number', 2 | listed: 'number'", "2"),
    Case("tasks | where: 'isProposed', true | any", "oui"),
    Case("tasks | where: 'due', plan.first | any", "oui"),
    Case("team | sort: 'letter' | take: 2 | listed: 'letter'", "A et B"),
    Case("phases | sort: 'number' | take: 2 | listed: 'number'", "1 et 2"),
    Case(
      "edition.stakes | sort: 'short' | listed: 'short'",
      "parents, pédagogie, premier degré et professionnalisation"),
    Case("edition.history | sort: 'schools' | listed: 'schools'", "22 et 200"),
  ])
  func `choose, order and join lists`(_ row: Case) throws {
    #expect(try line("{{ \(row.expression) }}") == row.line)
  }

  @Test(arguments: languageReference().filters.flatMap(\.filters).map { Case($0) })
  func `do what their example says`(_ row: Case) throws {
    let line = try line("{{ \(row.expression) }}")
    #expect(line.replacing("‹sup›", with: "").replacing("‹/›", with: "") == row.line)
  }

  @Test(arguments: [
    Case("'' | civility", "Madame, Monsieur"), Case("'Mme' | civility: 'short'", "Mme"),
    Case("'' | civility: 'short'", "Mme ou M."), Case("'homme' | civility", "Monsieur"),
    Case("'' | call: 'maire'", "Madame la Maire, Monsieur le Maire"),
    Case("'f' | call: 'inspecteur'", "Madame l’Inspectrice"),
    Case("'f' | call: 'Chargé de mission', 'Chargée de mission'", "Madame la Chargée de mission"),
    Case("'' | call", "Madame, Monsieur"),
    Case("'' | agree: 'né', 'née'", "née ou né"),
    Case("'' | agree: 'élu', 'élue', 'membre'", "membre"),
    Case("'directrice académique' | function: 'M.'", "directeur académique"),
    Case("'maire' | function: ''", "maire"),
    Case("'recteur' | function: ''", "rectrice ou recteur"),
    Case("'conseiller départemental' | function: 'f'", "conseillère départementale"),
    Case("'astronaute' | function: 'f'", "astronaute"),
    Case("'conseiller principal' | plural", "conseillers principaux"),
    Case("'maire' | le: 'p'", "les maire"), Case("'maire' | plural | le: 'p'", "les maires"),
    Case("'Houilles' | de", "de Houilles"), Case("'Herblay' | de", "d’Herblay"),
    Case("'Hérouville' | de: 'aspirated'", "de Hérouville"),
    Case("'La Celle' | de", "de la Celle"), Case("'La Celle' | de: 'kept'", "de La Celle"),
    Case(
      "'' | call: 'maire' | closing: 'high-consideration'",
      "Je vous prie d’agréer, Madame la Maire, Monsieur le Maire, l’expression de ma haute "
        + "considération."),
  ])
  func `address people of a gender known or not`(_ row: Case) throws {
    #expect(try line("{{ \(row.expression) }}") == row.line)
  }

  @Test(arguments: [
    Case("'+33 (0)1 23 45 67 89' | phone", "+33~1~23~45~67~89"),
    Case("'01.23.45.67.89' | phone", "01~23~45~67~89"), Case("'poste 12' | phone", "poste 12"),
    Case("1250 | euros: 'exact'", "1¬250,00~€"), Case("25 | words", "25"),
    Case("edition.start == '2015-03-16'", "oui"), Case("edition.start > '17/03/2015'", "non"),
    Case("edition.start | until: edition.end, 'weekdays'", "du lundi 16 au dimanche 22~mars 2015"),
    Case("edition.start | minus: 15 | medium", "1‹sup›er‹/›~mars 2015"),
    Case("basin.colleges | blank: 'x'", "[x]"),
    Case("'' | blank: 'nom du maire'", "[nom du maire]"),
    Case("(team | first).letter", "A"),
    Case("(team | take: 0 | first).letter", "[premier élément]"),
    Case("tasks | where: 'isProposed' | any", "oui"),
    Case("(phases | each: 'tasks' | size) == (tasks | size)", "oui"),
    Case("team | take: 2 | listed: 'letter', 'ou'", "A ou B"),
    Case("team | each: 'letter' | contains: 'C'", "oui"),
    Case("edition.history | sum: 'actions' | known", "non"),
    Case("team | each: 'letter' | sort: 'down' | first", "H"),
  ])
  func `reckon with days, amounts and lists`(_ row: Case) throws {
    #expect(try line("{{ \(row.expression) }}") == row.line)
  }

  @Test func `gather records by a field`() throws {
    let found = try lines(
      "<p for=\"g in tasks | group: 'levelTitle'\">{{ g.key }} {{ g.items | size }}</p>")
    #expect(found.count > 1)
    #expect(Set(found).count == found.count)
  }

  @Test func `join and order lists of texts`() throws {
    let tips = try #require(TestBasin.new.brief().team.first).role.tips.map(\.text)
    try #require(tips.count > 1)
    let found = try lines(
      """
      <block for='r in team | take: 1'><p>{{ r.tips | size }}</p>
      <list><item for='tip in r.tips | sort'>{{ tip }}</item></list><p>{{ r.tips | listed }}</p></block>
      """)
    #expect(found.first == "p \(tips.count)")
    #expect(
      found.last == shown("p \(tips.dropLast().joined(separator: ", ")) et \(tips[tips.count - 1])")
    )
    let items = found.filter { $0.hasPrefix("- ") }
    #expect(items == tips.sorted().map { shown("- p \($0)") })
  }

  @Test func `order conditions, no before yes`() throws {
    let found = try lines("<p for=\"t in tasks | sort: 'isProposed'\">{{ t.isProposed }}</p>")
    #expect(found == found.sorted())
    #expect(Set(found) == ["p non", "p oui"])
  }

  @Test func `order days`() throws {
    let found = try lines("<p for=\"t in support | sort: 'due'\">{{ t.due | numeric }}</p>")
    let days = found.map { $0.dropFirst(2).split(separator: "/").reversed().joined() }
    #expect(days.count > 1)
    #expect(days == days.sorted())
  }

  /// The first edition's number is taken out of the base.
  @Test func `put blanks last`() throws {
    let basin = TestBasin(id: "antony", changes: ["editions.xml": [("schools=\"22\"", "")]])
    let found = try line(
      "<span for=\"e in edition.history | sort: 'schools'\">{{ e.year }} </span>", for: basin)
    #expect(found == "2014 2013")
  }
}
