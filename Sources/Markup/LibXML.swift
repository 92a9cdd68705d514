private import CLibXML2

// The one file that calls libxml2. Each C object has one owner, which frees it; pointers are lent
// within the file and what goes out are values. Nothing is set globally: the handlers of errors
// hang on the context of one call.

/// What libxml2 had to say, as a value.
struct LibXMLComplaint: Error {
  /// One of libxml2's `xmlParserErrors`, or of RELAX NG's `xmlRelaxNGValidErr`.
  var code: Int
  /// In English, and with libxml2's own names for things.
  var message: String
  /// The names that the message was made of, at most three.
  var names: [String]
  /// From the parser, how many bytes were read; from a schema's compiler, the line of its file;
  /// from validation, the element's number in the order of the file, from 0.
  var place: Int
}

// MARK: Documents

/// A document as libxml2 sees it: the judge of well-formedness, and what RELAX NG is applied to.
@safe struct LibXMLDocument: ~Copyable {
  fileprivate let pointer: xmlDocPtr

  /// Reads the whole file, in the way that `complaint(about:)` tells.
  init(_ bytes: [UInt8]) throws(LibXMLComplaint) {
    let (document, complaint) = unsafe judge(bytes, buildsTree: true)
    guard let document = unsafe document, complaint == nil else {
      unsafe xmlFreeDoc(document)
      throw complaint ?? LibXMLComplaint(code: 0, message: "", names: [], place: 0)
    }
    unsafe pointer = document
    unsafe number(document)
  }

  deinit { unsafe xmlFreeDoc(pointer) }

  /// The first thing that libxml2 finds wrong with a file, if any.
  ///
  /// No network, no entities, no document type, no recovery, and none of libxml2's own limits
  /// lifted.
  static func complaint(about bytes: [UInt8]) -> LibXMLComplaint? {
    let (document, complaint) = unsafe judge(bytes, buildsTree: false)
    unsafe xmlFreeDoc(document)
    return complaint
  }
}

/// No network; lines beyond 65,535 are counted.
private let parserOptions = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue)

private func judge(
  _ bytes: [UInt8], buildsTree: Bool
) -> (document: xmlDocPtr?, complaint: LibXMLComplaint?) {
  _ = initialised
  let complaints = Complaints()
  let document = unsafe bytes.withUnsafeBytes { buffer -> xmlDocPtr? in
    let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
    guard let context = unsafe xmlCreateMemoryParserCtxt(start, Int32(clamping: buffer.count))
    else { return nil }
    defer { unsafe xmlFreeParserCtxt(context) }
    _ = unsafe xmlCtxtUseOptions(context, parserOptions)
    unsafe trousse_parser_set_errors(context, collectFromParser, complaints.pointer)
    unsafe trousse_parser_drop_asides(context)
    if !buildsTree { unsafe trousse_parser_build_nothing(context) }
    let status = unsafe xmlParseDocument(context)
    let isWellFormed = unsafe context.pointee.wellFormed != 0
    if status != 0 || !isWellFormed { complaints.noteFailure() }
    return unsafe context.pointee.myDoc
  }
  if unsafe document == nil { complaints.noteFailure() }
  return unsafe withExtendedLifetime(complaints) { unsafe (document, complaints.list.first) }
}

/// Gives each element its number in the order of the file, from 1, in the field that libxml2
/// leaves to applications.
private func number(_ document: xmlDocPtr) {
  var count = 0
  var next = unsafe xmlDocGetRootElement(document)
  while let node = unsafe next {
    if unsafe node.pointee.type == XML_ELEMENT_NODE {
      count += 1
      unsafe node.pointee._private = UnsafeMutableRawPointer(bitPattern: count)
    }
    unsafe next = following(node)
  }
}

private func following(_ node: xmlNodePtr) -> xmlNodePtr? {
  if unsafe node.pointee.type == XML_ELEMENT_NODE, let child = unsafe node.pointee.children {
    return unsafe child
  }
  var place: xmlNodePtr? = unsafe node
  while let current = unsafe place,
    unsafe current.pointee.type == XML_ELEMENT_NODE
      || current.pointee.type == XML_TEXT_NODE || current.pointee.type == XML_CDATA_SECTION_NODE
  {
    if let sibling = unsafe current.pointee.next { return unsafe sibling }
    unsafe place = current.pointee.parent
  }
  return nil
}

// MARK: Schemas

/// A compiled RELAX NG schema.
@safe struct LibXMLSchema: ~Copyable {
  private let pointer: xmlRelaxNGPtr

  /// Compiles a schema; nil if it cannot be, and then `complaints` says why.
  init?(_ document: borrowing LibXMLDocument, _ complaints: inout [LibXMLComplaint]) {
    let list = Complaints()
    // libxml2 works on a copy of the document and frees it with the context.
    guard let context = unsafe xmlRelaxNGNewDocParserCtxt(document.pointer) else { return nil }
    defer { unsafe xmlRelaxNGFreeParserCtxt(context) }
    unsafe trousse_schema_parser_set_errors(context, collectFromSchema, list.pointer)
    let schema = unsafe xmlRelaxNGParse(context)
    complaints += withExtendedLifetime(list) { list.list }
    guard let schema = unsafe schema else { return nil }
    unsafe pointer = schema
  }

