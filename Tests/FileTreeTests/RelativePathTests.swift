import Diagnostics
import FileTree
import TestSupport
import Testing

@Suite struct `A path in a kit` {
  @Test(arguments: [
    "mimetype", "a/b/c.html", "0-Lisez-moi.html", "Fiches/Élèves & parents.odt", ".hidden",
    "CONSEILS.txt", "comité.odt", "COM10.txt", "COMA", "a.b.c", "l’été/œuvre (2).html", "com",
    "LPT.txt", "a b/c d", String(repeating: "a", count: 240),
  ])
  func `keeps its text`(_ text: String) throws {
    let path = try RelativePath(text)
    #expect(path.text == text)
    #expect(path.description == text)
    #expect(path.components.joined(separator: "/") == text)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    var text: String
    var error: PathError
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ error: PathError) {
      self.text = text
      self.error = error
    }
  }

  @Test(arguments: [
    Refusal("", .empty),
    Refusal("/etc/passwd", .absolute("/etc/passwd")),
    Refusal("/", .absolute("/")),
    Refusal("..", .escapes("..")),
    Refusal("a/../../b", .escapes("a/../../b")),
    Refusal("./a", .escapes("./a")),
    Refusal("a//b", .escapes("a//b")),
    Refusal("a/", .escapes("a/")),
    Refusal("a\\b", .backslash("a\\b")),
    Refusal("..\\a", .backslash("..\\a")),
    Refusal("C:/a", .colon("C:/a")),
    Refusal("a:stream", .colon("a:stream")),
    Refusal("what?", .unportableCharacter("?", in: "what?")),
    Refusal("a/b*", .unportableCharacter("*", in: "a/b*")),
    Refusal("\"a\"", .unportableCharacter("\"", in: "\"a\"")),
    Refusal("a<b", .unportableCharacter("<", in: "a<b")),
    Refusal("a|b", .unportableCharacter("|", in: "a|b")),
    Refusal("a\0b", .controlCharacter(0, in: "a\0b")),
    Refusal("a\nb", .controlCharacter(10, in: "a\nb")),
    Refusal("a\u{7F}", .controlCharacter(0x7F, in: "a\u{7F}")),
    Refusal("a\u{85}b", .controlCharacter(0x85, in: "a\u{85}b")),
    Refusal("a\u{202E}txt.exe", .controlCharacter(0x202E, in: "a\u{202E}txt.exe")),
    Refusal("CON", .reservedName("CON", in: "CON")),
    Refusal("a/con.txt", .reservedName("con.txt", in: "a/con.txt")),
    Refusal("Nul.tar.gz", .reservedName("Nul.tar.gz", in: "Nul.tar.gz")),
    Refusal("aux /b", .looseEnd("aux ", in: "aux /b")),
    Refusal("aux .txt", .reservedName("aux .txt", in: "aux .txt")),
    Refusal("COM1", .reservedName("COM1", in: "COM1")),
    Refusal("lpt9.odt", .reservedName("lpt9.odt", in: "lpt9.odt")),
    Refusal("COM².txt", .reservedName("COM².txt", in: "COM².txt")),
    Refusal("a.", .looseEnd("a.", in: "a.")),
    Refusal("a /b", .looseEnd("a ", in: "a /b")),
    Refusal(" a", .looseEnd(" a", in: " a")),
    Refusal("...", .looseEnd("...", in: "...")),
    Refusal(
      String(repeating: "é", count: 128), .partTooLong(String(repeating: "é", count: 128))),
    Refusal(
      String(repeating: "a", count: 256), .partTooLong(String(repeating: "a", count: 256))),
    Refusal(
      String(repeating: "abcd/", count: 48) + "a",
      .pathTooLong(String(repeating: "abcd/", count: 48) + "a")),
    // A slash with an accent upon it is one character for Swift, and a slash for Linux.
    Refusal("../\u{301}a", .escapes("../\u{301}a")),
  ])
  func `is refused for one reason, told in two languages`(_ row: Refusal) {
    let error = #expect(throws: PathError.self) { try RelativePath(row.text) }
    #expect(error == row.error)
    #expect(row.error.message.english != row.error.message.french)
  }

  @Test func `comes in the order of its parts' bytes`() throws {
    let texts = ["Z", "a", "a/b", "a/b/c", "a/é", "a b", "a-b", "a.b", "b", "é"]
    let paths = try texts.map { try RelativePath($0) }
    #expect(paths.shuffled().sorted().map(\.text) == texts)
  }

  @Test(arguments: Seed.first(200))
  func `orders like the list of its parts`(_ seed: Seed) throws {
    var generator = seed.generator
    func path() throws -> RelativePath {
      let letters = ["a", "b", "é", "-", " x", "."]
      let parts = (1...Int.random(in: 1...3, using: &generator)).map { _ in
        "a" + (letters.randomElement(using: &generator) ?? "") + "z"
      }
      return try RelativePath(parts.joined(separator: "/"))
    }
    let first = try path()
    let second = try path()
    let expected = first.components.lexicographicallyPrecedes(second.components) {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    #expect((first < second) == expected)
    #expect((first == second) == (!(first < second) && !(second < first)))
  }

  @Test(arguments: Seed.first(300))
  func `never leaves its folder, whatever the text`(_ seed: Seed) {
    var generator = seed.generator
    let alphabet = Array("ab./\\: ~CON1é\u{301}\u{202E}\n")
    let text = String(
      (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
      })
    do throws(PathError) {
      let path = try RelativePath(text)
      #expect(path.text == text)
      #expect(!path.text.utf8.starts(with: "/".utf8))
      #expect(!path.components.contains { ["", ".", ".."].contains($0) })
      #expect(try RelativePath(path.text) == path)
    } catch {
      #expect(!error.message.english.isEmpty)
    }
  }

  @Test func `appends and has a parent`() throws {
    let folder = RelativePath.literal("Évry/Fiches")
    let path = try folder.appending(.literal("a/b.odt"))
    #expect(path.text == "Évry/Fiches/a/b.odt")
    #expect(path.name == "b.odt")
    #expect(path.parent?.parent == folder)
    #expect(RelativePath.literal("a").parent == nil)
    let long = try RelativePath(String(repeating: "a", count: 239))
    #expect(throws: PathError.pathTooLong(long.text + "/b")) { try long.appending(.literal("b")) }
  }

  @Test func `differs from the same letters in other bytes, but folds with them`() throws {
    let composed = try RelativePath("\u{E9}")
    let decomposed = try RelativePath("e\u{301}")
    #expect(composed != decomposed)
    #expect(composed.foldedText == decomposed.foldedText)
    #expect(Set([composed, decomposed, composed]).count == 2)
  }
}
