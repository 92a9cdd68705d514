import Diagnostics
import KnowledgeBase
import TestSupport
import Testing

@Suite struct `The text of a message` {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var parts: [Message.Part]
    var testDescription: String { text }
  }

  @Test(arguments: [
    Case(text: "Merci.", parts: [.text("Merci.")]),
    Case(text: "[qui]", parts: [.blank("qui")]),
    Case(
      text: "La [nom de la Semaine], [dates de la Semaine] !",
      parts: [.text("La "), .value(.programme), .text(", "), .value(.dates), .text("\u{202F}!")]),
    Case(
      text: "Sur [site de l'académie], « [slogan] », à [lieu]",
      parts: [
        .text("Sur "), .value(.site), .text(", «\u{A0}"), .value(.slogan), .text("\u{A0}», à "),
        .blank("lieu"),
      ]),
  ])
  func `has blanks between brackets, of which the kit fills in four`(_ row: Case) throws {
    let base = try loadBase(
      tinyBase([Edit("La Semaine est [dates de la Semaine], à [lieu].", row.text)]).files)
    #expect(base.value.messages.map(\.parts) == [row.parts])
  }

  @Test(arguments: ["a [b", "a] b", "a [[b]]", "a []", "a [ ]", "]a["])
  func `has brackets in pairs`(_ text: String) throws {
    let folder = try tinyBase([Edit("La Semaine est [dates de la Semaine], à [lieu].", text)])
    #expect(try diagnostics(folder.files).map(\.id) == ["kb.brackets"])
  }
}
