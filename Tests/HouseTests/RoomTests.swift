import Testing

/// The rooms, and which room may look into which. Package.swift is the outer wall, and a compiler
/// lets a room import what its neighbours import; this is the inner one. ARCHITECTURE.md says why.
private let rooms: [String: Set<String>] = [
  "CLibXML2": [],
  "CZlib": [],
  "CLinux": [],
  "Diagnostics": [],
  "FileTree": ["Diagnostics"],
  "Markup": ["CLibXML2", "Diagnostics"],
  "Archive": ["CZlib", "Diagnostics", "FileTree"],
  "OfficePackages": ["Archive", "Diagnostics", "FileTree", "Markup"],
  "Reconciling": ["Diagnostics", "FileTree", "Markup", "OfficePackages"],
  "French": [],
  "Documents": [],
  "Sheets": ["Diagnostics"],
  "OfficeReading": [
    "Archive", "Diagnostics", "Documents", "FileTree", "Markup", "OfficePackages",
  ],
  "JSON": ["Diagnostics"],
  "Proofreading": ["Diagnostics", "Documents", "French"],
  "KnowledgeBase": ["Diagnostics", "French", "Markup"],
  "Editing": ["Diagnostics", "French", "KnowledgeBase", "Markup", "Sheets"],
  "Planning": ["Diagnostics", "French", "KnowledgeBase"],
  "Quality": ["Diagnostics", "French", "KnowledgeBase"],
  "Ranking": ["KnowledgeBase"],
  "Tailoring": ["Diagnostics", "French", "KnowledgeBase", "Planning", "Ranking"],
  "Templates": [
    "Diagnostics", "Documents", "FileTree", "French", "KnowledgeBase", "Markup",
    "OfficePackages", "OfficeReading", "Planning", "Proofreading", "Ranking", "Tailoring",
  ],
  "Merging": ["Diagnostics", "French", "JSON", "Sheets", "Templates"],
  "HTMLFormat": ["Documents", "Markup"],
  "OpenDocumentFormat": [
    "Archive", "Diagnostics", "Documents", "FileTree", "Markup", "OfficePackages", "Sheets",
  ],
  "CalendarFormat": ["French"],
  "Export": ["Archive", "Diagnostics", "FileTree", "Markup"],
  "Assembly": [
    "CalendarFormat", "Diagnostics", "Documents", "Editing", "Export", "FileTree", "French",
    "HTMLFormat", "JSON", "KnowledgeBase", "Markup", "Merging", "OfficePackages",
    "OpenDocumentFormat", "Planning", "Proofreading", "Quality", "Reconciling", "Sheets",
    "Tailoring", "Templates",
  ],
  "Disk": ["CLinux", "Diagnostics", "FileTree"],
  "TrousseCommand": [
    "Assembly", "Diagnostics", "Disk", "Editing", "Export", "FileTree", "French",
    "KnowledgeBase", "Merging", "Quality", "Sheets",
  ],
  "trousse": ["TrousseCommand"],
]

/// The system's own modules, and who may import them. Foundation is nobody's.
private let systemModules: [String: Set<String>] = [
  // Files and descriptors; standard streams, signals and the environment.
  "Glibc": ["Disk", "TrousseCommand"]
]

@Suite struct `The rooms` {
  @Test func `are those of Package_swift, with the same neighbours`() throws {
    let manifest = try #require(Repository.text("Package.swift"))
    var declared: [String: Set<String>] = [:]
    let target = #/\b(?:room|systemLibrary|executableTarget)\(\s*(?:name: )?"(\w+)"/#
    let list = #/^,\s*(?:dependencies: )?\[([^\]]*)\]/#
    for match in manifest.matches(of: target) {
      let neighbours = manifest[match.range.upperBound...].firstMatch(of: list)
      declared[String(match.1)] = quoted(neighbours?.1 ?? "")
    }
    // The benchmark and the tests are executables and libraries of the tests.
    declared = declared.filter { Repository.isFolder("Sources/\($0.key)") }
    for (room, neighbours) in rooms {
      #expect(declared[room] == neighbours, "\(room) in Package.swift")
    }
    #expect(Set(declared.keys) == Set(rooms.keys))
    #expect(try Set(Repository.names(in: "Sources")) == Set(rooms.keys))
  }

  @Test func `import their neighbours and nothing else`() {
    expectNone(
      Repository.sources.flatMap { file in
        file.imports.compactMap { line, name in
          let isAllowed =
            rooms[file.room]?.contains(name) == true
            || systemModules[name]?.contains(file.room) == true
          return isAllowed ? nil : "\(file.path):\(line): \(file.room) may not import \(name)"
        }
      })
  }

  @Test func `need every neighbour that they have`() {
    let imported = Dictionary(grouping: Repository.sources, by: \.room)
      .mapValues { files in Set(files.flatMap { $0.imports.map(\.name) }) }
    expectNone(
      rooms.flatMap { room, neighbours in
        neighbours.subtracting(imported[room] ?? []).map { "\(room) never imports \($0)" }
      })
  }

  @Test func `stand in the table of ARCHITECTURE_md, with the same neighbours`() throws {
    let map = try #require(Repository.text("ARCHITECTURE.md"), "there is no ARCHITECTURE.md")
    // A row names its rooms in backticks in the first cell, and their neighbours in the last.
    var rows: [String: Set<String>] = [:]
    for line in map.split(separator: "\n") where line.hasPrefix("|") {
      let cells = line.split(separator: "|").map { String($0) }
      guard let first = cells.first, let last = cells.last, cells.count > 1 else { continue }
      let neighbours = Set(last.matches(of: /\w+/).map { String($0.0) }).intersection(rooms.keys)
      for name in first.matches(of: /`(\w+)`/) where rooms.keys.contains(String(name.1)) {
        rows[String(name.1)] = neighbours
      }
    }
    for (room, neighbours) in rooms {
      #expect(rows[room] == neighbours, "\(room) in ARCHITECTURE.md")
    }
  }

  @Test func `say what they are for in the file that bears their name`() {
    for room in rooms.keys where !room.hasPrefix("C") && room != "trousse" {
      let file = Repository.sources.first { $0.path == "Sources/\(room)/\(room).swift" }
      #expect(
        file?.parts.comments.isEmpty == false, "Sources/\(room)/\(room).swift has no comment")
    }
  }

  @Test func `of tests import what their line in Package_swift lists`() throws {
    let manifest = try #require(Repository.text("Package.swift"))
    var declared: [String: Set<String>] = ["TestSupport": ["Diagnostics", "Documents"]]
    for match in manifest.matches(of: /tests\(\s*"(\w+)",\s*of: \[([^\]]*)\]/) {
      declared[String(match.1)] = quoted(match.2)
    }
    let common: Set = ["Testing", "TestSupport", "Foundation", "Glibc", "Synchronization"]
    expectNone(
      Repository.tests.flatMap { file in
        guard let neighbours = declared[file.room] else { return [String]() }
        return file.imports.compactMap { line, name in
          neighbours.union(common).contains(name)
            ? nil : "\(file.path):\(line): \(file.room) may not import \(name)"
        }
      })
  }

  private func quoted(_ list: Substring) -> Set<String> {
    Set(list.matches(of: /"(\w+)"/).map { String($0.1) })
  }
}
