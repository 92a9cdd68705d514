internal import Archive
import Diagnostics
import FileTree
import Markup

/// An `.odt` or `.ott` file (OpenDocument 1.3 part 2): a ZIP that anybody may have made.
///
/// Carried along are pictures, embedded objects and settings. Left behind are the preview, the
/// author's own metadata and what only the author's program needs.
struct PackedDocument {
  private let file: SourceFile
  private let zip: ZipReader
  private let mediaTypes: [String: String]

  /// Unpacked, no template of ours comes near it.
  private static let limits = ZipReader.Limits(
    entryCount: 2000, inflatedBytes: 64 << 20, ratio: 300)

  init(_ file: SourceFile) throws(Stopped) {
    self.file = file
    let whole = SourceSpan(wholeOf: file.id)
    do throws(ZipError) {
      zip = try ZipReader(file.bytes, limits: Self.limits)
    } catch {
      throw Stopped([.unreadablePackage(error.message, at: whole)])
    }
    let names = zip.entries.map(\.path.text)
    if names.contains("word/document.xml") { throw Stopped([.wordDocument(at: whole)]) }
    for folder in ["Basic/", "Scripts/", "Dialogs/"]
    where names.contains(where: { $0.hasPrefix(folder) }) {
      throw Stopped([.macro(at: whole)])
    }
    guard let type = try Self.bytes("mimetype", of: zip, whole) else {
      throw Stopped([.notAText("", at: whole)])
    }
    let name = String(decoding: type, as: UTF8.self)
    guard MediaType.texts.contains(name) else { throw Stopped([.notAText(name, at: whole)]) }
    mediaTypes = try Self.mediaTypes(file, zip)
  }

  func package() throws(Stopped) -> OfficePackage {
    let properties = try Self.source("meta.xml", file, zip)
    let meta = try properties.map(parseMeta) ?? nil
    let content = try part("content.xml")
    let styles = try part("styles.xml")
    return OfficePackage(
      file: file.id, content: content, styles: styles, title: meta?.title,
      properties: meta?.customProperties ?? [], meta: properties, files: try carriedFiles())
  }

  // MARK: Parts

  private static func bytes(
    _ name: String, of zip: ZipReader, _ span: SourceSpan
  ) throws(Stopped) -> [UInt8]? {
    guard let entry = zip.entries.first(where: { $0.path.text == name }) else { return nil }
    do throws(ZipError) {
      return try zip.bytes(of: entry)
    } catch {
      throw Stopped([.unreadablePackage(error.message, at: span)])
    }
  }

  private static func source(
    _ name: String, _ file: SourceFile, _ zip: ZipReader
  ) throws(Stopped) -> SourceFile? {
    let bytes = try bytes(name, of: zip, SourceSpan(wholeOf: file.id))
    return bytes.map { SourceFile(id: SourceFile.ID("\(file.id.path)/\(name)"), bytes: $0) }
  }

  private func parseMeta(_ source: SourceFile) throws(Stopped) -> XMLElement? {
    try parse(source).elements.first { $0.name == "office:meta" }
  }

  /// A part as it stands, without the place where macros would be.
  private func part(_ name: String) throws(Stopped) -> OfficePart {
    guard let source = try Self.source(name, file, zip) else {
      throw Stopped([.missingPart(name, at: SourceSpan(wholeOf: file.id))])
    }
    let root = try parse(source)
    try checkPrefixes(of: root)
    try refuseMacros(in: root)
    guard !root.elements.isEmpty else { throw Stopped([.emptyPart(name, at: root.span)]) }
    let start = root.span.bytes.upperBound
    let last = root.elements.last?.extent.bytes.upperBound ?? start
    var passages: [Range<Int>] = []
    var at = start
    for script in root.elements where script.name == "office:scripts" {
      passages.append(at..<script.extent.bytes.lowerBound)
      at = script.extent.bytes.upperBound
    }
    passages.append(at..<last)
    return OfficePart(
      file: source, root: root, sections: root.elements,
      start: MarkupFragment(0..<(start - 1), of: source), passages: passages,
      closing: MarkupFragment(last..<source.bytes.count, of: source))
  }

  // MARK: Files

  private static func mediaTypes(
    _ file: SourceFile, _ zip: ZipReader
  ) throws(Stopped) -> [String: String] {
    guard let source = try source("META-INF/manifest.xml", file, zip) else { return [:] }
    var types: [String: String] = [:]
    for entry in try parse(source).elements {
      if entry.elements.contains(where: { $0.name == "manifest:encryption-data" }) {
        throw Stopped([.encrypted(at: SourceSpan(wholeOf: file.id))])
      }
      guard let path = entry["manifest:full-path"]?.value else { continue }
      types[path] = entry["manifest:media-type"]?.value ?? ""
    }
    return types
  }

  private func carriedFiles() throws(Stopped) -> [OfficePackage.File] {
    var files: [OfficePackage.File] = []
    for entry in zip.entries where Self.isCarried(entry.path.text) {
      do throws(ZipError) {
        files.append(
          OfficePackage.File(
            path: entry.path, mediaType: mediaTypes[entry.path.text] ?? "",
            data: try zip.packed(entry)))
      } catch {
        throw Stopped([.unreadablePackage(error.message, at: SourceSpan(wholeOf: file.id))])
      }
    }
    return files
  }

  private static func isCarried(_ path: String) -> Bool {
    let written = ["mimetype", "content.xml", "styles.xml", "meta.xml", "manifest.rdf"]
    let folders = ["META-INF/", "Thumbnails/", "Configurations", "layout-cache"]
    return !written.contains(path) && !folders.contains { path.hasPrefix($0) }
  }
}
