import Diagnostics
import French
import KnowledgeBase
import Planning
import Tailoring
import TestSupport
import Testing

@Suite struct `A brief` {
  private static let massy = "<basin id=\"massy\" name=\"Massy\" de=\"de Massy\""
  private let base: KnowledgeBase

  init() throws { base = try theBase.get() }

  @Test(arguments: [
    ("mantes-la-jolie", "2015", Experience.experienced),
    ("evry", "2015", .experienced), ("etampes", "2015", .new), ("etampes", "2016", .experienced),
    // Nobody says since when it takes part: it begins, until an edition has taken in all.
    ("antony", "2015", .new), ("antony", "2016", .experienced), ("antony", "2018", .experienced),
    ("mantes-la-jolie", "2013", .new),
  ])
  func `is for a new basin until it has taken part`(
    _ basin: String, _ year: String, _ experience: Experience
  ) throws {
    let brief = try brief(basin, year, in: base)
    #expect(brief.basin.experience == experience)
    #expect(experience == .new ? brief.basin.planWeeks == 24 : brief.basin.planWeeks <= 14)
    let audiences = Set(brief.tasks.map(\.task.audience))
    switch experience {
    case .new: #expect(audiences == [.all, .new])
    case .experienced: #expect(audiences == [.all, .experienced])
    }
  }

  @Test(arguments: [
    // The basin says so, or else the edition's stakes decide.
    ("", "2015", true), ("", "2016", false), ("first-degree=\"yes\"", "2016", true),
    ("first-degree=\"no\"", "2015", false), ("first-degree=\"no\"", "2018", false),
  ])
  func `takes in the first degree when the basin or the edition does`(
    _ attribute: String, _ year: String, _ takesIn: Bool
  ) throws {
    let base = try realBase([(Self.massy, "\(Self.massy) \(attribute)")])
    let brief = try brief("massy", year, in: base)
    #expect(brief.basin.takesInFirstDegree == takesIn)
    #expect(brief.tasks.contains { $0.task.conditions.contains(.firstDegree) } == takesIn)
  }

  @Test(arguments: [
    ("", "2015", ["premier-degre", "pedagogie", "parents", "professionnalisation"]),
    ("stakes=\"parents\"", "2015", ["parents"]),
    (
      "stakes=\"professionnalisation premier-degre\"", "2015",
      ["premier-degre", "professionnalisation"]
    ),
    // An edition that set no stake has none to choose from.
    ("stakes=\"parents\"", "2016", []),
  ])
  func `has the stakes that the basin chose, or all those of the edition`(
    _ attribute: String, _ year: String, _ stakes: [String]
  ) throws {
    let base = try realBase([(Self.massy, "\(Self.massy) \(attribute)")])
    #expect(try brief("massy", year, in: base).basin.stakes.map(\.id.text) == stakes)
  }

  @Test func `keeps to its own basin and department`() throws {
    for brief in try briefs("2015") {
      #expect(brief.department.id == brief.basin.basin.department)
      #expect(brief.edition.edition.id.text == "2015")
      #expect(brief.history.map(\.edition.id.text) == ["2013", "2014"])
      #expect(brief.academy.id == "versailles")
    }
  }

  @Test func `keeps to it whether the name is sure`() throws {
    let unsure = try briefs("2015").filter { $0.basin.basin.status == .unconfirmed }
    let attested = base.basins.filter { $0.provenance.standing == .reported }
    #expect(attested.count == 11 && unsure.count == 24 - 11)
    #expect(try brief("evry", "2015", in: base).basin.basin.status == .attested)
    #expect(try brief("antony", "2015", in: base).basin.basin.status == .unconfirmed)
  }

  @Test(arguments: years)
  func `has the basin's team of eight, each with something to do`(_ year: String) throws {
    for brief in try briefs(year) {
      #expect(brief.team.map(\.letter) == ["A", "B", "C", "D", "E", "F", "G", "H"])
      #expect(brief.team.allSatisfy { $0.role.isOfTeam })
      for member in brief.team {
        let isIdle = member.owned.isEmpty && member.role.id.text != "referent-premier-degre"
        #expect(!isIdle, "\(brief.basin.basin.id) \(member.role.id)")
        if brief.basin.takesInFirstDegree { #expect(!member.owned.isEmpty) }
        for position in member.owned {
          #expect(brief.tasks[position].owner.id == member.role.id)
        }
        for position in member.helped {
          #expect(
            brief.tasks[position].helpers.contains { $0.id == member.role.id || $0.isWholeTeam })
        }
      }
    }
  }

