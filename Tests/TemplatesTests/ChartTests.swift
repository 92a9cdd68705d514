import Testing

@Suite struct `Charts` {
  @Test func `have periods, and bars from one day to another`() throws {
    let found = try lines(
      """
      <timeline caption='Plan {{ basin.de }}' description='deux semaines'>
        <block for='week in plan.weeks | take: 2'>
          <period start='week.monday' label='{{ week.shortLabel }}' group='{{ week.month }}'/>
        </block>
        <bar for='task in tasks | take: 1' label='{{ task.short }}' note='{{ task.due | dayMonth }}'
          first='plan.first' last='task.due' look='tight'/>
      </timeline>
      """)
    #expect(
      found == [
        "chart « Plan d’Antony » deux semaines", "  periods −24 oct. plain, −23 oct. plain",
        "  bar Ouvrir le kit et lire le mode d’emploi (3~octobre) 4–4 tight",
      ])
  }

  @Test func `tell the load of each period, and nothing where there is none`() throws {
    let found = try lines(
      """
      <loads caption='Charge' description='heures'>
        <period for='week in plan.weeks' start='week.monday' label='s' group='g'/>
        <load for='load in plan.loads | take: 1' label='{{ load.short }}' minutes='load.minutes'
          limit='load.limit'/>
      </loads>
      """)
    #expect(found.count == 3)
    #expect(found.last?.hasPrefix("  load animateur [") == true)
    #expect(found.last?.hasSuffix("limit 240") == true)
  }

  @Test func `without rows are left out`() throws {
    #expect(
      try lines(
        """
        <timeline caption='c' description='d'>
          <period for='week in plan.weeks' start='week.monday' label='s' group='g'/>
        </timeline>
        """) == [])
  }

  @Test(arguments: [
    ProblemCase("①<timeline description='d'/>②", "template.missing-attribute ①②"),
    ProblemCase(
      "<timeline caption='c' description='d'><bar label='a' note='b' first='①basin.name②'"
        + " last='plan.first'/></timeline>", "template.wrong-type ①②"),
    ProblemCase(
      "<loads caption='c' description='d'><load label='a' minutes='①team②' limit='1'/></loads>",
      "template.wrong-type ①②"),
    ProblemCase(
      "<timeline caption='c' description='d'>①<load label='a'/>②</timeline>",
      "template.unknown-element ①②"),
  ])
  func `are checked like all else`(_ row: ProblemCase) throws {
    #expect(try problems(row.text) == row.problems)
  }
}
