import French
import KnowledgeBase
import Planning
import Testing

@Suite struct `The short messages of a plan` {
  @Test func `leave in the order of their days`() throws {
    let plan = try Kind("2015", .new).plan(of: theBase.get())
    let lines = plan.messages.map { message in
      switch message.day {
      case .on(let day): "\(day) \(message.message.id)"
      case .eachDay: "each day \(message.message.id)"
      case .unknown: "? \(message.message.id)"
      }
    }
    #expect(
      lines == [
        "2014-11-28 personnels", "2015-02-13 parents", "2015-03-09 partenaires",
        "2015-03-09 eleves", "2015-03-13 avant", "2015-03-16 premier-jour", "each day chaque-jour",
        "2015-03-24 merci",
      ])
  }

  @Test(arguments: Kind.all)
  func `leave with their task, else on a school day`(_ kind: Kind) throws {
    let base = try theBase.get()
    let season = try kind.season(of: base)
    let plan = try kind.plan(of: base)
    let due = Dictionary(
      (plan.tasks + plan.support).map { ($0.task.id, $0.due) },
      uniquingKeysWith: { first, _ in first })
    #expect(plan.messages.count == base.messages.count)
    for message in plan.messages {
      switch message.message.moment {
      case .task(let id):
        #expect(message.day == due[id].map(DatedMessage.Day.on) ?? .unknown)
      case .lead:
        guard case .on(let day) = message.day else {
          Issue.record("\(message.message.id) has no day")
          continue
        }
        #expect((0..<season.days.count).contains { season.days[$0] == day })
      case .firstDay: #expect(message.day == .on(season.start))
      case .eachDay: #expect(message.day == .eachDay)
      }
    }
  }

  @Test func `stand last without a day where their task is not in the plan`() throws {
    let base = try realBase([
      (
        old: "task=\"informer-les-equipes\" standing",
        new: "task=\"bassin-parrain\" standing"
      )
    ])
    let plan = try Kind("2015", .experienced).plan(of: base)
    let last = try #require(plan.messages.last)
    #expect(last.message.id.text == "personnels" && last.day == .unknown)
  }

  @Test func `are left out where their condition does not hold`() throws {
    let base = try realBase([
      (old: "moment=\"each-day\"", new: "moment=\"each-day\" only-if=\"election fse\"")
    ])
    func ids(_ kind: Kind) throws -> [String] {
      try kind.plan(of: base).messages.map(\.message.id.text)
    }
    #expect(try ids(Kind("2015", .new, isFunded: true)).contains("chaque-jour"))
    #expect(try !ids(Kind("2015", .new)).contains("chaque-jour"))
    #expect(try !ids(Kind("2016", .new, isFunded: true)).contains("chaque-jour"))
  }
}