  @Test(arguments: years)
  func `gives every task one phase and one owner of its own`(_ year: String) throws {
    for brief in try briefs(year) {
      #expect(brief.phases.flatMap(\.tasks).sorted() == Array(brief.tasks.indices))
      for phase in brief.phases {
        #expect(phase.tasks.allSatisfy { brief.tasks[$0].phase == phase.phase.title })
      }
      #expect(brief.weeks.flatMap(\.week.tasks) == Array(brief.tasks.indices))
      let roles = brief.team + brief.schoolRoles + brief.departmentRoles + brief.academyRoles
      #expect(Set(roles.map(\.role.id)).count == roles.count)
      #expect(roles.allSatisfy { role in role.duties.allSatisfy { !$0.phase.isEmpty } })
      for task in brief.tasks {
        #expect(task.owner.id == task.task.owner)
        #expect(task.helpers.map(\.id) == task.task.helpers)
      }
    }
  }

  @Test(arguments: [
    (24, "S~−~24", "24~semaines avant"), (1, "S~−~1", "1~semaine avant"),
    (0, "Semaine", "pendant la Semaine"), (-1, "S~+~1", "1~semaine après"),
    (-8, "S~+~8", "8~semaines après"),
  ])
  func `counts weeks from the week itself`(_ lead: Int, _ label: String, _ offset: String) {
    #expect(weekLabel(lead) == label.replacing("~", with: "\u{A0}"))
    #expect(weekOffset(lead) == offset.replacing("~", with: "\u{A0}"))
  }
}

@Suite struct `What nobody has said yet` {
  @Test func `is a blank with a name of its own`() throws {
    for brief in try briefs("2015") {
      var names: [String] = []
      for member in brief.team {
        let person = member.person
        let blanks = [person.name, person.function, person.phone, person.mail].map(\.blank)
        #expect(blanks.allSatisfy { $0?.hasSuffix(member.role.short) == true })
        names += blanks.compactMap(\.self)
      }
      #expect(names.first == "nom de l’animateur")
      #expect(Set(names).count == 32)
    }
  }

  @Test func `gives way to what the basin has filled in`() throws {
    let row = "<known-action edition=\"2014\">séance de taï-chi</known-action>"
    let person = """
      <person role="animateur" civility="Madame" name="N. Exemple" phone="01 02 03 04 05"/>\
      <person role="directeur-cio" name="P. Exemple" function="directeur" mail="cio@example.fr"/>
      """
    let base = try realBase([(row, row + person)])
    let team = try brief("massy", "2015", in: base).team
    let first = try #require(team.first { $0.role.id.text == "animateur" }).person
    #expect(first.name.value == "Madame\u{A0}\(typeset("N. Exemple"))")
    #expect(first.phone.value?.split(whereSeparator: \.isWhitespace).joined() == "0102030405")
    #expect(first.function.blank != nil && first.mail.blank != nil)
    let second = try #require(team.first { $0.role.id.text == "directeur-cio" }).person
    #expect(second.name.value == typeset("P. Exemple"))
    #expect(second.function.value == "directeur" && second.mail.value == "cio@example.fr")
    #expect(second.phone.blank != nil)
    // Nobody else has been filled in, and no other basin.
    #expect(team.filter { $0.person.name.value != nil }.count == 2)
    let other = try brief("evry", "2015", in: base)
    #expect(other.team.allSatisfy { $0.person.name.value == nil && $0.person.phone.value == nil })
  }

  @Test func `names the deputy where the base does`() throws {
    let base = try theBase.get()
    let team = try brief("evry", "2015", in: base).team
    for member in team {
      if let deputy = member.role.deputy {
        #expect(member.deputy.value == base[deputy].title)
      } else {
        #expect(member.deputy.blank?.contains(member.role.short) == true)
      }
    }
    #expect(team.contains { $0.role.deputy != nil })
  }
}
