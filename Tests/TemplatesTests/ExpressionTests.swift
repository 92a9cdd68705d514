import Testing

@Suite struct `Expressions` {
  struct Case: Sendable, CustomTestStringConvertible {
    let expression: String
    let line: String

    init(_ expression: String, _ line: String) {
      self.expression = expression
      self.line = line
    }

    var testDescription: String { expression }
  }

  @Test(arguments: [
    Case("'a'", "a"), Case("''", ""), Case("12", "12"), Case("true", "oui"), Case("false", "non"),
    Case("basin.name", "Antony"), Case("  basin . name  ", "Antony"),
    Case("(basin.name)", "Antony"),
    Case("basin\n.name", "Antony"),
    Case("((('a')))", "a"), Case("'}'", "}"), Case("'{'", "{"), Case("'a\"b'", "a\"b"),
    Case("007", "7"),
  ])
  func `give what they name`(_ row: Case) throws {
    #expect(try line("{{\(row.expression)}}") == row.line)
  }

  @Test(arguments: [
    Case("1 == 1", "oui"), Case("1 == 2", "non"), Case("1 != 2", "oui"), Case("2 &lt; 10", "oui"),
    Case("2 &lt;= 2", "oui"), Case("2 > 2", "non"), Case("2 >= 2", "oui"), Case("3 >= 4", "non"),
    Case("'a' == 'a'", "oui"), Case("'a' != 'a'", "non"),
    // The order of a French dictionary, not of code points.
    Case("'école' &lt; 'zèbre'", "oui"), Case("'École' &lt; 'fin'", "oui"),
    Case("'cote' &lt; 'côte'", "oui"),
    Case("'a' >= 'b'", "non"), Case("'a' &lt;= 'a'", "oui"),
    Case("edition.start &lt; edition.end", "oui"), Case("edition.start == edition.end", "non"),
    Case("edition.start > plan.first", "oui"),
    Case("true == false", "non"), Case("basin.isNew != basin.isExperienced", "oui"),
    Case("1==1", "oui"), Case("'a' | upper == 'A'", "oui"), Case("'A' == 'a' | upper", "oui"),
  ])
  func `compare`(_ row: Case) throws {
    #expect(try line("{{ \(row.expression) }}") == row.line)
  }

  /// What is not known decides nothing.
  @Test(arguments: [
    Case("basin.colleges == 3", "non"), Case("basin.colleges != 3", "oui"),
    Case("basin.colleges &lt; 3", "non"), Case("basin.colleges <= 3", "non"),
    Case("basin.colleges > 3", "non"), Case("basin.colleges >= 3", "non"),
    Case("3 == basin.colleges", "non"), Case("3 != basin.colleges", "oui"),
    Case("basin.colleges == basin.colleges", "non"),
    Case("basin.colleges != basin.colleges", "oui"),
    Case("(basin.colleges | default: 0) == 0", "oui"),
    Case("edition.history | where: 'actions', basin.colleges | any", "non"),
    Case("edition.history | whereNot: 'actions', basin.colleges | any", "oui"),
  ])
  func `a blank equals nothing and has no order`(_ row: Case) throws {
    let escaped = row.expression.replacing("<=", with: "&lt;=")
    #expect(try line("{{ \(escaped) }}") == row.line)
  }

  @Test(arguments: [
    Case("true and false", "non"), Case("true and true", "oui"), Case("false or true", "oui"),
    Case("false or false", "non"), Case("not true", "non"), Case("not not true", "oui"),
    // `not` binds before `and`, and `and` before `or`.
    Case("true or false and false", "oui"), Case("(true or false) and false", "non"),
    Case("not false and false", "non"), Case("not (false and false)", "oui"),
    Case("not 1 == 2", "oui"), Case("1 == 1 and 2 == 2", "oui"), Case("(1 == 1) == true", "oui"),
    Case("team | any and basin.name | known", "oui"),
    Case("not team | any", "non"),
  ])
  func `join conditions`(_ row: Case) throws {
    #expect(try line("{{ \(row.expression) }}") == row.line)
    #expect(try lines("<p if=\"\(row.expression)\">a</p>").isEmpty == (row.line == "non"))
  }

  @Test func `nest forty deep`() throws {
    let open = String(repeating: "(", count: 40)
    #expect(try line("{{ \(open)1\(String(repeating: ")", count: 40)) }}") == "1")
    #expect(try line("{{ \(String(repeating: "not ", count: 40))true }}") == "oui")
  }

  @Test(arguments: [
    Case("<section title='{{ basin.name }}, {{ edition.year }}'/>", "## Antony, 2015"),
    Case("<section title=\"« {{ basin.name }} » : {{ 1 == 1 }}\"/>", "## «~Antony~»~: oui"),
    Case("<section title='{{ edition.rank }} %'/>", "## 3~%"),
    // In a title a blank is its name.
    Case("<section title='{{ basin.colleges }}'/>", "## nombre de collèges"),
    Case("<section title='a&#10;&#9; b'/>", "## a b"),
  ])
  func `stand in attributes`(_ row: Case) throws {
    #expect(try lines(row.expression) == [row.line])
  }
}

@Suite struct `Values` {
  /// Hostile text of the base stays text: no expression, no element, no entity.
  @Test func `are never read again as a template`() throws {
    let name = "{{ basin.name }} &lt;strong>a&lt;/strong> &amp;lt; }} {{"
    let basin = TestBasin.made(
      "first-edition='1'",
      "<known-action>\(name)</known-action><person role='animateur' name=\"\(name)\"/>")
    let text = "{{ basin.name }} <strong>a</strong> &lt; }} {{"
    let found = try lines(
      """
      <p>{{ basin.knownAction }}</p><p for='r in team | take: 1'>{{ r.person.name }}</p>
      <section title='{{ basin.knownAction }}'/><p><blank name='{{ basin.knownAction }}'/></p>
      <p>{{ basin.knownAction | default: 'a' | upper }}</p>
      <p><a href='https://e.org/{{ basin.knownAction }}'>a</a></p>
      """, for: basin)
    #expect(
      found == [
        "p \(text)", "p \(text)", "## \(text)", "p [\(text)]", "p \(text.uppercased())",
        "p ‹https://e.org/\(text)›a‹/›",
      ])
  }

  @Test func `escaped text of a template stays text`() throws {
    #expect(try line("&lt;strong>{{ '&lt;em>' }}&lt;/strong>") == "<strong><em></strong>")
  }
}