  deinit { unsafe xmlRelaxNGFree(pointer) }

  /// Whether a file is well formed and valid, judged as it is read: libxml2 then keeps the element
  /// at hand and forgets it. It may refuse what it would accept as a whole tree (a comment in the
  /// middle of a text), never the other way round.
  func accepts(_ bytes: [UInt8]) -> Bool {
    let list = Complaints()
    let isValid = unsafe bytes.withUnsafeBytes { buffer -> Bool in
      let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      let count = Int32(clamping: buffer.count)
      guard let reader = unsafe xmlReaderForMemory(start, count, nil, nil, parserOptions) else {
        return false
      }
      defer { unsafe xmlFreeTextReader(reader) }
      guard unsafe xmlTextReaderRelaxNGSetSchema(reader, pointer) == 0 else { return false }
      unsafe trousse_reader_set_errors(reader, collectFromSchema, list.pointer)
      var status = unsafe xmlTextReaderRead(reader)
      while status == 1 { status = unsafe xmlTextReaderRead(reader) }
      return unsafe status == 0 && xmlTextReaderIsValid(reader) == 1
    }
    return withExtendedLifetime(list) { isValid && list.list.isEmpty }
  }

  /// All that libxml2 finds invalid in a document; empty if it is valid.
  func complaints(about document: borrowing LibXMLDocument) -> [LibXMLComplaint] {
    let list = Complaints()
    guard let context = unsafe xmlRelaxNGNewValidCtxt(pointer) else {
      list.noteFailure()
      return list.list
    }
    defer { unsafe xmlRelaxNGFreeValidCtxt(context) }
    unsafe trousse_schema_valid_set_errors(context, collectFromValidation, list.pointer)
    let status = unsafe xmlRelaxNGValidateDoc(context, document.pointer)
    if status != 0 { list.noteFailure() }
    return withExtendedLifetime(list) { list.list }
  }
}

// MARK: Complaints

/// libxml2's tables, made before two threads can make them at once.
private let initialised: Void = {
  xmlInitParser()
  _ = xmlRelaxNGInitTypes()
  xmlSchemaInitTypes()
}()

/// Where the callbacks of one call put what they hear.
private final class Complaints {
  private(set) var list: [LibXMLComplaint] = []

  /// A callback's data. Valid while the list is alive.
  var pointer: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

  static func at(_ pointer: UnsafeMutableRawPointer) -> Complaints {
    unsafe Unmanaged<Complaints>.fromOpaque(pointer).takeUnretainedValue()
  }

  /// libxml2 has failed; make sure that something is said of it.
  func noteFailure() {
    guard list.isEmpty else { return }
    list.append(LibXMLComplaint(code: 0, message: "", names: [], place: -1))
  }

  /// Notes an error; warnings are none. A file with very many errors is not told them all.
  func add(_ error: xmlError, place: Int) {
    guard unsafe error.level.rawValue >= XML_ERR_ERROR.rawValue, list.count < 1000 else { return }
    let names = unsafe [error.str1, error.str2, error.str3].compactMap { unsafe text($0) }
    let message = unsafe (text(error.message) ?? "").split(separator: "\n").first ?? ""
    list.append(
      LibXMLComplaint(
        code: Int(unsafe error.code), message: String(message), names: names, place: place))
  }

  private func text(_ pointer: UnsafeMutablePointer<CChar>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }
}

private let collectFromParser: TrousseErrorHandler = { data, error in
  guard let data = unsafe data, let error = unsafe error else { return }
  let context = unsafe data.assumingMemoryBound(to: xmlParserCtxt.self)
  guard let complaints = unsafe context.pointee._private else { return }
  let place = unsafe Int(xmlByteConsumed(context))
  unsafe Complaints.at(complaints).add(error.pointee, place: place)
}

private let collectFromSchema: TrousseErrorHandler = { data, error in
  guard let data = unsafe data, let error = unsafe error else { return }
  unsafe Complaints.at(data).add(error.pointee, place: Int(error.pointee.line))
}

private let collectFromValidation: TrousseErrorHandler = { data, error in
  guard let data = unsafe data, let error = unsafe error else { return }
  var node = unsafe error.pointee.node?.assumingMemoryBound(to: xmlNode.self)
  while let current = unsafe node, unsafe current.pointee.type != XML_ELEMENT_NODE {
    unsafe node = current.pointee.parent
  }
  let number = unsafe node.map { unsafe Int(bitPattern: $0.pointee._private) } ?? 0
  unsafe Complaints.at(data).add(error.pointee, place: number - 1)
}
