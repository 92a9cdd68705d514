import Diagnostics
import Markup
import OfficePackages

/// Compiles one part of a Writer document: finds the fields and directives in its paragraphs, checks
/// them, and notes what has to change where.
///
/// The part is walked in the order in which one reads it, so that a name is in reach from its `for`
/// to its `end`. Faults are placed in the text as the author sees it (`OfficeLines`).
struct OfficeCompiler {
  /// A `for` or an `if` that waits for its end, with all its directives so far.
  struct Construct {
    var marks: [Place]
    let outer: Scope
    let isLoop: Bool
    /// Whether its own directive was faulty, which has been told.
    var isFaulty = false
    /// The name that a faulty loop would have brought: that it is not known inside is no news.
    var lostName: String?
  }

  /// Where a directive stands.
  struct Place {
    let line: OfficeLine
    /// Its UTF-8 bytes in the line, braces included.
    let range: Range<Int>
    /// From the part's section down to the paragraph.
    let path: [XMLElement]
    let span: SourceSpan
    let action: OfficeEdits.Action
    let rank: Int
  }

  let file: SourceFile.ID
  /// The part that the elements of the walk stand in.
  let part: OfficePart
  /// Styles in which typography would be a mistake.
  let verbatimStyles: Set<String>
  /// Styles of letters that are raised or lowered by their author.
  let shiftedStyles: Set<String>
  var sources: OfficeSources
  var scope: Scope
  var edits = OfficeEdits()
  var open: [Construct] = []
  /// The ranges of the file that loops repeat.
  var repeated: [Range<Int>] = []
  /// Tables with rows under a directive, by where they begin.
  var loosened: [Int: XMLElement] = [:]
  /// Whether a rich text may want styles of ours.
  var hasRichText = false
  /// Whether the letters of an ordinal may be raised.
  var mayRaise = false
  private(set) var comments = OfficeComments(in: [])
  /// From the part's section down to where the walk is.
  private(set) var path: [XMLElement] = []
  private var outline = OfficeOutline()

  init(
    _ part: OfficePart, of package: OfficePackage, _ sources: OfficeSources, _ scope: Scope
  ) {
    file = package.file
    self.part = part
    verbatimStyles = package.verbatimStyles
    shiftedStyles = package.shiftedStyles
    self.sources = sources
    self.scope = scope
  }

  /// Notes all that changes in a section of the part.
  ///
  /// - Parameter folders: folders of the package that bear other names in what is made.
  mutating func compile(_ section: String, renaming folders: [String: String] = [:]) {
    sources.beginPart()
    let elements = part.section(section).map { [$0] } ?? []
    compile(elements)
    makeNamesUnique(in: elements)
    renameFolders(in: elements, folders)
  }

  /// Notes all that fields and directives change in elements that stand side by side.
  mutating func compile(_ elements: [XMLElement], within parent: XMLElement? = nil) {
    path = parent.map { [$0] } ?? []
    comments = OfficeComments(in: elements)
    for element in elements { walk(element) }
    closeAll()
    guardTables()
  }

  // MARK: The walk

  private mutating func walk(_ element: XMLElement) {
    switch element.name {
    case "text:p", "text:h": return walkParagraph(element)
    case "text:tracked-changes":
      // A letter leaves without its author's corrections: all of them are accepted.
      return edits.remove(element.extent.bytes)
    default: break
    }
    outline.enter(element)
    path.append(element)
    let isPicture = compilePicture(element)
    compileAttributes(of: element, but: isPicture ? "draw:name" : nil)
    for node in element.children {
      switch node {
      case .text(let text): if text.string.contains("{{") { compilePlain(text) }
      case .element(let child): walk(child)
      }
    }
    path.removeLast()
    outline.leave(element)
  }

  private mutating func walkParagraph(_ element: XMLElement) {
    let line = OfficeLine(of: element, comments)
    path.append(element)
    defer { path.removeLast() }
    for mark in line.marks {
      // Neither corrections nor comments leave with a letter.
      if mark.element.name.hasPrefix("text:change") || OfficeComments.isComment(mark.element) {
        edits.remove(mark.element.extent.bytes)
      }
    }
    let text = placed(line.text)
    var objects = line.objects[...]
    compileAttributesWithin(element)
    let marks: [(range: Range<Int>, mark: OfficeMark)]
    do throws(Diagnostic) {
      marks = try OfficeLine.marks(in: text)
    } catch {
      report(error)
      return
    }
    var stretches: [(range: Range<Int>, type: ValueType?)] = []
    for (range, mark) in marks {
      while let object = objects.first, object.offset < range.lowerBound {
        walkObject(object.element)
        objects.removeFirst()
      }
      if let object = objects.first, object.offset < range.upperBound {
        let fault = object.offset..<object.offset + OfficeLine.object.utf8.count
        report(.objectInField(at: text.span(ofUTF8: fault)))
        continue
      }
      if case .include(let inner) = mark {
        include(inner, at: range, of: line, text, beside: marks.map(\.mark))
        continue
      }
      stretches.append((range, compile(mark, at: range, of: line, text, beside: marks.map(\.mark))))
    }
    for object in objects { walkObject(object.element) }
    reportSingleBraces(in: text)
    typeset(line, stretches)
    outline.read(element, line.text)
  }

  private mutating func walkObject(_ element: XMLElement) {
    if element.name == "text:text-input" { return compileBlank(element) }
    walk(element)
  }

  // MARK: Changes and faults

  /// Notes what is written at a place, behind what was noted for it before.
  mutating func insert(_ action: OfficeEdits.Action, at place: Int) {
    edits.insert(action, at: place, rank: sources.nextRank())
  }

  /// A line with its place among those of the document.
  mutating func placed(_ line: String) -> XMLText {
    if line.contains("{{") { sources.hasMarks = true }
    return sources.lines.add(line, at: outline.place, of: file)
  }

  mutating func report(_ diagnostic: Diagnostic) { sources.report(diagnostic) }
}

extension OfficeLine {
  /// Whether what stands in an element belongs to the line around it.
  static func isTransparent(_ element: XMLElement) -> Bool {
    !["text:note", "office:annotation", "text:text-input", "text:ruby"].contains(element.name)
      && !element.name.hasPrefix("draw:") && !element.name.hasPrefix("dr3d:")
  }
}
