import Diagnostics
import KnowledgeBase
import TestSupport
import Testing

@Suite struct `The files of the base` {
  @Test func `load when nothing is wrong with them, in any order`() throws {
    let folder = try tinyBase()
    #expect(folder.places(of: try diagnostics(folder.files)) == [])
    #expect(folder.places(of: try diagnostics(folder.files.reversed())) == [])
  }

  @Test func `become texts that are typographically right`() throws {
    let base = try loadBase(try tinyBase().files).value
    #expect(base.academy.slogan == "Lâche pas l’école\u{202F}!")
    #expect(base.tasks.first?.done == "Huit noms d’ici\u{A0}: c’est tout\u{202F}!")
  }

  @Test func `lie under any folder, and others beside them do not matter`() throws {
    let folder = try tinyBase()
    let files = folder.files.map { file in
      let name = file.id.path.split(separator: "/").last.map(String.init) ?? ""
      return SourceFile(id: SourceFile.ID(name), bytes: file.bytes)
    }
    let other = SourceFile(id: SourceFile.ID("my-tasks.xml"), bytes: Array("<".utf8))
    #expect(try diagnostics([other] + files) == [])
  }

  @Test func `are all needed`() throws {
    let files = try tinyBase().files
    for missing in files {
      let problems = try diagnostics(files.filter { $0.id != missing.id })
      let name = missing.id.path.split(separator: "/").last ?? ""
      #expect(problems.map(\.id) == ["kb.missing-file"])
      #expect(problems.first?.message.english == "the knowledge base needs the file `\(name)`")
      #expect(problems.first?.span == SourceSpan(wholeOf: SourceFile.ID("base/\(name)")))
    }
    #expect(try diagnostics([]).count == files.count)
  }

  @Test func `need their schemas`() throws {
    let files = try tinyBase().files
    let schemas = try assets("Schemas").filter { !$0.id.path.hasSuffix("/tasks.rng") }
    let problems = diagnostics(files, schemas: schemas)
    #expect(problems.map(\.id) == ["kb.missing-file"])
    #expect(problems.first?.message.english == "the knowledge base needs the file `tasks.rng`")
  }

  @Test func `are told of when they are empty`() throws {
    let files = try tinyBase().files
    for index in files.indices {
      var some = files
      some[index] = SourceFile(id: files[index].id, bytes: [])
      let problems = try diagnostics(some)
      #expect(problems.map(\.id) == ["xml.empty"])
      #expect(problems.first?.span == SourceSpan(wholeOf: files[index].id))
    }
  }

  @Test func `are told of when they hold no item`() throws {
    for file in try tinyBase().files {
      let root = String(file.id.path.split(separator: "/").last?.dropLast(4) ?? "")
      let files = try tinyBase().files.map { other in
        other.id == file.id
          ? SourceFile(id: file.id, bytes: Array("<\(root)/>".utf8)) : other
      }
      let problems = try diagnostics(files)
      #expect(!problems.isEmpty)
      #expect(problems.allSatisfy { $0.id.text.hasPrefix("schema.missing-") })
      #expect(problems.allSatisfy { $0.span?.file == file.id })
    }
  }

  @Test(arguments: [
    Case("<task id='equipe'", "<①fase②/><task id='equipe'", "schema.unexpected-element ①②"),
    Case("Les parents' short", "Les parents' ①shrot②", "schema.unexpected-attribute ①②"),
    Case(
      [
        Edit("<task id='reunion'", "<①task② id='reunion'"),
        Edit("<done>Un compte rendu.</done>", ""),
      ], "schema.missing-element ①②"),
    Case("lead='18 weeks'", "lead='①18 months②'", "schema.bad-value ①②"),
    Case(
      [Edit("<tasks>", "①<tasks>②"), Edit("</tasks>", "③</task>④")],
      "xml.mismatched-tag ③④ (①②)"),
    Case(
      "helpers='directeur'", "①helpers②='directeur' ③helpers④='x'",
      "xml.duplicate-attribute ③④ (①②)"),
    Case("after='equipe'", "after='①équipe②'", "schema.bad-value ①②"),
    // The other files are read all the same: two faults of form, in two files.
    Case(
      [Edit("de='de Massy'", "de='①à Massy②'"), Edit("<why>", "<③pourquoi④/><why>")],
      "schema.bad-value ①②", "schema.unexpected-element ③④"),
    // A fault of form hides those of meaning, which it may have caused.
    Case(
      [Edit("de='de Massy'", "de='①à Massy②'"), Edit("owner='animateur'", "owner='nobody'")],
      "schema.bad-value ①②"),
  ])
  func `are told of when their form is wrong`(_ row: Case) throws {
    let folder = try tinyBase(row.edits)
    let problems = try diagnostics(folder.files)
    #expect(folder.places(of: problems) == row.places)
  }

  @Test func `are read to the end, whatever is wrong with them`() throws {
    let folder = try tinyBase([
      Edit("current='2015'", "current='①2031②'"),
      Edit("end='2015-03-22'", "end='③2015-04-22④'"),
      Edit("<stake id='parents'", "<stake id='⑤con⑥'"),
      Edit("stakes='parents'", "stakes='⑦parents⑧'"),
      Edit("owner='animateur'", "owner='⑨nobody⑩'"),
      Edit("<task id='reunion'", "⑪<task id='reunion'"),
      Edit("after='equipe' standing='proposed'>", "after='reunion' standing='proposed'>⑫"),
      Edit("stake='ambition'", "stake='⑬communication⑭'"),
      Edit("edition='2014' basin='evry'", "edition='2014' basin='⑮ivry⑯'"),
    ])
    #expect(
      folder.places(of: try diagnostics(folder.files)).sorted() == [
        "kb.not-an-id ⑤⑥", "kb.task-cycle ⑪⑫", "kb.unknown-reference ①②",
        "kb.unknown-reference ⑦⑧", "kb.unknown-reference ⑨⑩", "kb.unknown-reference ⑬⑭",
        "kb.unknown-reference ⑮⑯", "kb.week-too-long ③④",
      ])
  }
}
