import Foundation
import Testing

@Suite struct `Diagnostics` {
  private struct Use: Hashable {
    var id: String
    var room: String
    var place: String
  }

  /// Every id, where it is given to a diagnostic or is the value of a property that is one.
  private static let uses: [Use] = Repository.sources.flatMap { file in
    let givesIDs = file.parts.code.contains { $0.contains("Diagnostic.ID") }
    return file.parts.literals.filter { literal in
      literal.opener.hasSuffix("Diagnostic(") || literal.opener.hasSuffix("Diagnostic.ID(")
        || (givesIDs && literal.opener.contains(/case[.\w,]*:$/)
          && literal.text.contains(/^[a-z]+\.[a-z0-9-]+$/))
    }.map { Use(id: $0.text, room: file.room, place: "\(file.path):\($0.line)") }
  }

  /// One id may tell one rule in two ways, side by side.
  @Test func `have an id each, given in one file`() {
    #expect(Self.uses.count > 20)
    for (id, uses) in Dictionary(grouping: Self.uses, by: \.id) {
      let files = Set(uses.map { $0.place.prefix { $0 != ":" } })
      if files.count > 1 { Issue.record("`\(id)` is given in \(uses.map(\.place).sorted())") }
    }
  }

  @Test func `have ids of the form room·problem, and a room has its own word`() {
    for use in Self.uses where !use.id.contains(/^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$/) {
      Issue.record("\(use.place): `\(use.id)` is not of the form `room.problem`")
    }
    let words = Dictionary(grouping: Self.uses) { $0.id.prefix { $0 != "." } }
    for (word, uses) in words where Set(uses.map(\.room)).count > 1 {
      Issue.record("`\(word).` is used by \(Set(uses.map(\.room)).sorted())")
    }
  }
}

@Suite struct `Every file of content is used` {
  /// A golden is used when a test names it: whole, or with holes for words of the same tests.
  @Test func `goldens`() {
    let goldens = Repository.paths(under: "Tests/Golden")
      .map { String($0.dropFirst("Tests/Golden/".count)) }
    let suites = Dictionary(grouping: Repository.tests, by: \.room).values.map { files in
      (
        names: Set(files.flatMap { $0.parts.literals.map(\.text) }),
        text: files.flatMap(\.lines).joined(separator: "\n")
      )
    }
    expectNone(
      goldens.filter { golden in
        !suites.contains { suite in
          suite.names.contains { name in
            guard let words = words(of: golden, inHolesOf: name) else { return false }
            return words.allSatisfy { $0.isEmpty || suite.text.contains($0) }
          }
        }
      }.map { "Tests/Golden/\($0) is named by no test" })
  }

  /// What stands in a golden's name where a test's name for it has holes; nil if they differ.
  private func words(of golden: String, inHolesOf name: String) -> [Substring]? {
    if golden == name { return [] }
    let pieces = name.split(separator: "\u{FFFC}", omittingEmptySubsequences: false)
    // A name of nothing but a hole would be every golden's.
    guard pieces.count > 1, pieces.contains(where: { $0.contains("/") || $0.contains(".") }),
      let first = pieces.first, let last = pieces.last, golden.hasPrefix(first),
      golden.dropFirst(first.count).hasSuffix(last)
    else { return nil }
    var rest = golden.dropFirst(first.count).dropLast(last.count)
    var words: [Substring] = []
    for piece in pieces.dropFirst().dropLast() {
      guard let range = rest.firstRange(of: piece) else { return nil }
      words.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return words + [rest]
  }

  @Test func `templates, from the plan of a kit and the academic team's page`() throws {
    let all = Set(Repository.paths(under: "KitTemplates").filter(isTemplate))
    var reached: Set<String> = []
    var waiting = ["KitTemplates/kit.xml", "KitTemplates/academie/index.xml"]
    while let path = waiting.popLast() {
      guard reached.insert(path).inserted else { continue }
      let text = try #require(Repository.text(path), "there is no \(path)")
      let names = /\b(?:template|footer|closing|letterhead)="([^"]+)"|\{\{ *include ([^ }]+)/
      waiting += text.matches(of: names).compactMap { $0.1 ?? $0.2 }.map { "KitTemplates/\($0)" }
    }
    expectNone(all.subtracting(reached).map { "\($0) is used by no template" })
  }

  /// Of the vocabulary, or a document of Writer in a folder of its own.
  private func isTemplate(_ path: String) -> Bool {
    let isInFolder = path.split(separator: "/").count > 2
    return path.hasSuffix(".xml")
      || path.hasSuffix(".fodt") && isInFolder && !path.hasPrefix("KitTemplates/look/")
  }

  /// An editor forgets a style that its document names and lacks, when it saves.
  @Test func `styles, which each Writer document holds itself`() throws {
    for path in Repository.paths(under: "KitTemplates") where path.hasSuffix(".fodt") {
      let text = try #require(Repository.text(path), "there is no \(path)")
      let held = Set(text.matches(of: /style:name="([^"]+)"/).map(\.1))
      let named = Set(text.matches(of: /text:style-name="([^"]+)"/).map(\.1))
      expectNone(named.subtracting(held).map { "\(path) names the style \($0) and lacks it" })
    }
  }

  @Test func `the look and the texts, from the code`() {
    let named = Set(Repository.sources.flatMap { $0.parts.literals.map(\.text) })
    let others = Repository.paths(under: "KitTemplates").filter {
      !isTemplate($0) && !$0.hasSuffix("/README.md")
    }
    expectNone(
      others.filter { path in
        let short = String(path.dropFirst("KitTemplates/".count))
        return !named.contains(short) && !named.contains { short.hasSuffix("/" + $0) }
      }.map { "\($0) is named nowhere in Sources" })
  }

  @Test func `schemas, each by a file of its name or from the code`() {
    let named = Set(Repository.sources.flatMap { $0.parts.literals.map(\.text) })
    let bases = Repository.paths(under: "Assets/KnowledgeBase")
      .compactMap { $0.split(separator: "/").last }
    for path in Repository.paths(under: "Assets/Schemas") {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      #expect(name.hasSuffix(".rng"), "\(path) is no schema")
      let isUsed = bases.contains("\(name.dropLast(4)).xml") || named.contains(name)
      #expect(isUsed, "\(path) is used by no file")
    }
  }
}

