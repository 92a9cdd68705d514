import Diagnostics
import KnowledgeBase
import Quality
import TestSupport
import Testing

/// The repository's own base.
private func base() throws -> KnowledgeBase {
  let folders = ["Assets/KnowledgeBase", "Assets/Calendars"]
  let files = try folders.flatMap { folder in
    try RepositoryInputs.files(under: folder, endings: [".xml"]).map { path, bytes in
      SourceFile(id: SourceFile.ID("\(folder)/\(path)"), bytes: bytes)
    }
  }
  let schemas = try RepositoryInputs.files(under: "Assets/Schemas", endings: [".rng"]).map {
    SourceFile(id: SourceFile.ID("Assets/Schemas/\($0.key)"), bytes: $0.value)
  }
  return try load(files, schemas: schemas, folder: "Assets/KnowledgeBase").value
}

@Suite struct `A review of the base` {
  @Test func `names each basin that has blanks, and what they are`() throws {
    let base = try base()
    let blanks = review(base, documents: []).filter { $0.kind == .blankBasin }
    #expect(blanks.count == base.basins.count)
    let unconfirmed = base.basins.count { $0.status == .unconfirmed }
    #expect(blanks.count { $0.detail.french.hasPrefix("son nom") } == unconfirmed)
    let mantes = try #require(blanks.first { $0.subject.french == "Mantes-la-Jolie" })
    #expect(!mantes.detail.french.contains("collèges"))
    #expect(mantes.detail.french.contains("noms sur 8 dans l’équipe"))
  }

  @Test func `finds documents that no task calls`() throws {
    let findings = review(try base(), documents: ["retroplanning", "nobody-calls-this"])
    let uncalled = findings.filter { $0.kind == .uncalledDocument }
    #expect(uncalled.map(\.subject.english) == ["nobody-calls-this"])
  }

  @Test func `counts for each kind what rests on no source`() throws {
    let base = try base()
    let bare = base.tasks.count { $0.provenance.sources.isEmpty }
    let tasks = review(base, documents: []).first {
      $0.kind == .unsourced && $0.subject.english == "tasks"
    }
    #expect(tasks?.detail.english.hasPrefix("\(bare) of \(base.tasks.count): ") == true)
  }

  @Test func `has both languages for all it says`() throws {
    for finding in review(try base(), documents: ["x"]) {
      #expect(!finding.subject.french.isEmpty && !finding.detail.french.isEmpty)
      #expect(!finding.subject.english.isEmpty && !finding.detail.english.isEmpty)
    }
  }
}

@Suite struct `A source` {
  @Test func `is cited by all that name it`() throws {
    let base = try base()
    let uses = sourceUses(of: base)
    #expect(uses.map(\.source.id) == base.sources.map(\.id))
    for use in uses {
      let id = use.source.id
      #expect(
        use.items.count { $0.name.english.hasPrefix("action ") }
          == base.actions.count { $0.provenance.sources.contains(id) })
      #expect(
        use.items.count { $0.name.french.hasPrefix("retour d’expérience ") }
          == base.lessons.count { $0.provenance.sources.contains(id) })
    }
    #expect(uses.contains { $0.count(.computed) > 0 })
  }
}
