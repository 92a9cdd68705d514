import Diagnostics
import KnowledgeBase
import TestSupport
import Testing

@Suite struct `Tasks that wait for each other` {
  @Test(arguments: [
    Case(
      [
        Edit("<task id='equipe'", "①<task id='equipe'"),
        Edit(
          "helpers='directeur' lead='20 weeks' for='all' standing='proposed'>",
          "lead='20 weeks' for='all' after='reunion' standing='proposed'>②"),
      ], "kb.task-cycle ①②"),
    Case(
      [
        Edit("<task id='reunion'", "①<task id='reunion'"),
        Edit("after='equipe' standing='proposed'>", "after='equipe reunion' standing='proposed'>②"),
      ], "kb.task-cycle ①②"),
    Case("after='equipe'", "after='equipe equipe'"),
  ])
  func `in a circle are an error`(_ row: Case) throws {
    let folder = try tinyBase(row.edits)
    let problems = try diagnostics(folder.files)
    #expect(folder.places(of: problems) == row.places)
  }

  @Test func `are told in the order in which they wait`() throws {
    // c waits for b, b for a and for d, a for c; d, e and f are beside the circle.
    let folder = try withTasks([
      ("e", ["c", "d"]), ("a", ["c"]), ("b", ["d", "a"]), ("c", ["b"]), ("d", ["equipe"]),
      ("f", ["e"]),
    ])
    let problem = try #require(try diagnostics(folder.files).first)
    #expect(
      problem.message.english == "tasks wait for each other in a circle: `c` → `b` → `a` → `c`")
    #expect(
      problem.message.french == "des tâches s’attendent en rond : `c` → `b` → `a` → `c`")
  }

  @Test func `in a circle of five hundred are all named`() throws {
    let names = (0..<500).map { "t\($0)" }
    let folder = try withTasks(names.indices.map { (names[$0], [names[($0 + 1) % 500]]) })
    let problems = try diagnostics(folder.files)
    #expect(problems.map(\.id) == ["kb.task-cycle"])
    let chain = (names + ["t0"]).map { "`\($0)`" }.joined(separator: " → ")
    #expect(problems.first?.message.english == "tasks wait for each other in a circle: \(chain)")
  }

  @Test(arguments: [false, true])
  func `in a chain of five thousand are no trouble`(isReversed: Bool) throws {
    let chain = (0..<5_000).map { ("t\($0)", $0 + 1 < 5_000 ? ["t\($0 + 1)"] : []) }
    let folder = try withTasks(isReversed ? chain.reversed() : chain)
    #expect(try diagnostics(folder.files) == [])
  }

  @Test(arguments: [false, true])
  func `by many ways are looked at once`(isReversed: Bool) throws {
    // Each waits for all that come before it: 2¹⁹⁸ ways lead from the last to the first.
    let names = (0..<200).map { "t\($0)" }
    let tasks = names.indices.map { (names[$0], Array(names[..<$0])) }
    let folder = try withTasks(isReversed ? tasks.reversed() : tasks)
    #expect(try diagnostics(folder.files) == [])
  }

  /// The tiny base with more tasks: their ids, and those they wait for.
  private func withTasks(_ tasks: [(id: String, after: [String])]) throws -> MarkedFolder {
    let texts = tasks.map { id, after in
      let waits = after.isEmpty ? "" : " after='\(after.joined(separator: " "))'"
      return """
          <task id='\(id)' title='T' phase='cadrage' level='bassin' owner='animateur'
            lead='10 weeks' for='all'\(waits) standing='proposed'>
            <how>Faire.</how><done>Fait.</done>
          </task>

        """
    }
    return try tinyBase([Edit("</tasks>", texts.joined() + "</tasks>")])
  }
}
