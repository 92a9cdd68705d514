import Diagnostics
import Documents
import Export
import FileTree
import HTMLFormat
import KnowledgeBase
import Markup
import OpenDocumentFormat

/// The looks of a kit in the academy's colours, made once.
struct Looks: Sendable {
  let text: TextDocumentLook
  let stylesheet: SharedFile
  let script: SharedFile
  let palette: Palette

  /// The files of the look, in the templates' folder.
  static let stylesheetName = "look/kit.css"
  static let scriptName = "look/kit.js"
  static let referenceName = "look/reference.fodt"

  /// Where style and script stand in a kit.
  static let stylesheetPath = RelativePath.literal("apparence/kit.css")
  static let scriptPath = RelativePath.literal("apparence/kit.js")

  init(_ inputs: BuildInputs, _ academy: Academy) throws(Stopped) {
    let names = [Self.stylesheetName, Self.scriptName, Self.referenceName]
    let missing = names.filter { inputs.look[$0] == nil }
    guard missing.isEmpty, let css = inputs.look[Self.stylesheetName],
      let javaScript = inputs.look[Self.scriptName],
      let reference = inputs.look[Self.referenceName]
    else { throw Stopped(missing.map { .missingLook($0, in: inputs.templatesFolder) }) }
    palette = try Self.palette(of: academy)
    text = try TextDocumentLook(reference: parse(reference), palette: palette)
    stylesheet = SharedFile(css.bytes + Array(palette.rule.utf8), at: Self.stylesheetPath)
    script = SharedFile(javaScript.bytes, at: Self.scriptPath)
  }

  /// The academy's colours.
  static func palette(of academy: Academy) throws(Stopped) -> Palette {
    let colours = academy.palette
    if let palette = Palette(accent: colours.accent.value, due: colours.due.value) {
      return palette
    }
    let wrong = [colours.accent, colours.due].filter { Colour($0.value) == nil }
    throw Stopped(wrong.map { .notAColour($0.value, at: $0.span) })
  }
}
