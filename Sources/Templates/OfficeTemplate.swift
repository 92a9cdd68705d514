import French
import KnowledgeBase
package import Markup
package import OfficePackages
import OfficeReading

/// A compiled Writer document: what it writes into each part, and the parts that never change.
struct OfficeTemplate: Sendable {
  let content: Program<OfficePiece>
  /// How one document holds many pages, if that was asked for.
  let pages: OfficePages?
  /// nil when styles, headers and footers hold no field: they are then among the common parts.
  let styles: Program<OfficePiece>?
  let title: TextTemplate?
  let common: OfficeCommonParts
  let properties: [XMLElement]
  /// The character style in which blanks stand, if the document has one for them.
  let blankStyle: String?
  /// The character style of the letters of ordinals.
  let raisedStyle: String
  /// The names that stand once in the document, which what is repeated cannot have.
  let fixedNames: Set<String>
  /// Where the pictures go that a document gets from values.
  let pictureFolder: String
  /// Reads what was made back, for its page.
  let reader: OfficeReader
}

extension Program<OfficePiece> {
  /// What it writes, if that is always the same.
  var constantBytes: [UInt8]? {
    guard expressions.isEmpty, pieces.isEmpty else { return nil }
    var out = MarkupWriter()
    out.append(literals)
    return out.finish()
  }
}

/// What a Writer document's program writes beside values.
enum OfficePiece: ProgramPiece {
  case markup(MarkupFragment)
  /// A rich text, in place of the paragraph in which it stood alone.
  case rich(Expression, OfficeRichForm)
  /// A picture, or what the author put there.
  case picture(Expression, instead: MarkupFragment)
  case pictureSide(Expression, OfficeSide, OfficePictureFrame, instead: MarkupFragment)
  /// The value of an attribute, or text outside paragraphs.
  case plain(TextTemplate)
  /// A field to fill that the template itself holds, noted for « À compléter ».
  case noteBlank(TextTemplate)
  /// Stands behind a name that another element may have too: a number from the second one on.
  case ordinal(String)
  /// Around a table that may keep none of its rows, and in each of them.
  case tableStart, row, tableEnd
  /// Where the text of a page begins and ends, in a document of many.
  case pageEdge

  func joined(with next: OfficePiece) -> OfficePiece? {
    guard case .markup(let first) = self, case .markup(let second) = next else { return nil }
    return .markup(first.appending(second))
  }

  var literal: MarkupFragment? {
    if case .markup(let fragment) = self { fragment } else { nil }
  }
}

/// A document made from a Writer template, before it is packed.
package struct OfficeDocument: Sendable {
  /// Passages of the template and values, as bytes. A deflate that knows the passages would want
  /// them apart: this is its place.
  package let content: [UInt8]
  /// nil when the common ones serve.
  package let styles: [UInt8]?
  /// The title that the template itself gives; nil when it leaves that to the plan.
  package let title: String?
  package let common: OfficeCommonParts
  /// The custom properties that the template's fields may show.
  package let properties: [XMLElement]
  /// The names of all blanks in reading order, each once.
  package let blankNames: [String]
  /// Files that this document has beside the common ones.
  package let pictures: [OfficePackage.File]
}

extension OfficeTemplate {
  func document(in frame: Frame) -> OfficeDocument {
    document(in: frame) { renderer in content.run(frame, into: &renderer) }
  }

  /// - Parameters:
  ///   - frame: for what stands outside `content.xml`.
  ///   - write: writes `content.xml`.
  func document(
    in frame: Frame, _ write: (inout OfficeRenderer) -> Void
  ) -> OfficeDocument {
    var renderer = OfficeRenderer(
      blankStyle: blankStyle, raisedStyle: raisedStyle, fixedNames: fixedNames,
      pictureFolder: pictureFolder)
    write(&renderer)
    let body = renderer.takeBytes()
    var ownStyles: [UInt8]?
    if let styles {
      styles.run(frame, into: &renderer)
      ownStyles = renderer.takeBytes()
    }
    return OfficeDocument(
      content: body, styles: ownStyles, title: title.map { $0.text(in: frame) }, common: common,
      properties: properties, blankNames: renderer.blankNames,
      pictures: renderer.pictureFiles)
  }
}

/// Writes the parts of one document.
struct OfficeRenderer: ~Copyable, ProgramSink {
  var out = MarkupWriter(reserving: 1 << 14)
  private(set) var blankNames: [String] = []
  private var counts: [String: Int] = [:]
  private var names: Set<String>
  private var tables: [(start: Int, hasRow: Bool)] = []
  private let blankStyle: String?
  private let raisedStyle: String
  let pictureFolder: String
  var pictures: [Logo] = []

  init(
    blankStyle: String?, raisedStyle: String, fixedNames: Set<String>, pictureFolder: String
  ) {
    self.raisedStyle = raisedStyle
    self.pictureFolder = pictureFolder
    self.blankStyle = blankStyle
    names = fixedNames
  }

  /// What was written since the last time.
  mutating func takeBytes() -> [UInt8] { out.take() }

  mutating func write(_ piece: OfficePiece, in frame: Frame) {
    switch piece {
    case .markup(let fragment): out.append(fragment)
    case .rich(let expression, let form): write(expression.value(in: frame), form)
    case .picture(let expression, let own):
      write(picture: expression.value(in: frame), instead: own)
    case .pictureSide(let expression, let side, let room, let own):
      write(side, of: expression.value(in: frame), in: room, instead: own)
    case .plain(let text): out.attributeText(text.text(in: frame))
    case .noteBlank(let name): note(name.text(in: frame))
    case .ordinal(let name): writeOrdinal(of: name)
    case .tableStart: tables.append((out.count, false))
    case .pageEdge: break
    case .row: if !tables.isEmpty { tables[tables.count - 1].hasRow = true }
    case .tableEnd: if let table = tables.popLast(), !table.hasRow { out.cut(to: table.start) }
    }
  }

  mutating func write(_ literals: MarkupFragment, _ range: Range<Int>) {
    out.append(literals, range)
  }

  mutating func write(_ value: Value) {
    if case .blank(let name) = value {
      note(name)
      writeBlank(name)
    } else {
      let text = value.prose
      if mayRaise(text) { writeRaised(text) } else { out.officeText(text) }
    }
  }

  private mutating func writeRaised(_ text: String) {
    for (index, run) in raisedRuns(text).enumerated() {
      guard run.isRaised else {
        out.officeText(run.text, isContinued: index > 0)
        continue
      }
      out.markup("<text:span")
      out.attribute("text:style-name", raisedStyle)
      out.markup(">")
      out.text(run.text)
      out.markup("</text:span>")
    }
  }

  private mutating func writeOrdinal(of name: String) {
    var count = counts[name, default: 0] + 1
    while !names.insert(count == 1 ? name : "\(name) \(count)").inserted { count += 1 }
    counts[name] = count
    guard count > 1 else { return }
    out.markup(" ")
    out.number(count)
  }

  private mutating func note(_ name: String) {
    if !blankNames.contains(name) { blankNames.append(name) }
  }

  /// An input field (ODF 1.3 part 3, 7.7.11): its description keeps the blank's name when a person
  /// writes something else into it.
  private mutating func writeBlank(_ name: String) {
    if let blankStyle {
      out.markup("<text:span")
      out.attribute("text:style-name", blankStyle)
      out.markup(">")
    }
    out.markup("<text:text-input")
    out.attribute("text:description", name)
    out.markup(">")
    out.text(name)
    out.markup("</text:text-input>")
    if blankStyle != nil { out.markup("</text:span>") }
  }
}
