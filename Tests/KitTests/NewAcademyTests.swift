import Assembly
import Diagnostics
import Editing
import Export
import FileTree
import French
import KnowledgeBase
import TestSupport
import Testing

@Suite struct `The base of another academy` {
  /// Its inputs: what `workspace` makes, and templates and schemas as they are.
  private static func inputs(
    zone: String = "B", week: String = "2027-03-15"
  ) throws -> Reported<BuildInputs> {
    var inputs = try Samples.inputs()
    let made = try workspace(of: academy(zone, week), from: inputs, version: "test")
    inputs.knowledge = made.value.map {
      SourceFile(id: SourceFile.ID("own/\($0.path.text)"), bytes: $0.bytes)
    }
    return Reported(inputs, made.diagnostics)
  }

  private static func academy(_ zone: String, _ week: String) throws -> NewAcademy {
    NewAcademy(
      name: "Rennes", code: nil, zone: zone,
      departments: ["22", "35=Ille-et-Vilaine"].map(NewAcademy.Department.init),
      basins: ["35=Redon", "22=Lannion"].map(NewAcademy.Basin.init),
      week: try #require(CalendarDay(week)), rank: 1, slogan: nil, site: nil)
  }

  private static func pages() throws -> [(path: String, text: String)] {
    let inputs = try inputs().value
    let request = BuildRequest(edition: nil, day: nil, version: "test")
    let workshop = try Workshop.prepare(inputs, request).value
    let basin = try #require(workshop.base.basins.first)
    let kit = try workshop.kit(for: basin, packing: .folder).kit
    return kit.files.filter { $0.path.text.hasSuffix(".html") }.map {
      ($0.path.text, String(decoding: $0.bytes, as: UTF8.self))
    }
  }

  @Test func `has an empty history and its own places`() throws {
    let inputs = try Self.inputs()
    #expect(inputs.diagnostics.isEmpty)
    let base = try load(inputs.value.knowledge, schemas: inputs.value.schemas, folder: "own").value
    #expect(base.academy.fullName == "académie de Rennes")
    #expect(
      base.academy.departments.map(\.within) == ["dans les Côtes-d’Armor", "en Ille-et-Vilaine"])
    #expect(base.basins.map(\.de) == ["de Redon", "de Lannion"])
    #expect(base.editions.map(\.id.text) == ["2027"])
    #expect(base.actions.count > 100 && base.actions.allSatisfy { $0.academy != nil })
    #expect(base.lessons.allSatisfy { $0.edition == nil && $0.basins.isEmpty })
    #expect(base.tasks.allSatisfy { $0.fixedDays.isEmpty })
  }

  @Test func `says nothing of the academy that its method comes from`() throws {
    let former = try load(
      Samples.inputs().knowledge, schemas: Samples.inputs().schemas, folder: "base"
    ).value
    let foreign =
      former.basins.map(\.name) + former.academy.departments.map(\.name)
      + ["Versailles", "Lâche pas", "35\u{202F}000", "35 000", "24 bassins", "600 établissements"]
    for page in try Self.pages() where !page.path.contains("banque-d-actions") {
      let own = withoutExperience(page.text)
      for word in foreign {
        #expect(!own.contains(word), "\(page.path): \(word)")
      }
    }
  }

  @Test func `tells of actions elsewhere with their academy`() throws {
    let bank = try #require(try Self.pages().first { $0.path.contains("banque-d-actions") }).text
    // The line under each action: place, time, source.
    let places = bank.matches(of: /<p class="small">([^<]*Source\u{A0}: )/).map { String($0.1) }
    #expect(places.count > 50)
    #expect(places.allSatisfy { !$0.contains("Rennes") }, "none is told as the new academy's own")
    #expect(places.contains { $0.contains("bassin de Mantes-la-Jolie, académie de Versailles") })
  }

