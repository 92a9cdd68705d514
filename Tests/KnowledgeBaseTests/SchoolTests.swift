import Diagnostics
import KnowledgeBase
import TestSupport
import Testing

@Suite struct `A school` {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var schools: String
    var ids: [String]
  }

  private static let rest = "town='T' kind='college' standing='reported' sources='note'/>"

  @Test(arguments: [
    Case(testDescription: "in order", schools: "<school id='0783248G' name='C' \(rest)", ids: []),
    Case(
      testDescription: "twice",
      schools: "<school id='0783248G' name='C' \(rest)<school id='0783248G' name='D' \(rest)",
      ids: ["kb.duplicate-id"]),
    Case(
      testDescription: "with a mistyped digit", schools: "<school id='0783249G' name='C' \(rest)",
      ids: ["kb.school-number"]),
    Case(
      testDescription: "without seven digits", schools: "<school id='078324G' name='C' \(rest)",
      ids: ["kb.school-number"]),
    Case(
      testDescription: "with a strange postcode",
      schools: "<school id='0783248G' postcode='7826' name='C' \(rest)",
      ids: ["kb.not-a-postcode"]),
    Case(
      testDescription: "in no department",
      schools: "<school id='0783248G' department='12' name='C' \(rest)",
      ids: ["kb.unknown-department-code"]),
    Case(
      testDescription: "in no basin", schools: "<school id='0783248G' basin='x' name='C' \(rest)",
      ids: ["kb.unknown-reference"]),
    Case(
      testDescription: "without a source",
      schools: "<school id='0783248G' name='C' town='T' kind='college' standing='reported'/>",
      ids: ["schema.missing-attribute"]),
  ])
  func `is checked`(_ row: Case) throws {
    let folder = try tinyBase([])
    let text = "<schools>\(row.schools)</schools>"
    let file = SourceFile(id: SourceFile.ID("base/schools.xml"), bytes: Array(text.utf8))
    #expect(try diagnostics(folder.files + [file]).map(\.id.text) == row.ids)
  }

  @Test(arguments: [
    ("Collège Jean Lurçat", School.Kind.college), ("LYCÉE PROFESSIONNEL X", .lp),
    ("Lycée Galilée", .lycee), ("École maternelle Y", .ecole), ("EREA Jean Monnet", .other),
  ])
  func `has the kind that its name says`(_ name: String, _ kind: School.Kind) {
    #expect(School.Kind(name: name) == kind)
  }
}