@Suite struct `The repository` {
  @Test func `has nothing at its top level but what is meant to be there`() throws {
    let names = try Repository.names(in: "").filter { !Repository.isIgnored($0) }
    #expect(Set(names).subtracting(Repository.entries) == [])
    #expect(Repository.entries.subtracting(names) == [])
    let ignored = try #require(Repository.text(".gitignore"))
    for name in [".build", "build/"] { #expect(ignored.contains(name), ".gitignore") }
  }

  @Test func `names no place of somebody's machine`() {
    let folders = Repository.entries.filter(Repository.isFolder)
    let paths =
      folders.flatMap(Repository.paths(under:))
      + Repository.entries.subtracting(folders).sorted()
    // Written so that this line is no such place itself.
    let place = /(?:^|[^\w.\-\/])\/(?:home|root|work|Users|mnt)\/\w/
    expectNone(
      paths.flatMap { path in
        (Repository.text(path) ?? "").split(separator: "\n", omittingEmptySubsequences: false)
          .enumerated()
          .filter { $0.element.utf8.contains(UInt8(ascii: "/")) && $0.element.contains(place) }
          .map { "\(path):\($0.offset + 1): \($0.element)" }
      })
  }

  @Test func `links its texts to what is there`() {
    let texts = ["README.md", "ARCHITECTURE.md", "KitTemplates/README.md"]
    expectNone(
      texts.flatMap { path in
        let folder = path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
        return (Repository.text(path) ?? "").matches(of: /\]\(([^)#:]+)(?:#[^)]*)?\)/)
          .map { folder + $0.1 }
          .filter { !FileManager.default.fileExists(atPath: "\(Repository.root)/\($0)") }
          .map { "\(path): there is no \($0)" }
      })
  }

  @Test func `keeps the words of its readme: every make is a target`() throws {
    let makefile = try #require(Repository.text("Makefile"))
    let targets = Set(makefile.matches(of: /(?m)^([a-z]+):(?!=)/).map { String($0.1) })
    let readme = try #require(Repository.text("README.md"), "there is no README.md")
    for command in ["make kits", "make test"] {
      #expect(readme.contains(command), "the readme does not say `\(command)`")
    }
    for path in ["README.md", "ARCHITECTURE.md", ".ci/run"] {
      for match in (Repository.text(path) ?? "").matches(of: /(?m)(?:`|^ *)make ([a-z]+)/) {
        #expect(targets.contains(String(match.1)), "\(path): there is no target \(match.1)")
      }
    }
    let phony = try #require(makefile.firstMatch(of: /\.PHONY: (.*)/))
    #expect(Set(phony.1.split(separator: " ").map(String.init)) == targets)
  }
}