  @Test func `has no day where its holidays are not known`() throws {
    for (zone, week) in [("A", "2031-03-17"), ("Corse", "2027-03-15")] {
      let made = try Self.inputs(zone: zone, week: week)
      #expect(made.diagnostics.map(\.id) == ["plan.calendar-too-short"])
      #expect(!made.diagnostics.hasErrors)
      let place = made.diagnostics.first?.span?.file.path
      #expect(place == "Calendars/school-holidays.xml")
      let refused = #expect(throws: Stopped.self) {
        let request = BuildRequest(edition: nil, day: nil, version: "test")
        _ = try Workshop.prepare(made.value, request)
      }
      #expect(refused?.diagnostics.map(\.id) == ["plan.calendar-too-short"])
    }
  }

  /// A page without what it marks as experience of others, source included.
  private func withoutExperience(_ page: String) -> String {
    page.replacing(/<(aside|div|section) class="callout experience"[\s\S]*?<\/\1>/, with: "")
  }
}

@Suite struct `The schools of a basin` {
  /// The real inputs with the first schools of the directory given to Évry.
  private static func inputs(_ count: Int) throws -> BuildInputs {
    var inputs = try Samples.inputs()
    let place = try #require(
      inputs.knowledge.firstIndex { $0.id.path.hasSuffix("/schools.xml") })
    var text = String(decoding: inputs.knowledge[place].bytes, as: UTF8.self)
    for _ in 0..<count {
      let range = try #require(text.firstRange(of: /sector="(public|private)"\s+address/))
      text.replaceSubrange(range, with: "sector=\"public\" basin=\"evry\" address")
    }
    inputs.knowledge[place] = SourceFile(id: inputs.knowledge[place].id, bytes: Array(text.utf8))
    return inputs
  }

  @Test func `fill its counts and its card, where no source gives a number`() throws {
    let request = BuildRequest(edition: nil, day: nil, version: "test")
    let workshop = try Workshop.prepare(try Self.inputs(3), request).value
    let basin = try #require(workshop.base.basins.first { $0.id.text == "evry" })
    let kit = try workshop.kit(for: basin, packing: .folder).kit
    let card = try #require(kit.files.first { $0.path.text.hasSuffix("03-carte-d-identite.html") })
    let page = String(decoding: card.bytes, as: UTF8.self)
    #expect(page.contains("3\u{A0}collèges"))
    #expect(page.contains("Établissements et adresses, pour les envois"))
    #expect(page.contains("Collège Jean Lurcat"))
    let other = try #require(workshop.base.basins.first { $0.id.text == "massy" })
    let files = try workshop.kit(for: other, packing: .folder).kit.files
    #expect(
      !files.contains { String(decoding: $0.bytes, as: UTF8.self).contains("pour les envois") })
  }
}

@Suite struct `The page of the base` {
  private static func page() throws -> String {
    let request = BuildRequest(edition: nil, day: nil, version: "test")
    let workshop = try Workshop.prepare(try Samples.inputs(), request).value
    return String(decoding: try workshop.academyFiles(over: KitLedger()).base.bytes, as: UTF8.self)
  }

  @Test func `shows how the week grew, as picture and as words`() throws {
    let page = try Self.page()
    #expect(
      page.contains("1\u{A0}bassin en 2013, 8\u{A0}bassins en 2014 et 24\u{A0}bassins en 2015"))
    for number in ["22", "200", "600"] { #expect(page.contains(">\(number)</text>")) }
  }

  @Test func `has every item that editions use again, action, lesson and finding`() throws {
    let page = try Self.page()
    let request = BuildRequest(edition: nil, day: nil, version: "test")
    let workshop = try Workshop.prepare(try Samples.inputs(), request).value
    let rows = page.matches(of: /<th scope="row">/).count
    let base = workshop.base
    let again =
      base.risks.count + base.messages.count + base.budget.count + base.formulas.count
      + base.partners.count
    // The actions are counted for each theme too, and in all.
    let counts = base.themes.count + 1
    #expect(
      rows == base.editions.count + base.actions.count + base.lessons.count + again + counts)
    #expect(page.contains("data-choices=\"1 2 4\""))
    let findings = page.matches(of: /<li><strong>/).count
    #expect(findings == workshop.findings.count)
  }
}
