import Diagnostics

/// Reads XML 1.0 without a document type, byte by byte, and keeps every place.
///
/// Elements that are not closed yet stand on an explicit stack; the first mistake ends the
/// reading. `checkCharacters` has gone before: the bytes are UTF-8 and hold no zero, so that zero
/// can stand for the end of the file. References and text are in `XMLReader+Text.swift`, tags in
/// `XMLReader+Tags.swift`.
struct XMLReader {
  let file: SourceFile.ID
  let bytes: [UInt8]
  let limits: XMLLimits
  /// The next byte to read.
  var at: Int
  var open: [OpenElement] = []
  var run = TextRun()
  private var root: XMLElement?
  private var nodes = 0

  struct OpenElement {
    var name: String
    var attributes: [XMLAttribute]
    var span: SourceSpan
    var children: [XMLNode] = []
  }

  init(_ file: SourceFile, _ limits: XMLLimits) {
    self.file = file.id
    bytes = file.bytes
    self.limits = limits
    at = lengthOfByteOrderMark(file.bytes)
  }

  mutating func readDocument() throws(Stopped) -> XMLElement {
    try skipDeclaration()
    try skipAroundRoot()
    guard byte == UInt8(ascii: "<") else {
      throw Stopped([
        byte == 0 ? .noElement(file) : .textBeforeRoot(at: wordSpan())
      ])
    }
    try refuseDocumentType()
    try readStartTag()
    while !open.isEmpty { try readContent() }
    try skipAroundRoot()
    guard let root, at == bytes.count else {
      throw Stopped([.afterRoot(root?.name ?? "", at: wordSpan())])
    }
    return root
  }

  /// Text up to the next tag, and that tag.
  private mutating func readContent() throws(Stopped) {
    try readText()
    guard byte != 0 else {
      let last = open[open.count - 1]
      throw Stopped([.neverClosed(last.name, at: last.span)])
    }
    switch byte(after: 1) {
    case UInt8(ascii: "/"):
      try flushText()
      try readEndTag()
    case UInt8(ascii: "?"): try skipInstruction()
    case UInt8(ascii: "!"):
      if isAt("<!--") {
        try skipComment()
      } else if isAt("<![CDATA[") {
        try readCDATA()
      } else {
        throw Stopped([.strangeDeclaration(at: wordSpan())])
      }
    default:
      try flushText()
      try readStartTag()
    }
  }

  // MARK: The tree

  mutating func push(_ element: OpenElement) throws(Stopped) {
    guard open.count < limits.depth else {
      throw Stopped([.tooDeep(limit: limits.depth, at: element.span)])
    }
    try count(1 + element.attributes.count, at: element.span)
    open.append(element)
  }

  mutating func pop() {
    guard let last = open.popLast() else { return }
    let element = XMLElement(
      name: last.name, attributes: last.attributes, children: last.children, span: last.span,
      end: at)
    if open.isEmpty { root = element } else { addChild(.element(element)) }
  }

  mutating func flushText() throws(Stopped) {
    if !limits.keepsBlanks, run.isBlank(bytes), isBetweenElements { return run.drop() }
    guard let text = run.finish(bytes, in: file) else { return }
    try count(1, at: text.span)
    addChild(.text(text))
  }

  /// Whether an element comes next, or the last thing in the open one is one.
  private var isBetweenElements: Bool {
    if byte(after: 1) != UInt8(ascii: "/") { return true }
    if case .element = open[open.count - 1].children.last { return true }
    return false
  }

  private mutating func addChild(_ node: XMLNode) {
    open[open.count - 1].children.append(node)
  }

  private mutating func count(_ more: Int, at span: SourceSpan) throws(Stopped) {
    nodes += more
    guard nodes <= limits.nodes else {
      throw Stopped([.tooManyNodes(limit: limits.nodes, at: span)])
    }
  }

  // MARK: Around the root

  /// `<?xml version="1.0" …?>`; libxml2 judges what stands in it.
  private mutating func skipDeclaration() throws(Stopped) {
    if isAt("<?xml"), isXMLSpace(byte(after: 5)) { try skip("<?xml", to: "?>") }
  }

  private mutating func skipAroundRoot() throws(Stopped) {
    while true {
      skipSpace()
      if isAt("<?") {
        try skipInstruction()
      } else if isAt("<!--") {
        try skipComment()
      } else {
        return
      }
    }
  }

  /// Neither HTML's `<!doctype html>` nor any other: entities are declared in it.
  private func refuseDocumentType() throws(Stopped) {
    let head = "<!doctype"
    let word = bytes[at..<min(bytes.count, at + head.utf8.count)]
    if String(decoding: word, as: UTF8.self).lowercased() == head {
      let end = bytes[at...].firstIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "[") }
      throw Stopped([.documentType(at: span(at..<(end.map { $0 + 1 } ?? bytes.count)))])
    }
  }

  private mutating func skipInstruction() throws(Stopped) {
    let start = at
    at += 2
    let target = readName()
    guard !target.isEmpty else { throw Stopped([.badName(at: span(start..<start + 2))]) }
    if String(decoding: bytes[target], as: UTF8.self).lowercased() == "xml" {
      throw Stopped([.declarationNotFirst(at: span(start..<at))])
    }
    at = start
    try skip("<?", to: "?>")
  }

  private mutating func skipComment() throws(Stopped) {
    let start = at
    try skip("<!--", to: "-->")
    // XML 1.0, 2.5: `--` must not stand in a comment, nor may it end in `--->`.
    var place = start + 4
    while place < at - 3 {
      if bytes[place] == UInt8(ascii: "-"), bytes[place + 1] == UInt8(ascii: "-") {
        throw Stopped([.hyphensInComment(at: span(place..<place + 2))])
      }
      place += 1
    }
  }

  /// Goes behind the next `end`, starting behind `head`, where the reader stands.
  mutating func skip(_ head: StaticString, to end: StaticString) throws(Stopped) {
    let start = at
    at += head.utf8CodeUnitCount
    while at < bytes.count {
      if isAt(end) {
        at += end.utf8CodeUnitCount
        return
      }
      at += 1
    }
    throw Stopped([
      .neverEnded("\(head)", "\(end)", at: span(start..<start + head.utf8CodeUnitCount))
    ])
  }

  // MARK: Bytes

  /// The next byte, or zero at the end of the file.
  var byte: UInt8 { at < bytes.count ? bytes[at] : 0 }

  func byte(after distance: Int) -> UInt8 {
    at + distance < bytes.count ? bytes[at + distance] : 0
  }

  func isAt(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard at + count <= bytes.count else { return false }
    for index in 0..<count where unsafe text.utf8Start[index] != bytes[at + index] { return false }
    return true
  }

  mutating func skipSpace() {
    while at < bytes.count, isXMLSpace(bytes[at]) { at += 1 }
  }

  func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(file: file, bytes: range) }

  /// What stands here up to the next white space or tag, at least one byte.
  func wordSpan() -> SourceSpan {
    var end = at
    while end < bytes.count, !isXMLSpace(bytes[end]),
      end == at || bytes[end] != UInt8(ascii: "<")
    {
      end += 1
      if bytes[end - 1] == UInt8(ascii: ">") { break }
    }
    return span(at..<max(end, min(at + 1, bytes.count)))
  }
}
