package import Diagnostics
import KnowledgeBase
import Markup
package import Sheets

/// What sheets that came back would do to the knowledge base.
package struct Revision: Sendable {
  /// In the order of the sheets and their rows.
  package let changes: [ItemChange]
  /// The files that change, whole and checked.
  package let files: [SourceFile]
}

/// Whether items that a sheet has no row for stay in the base.
package enum AbsentItems: Hashable, Sendable {
  case kept, removed
}

/// Compares sheets with the knowledge base, and makes the files as they would be.
///
/// - Parameters:
///   - sheets: each with headings; its kind is told by its name or its headings.
///   - files: the XML files of the base's folder and of the calendars'.
///   - schemas: the RELAX NG files.
///   - source: the id of what new items rest on that name no source.
///   - folder: the base's folder as the person knows it, for messages.
/// - Throws: `Stopped` with all that is wrong, each at its cell: `sheet.…` and `edit.…`, and all
///   that `load` says of the base as it would be.
/// - Complexity: linear in the size of the sheets and of the base.
package func readRevision(
  _ sheets: [Sheet], of files: [SourceFile], schemas: [SourceFile], folder: String,
  absent: AbsentItems, source: String? = nil
) throws(Stopped) -> Reported<Revision> {
  var reader = RevisionReader(
    roots: try partRoots(of: files), files: files, absent: absent, source: source)
  for sheet in sheets { reader.read(sheet) }
  guard !reader.diagnostics.hasErrors else { throw Stopped(reader.diagnostics) }
  let revised = reader.revisedFiles()
  guard !revised.isEmpty else {
    return Reported(Revision(changes: [], files: []), reader.diagnostics)
  }
  let byID = Dictionary(revised.map { ($0.file.id, $0) }, uniquingKeysWith: { first, _ in first })
  do throws(Stopped) {
    _ = try load(files.map { byID[$0.id]?.file ?? $0 }, schemas: schemas, folder: folder)
  } catch {
    throw Stopped(reader.diagnostics + error.diagnostics.map { blame($0, byID) })
  }
  return Reported(
    Revision(changes: reader.changes, files: revised.map(\.file)), reader.diagnostics)
}

/// The same problem at the smallest cell that it came from.
private func blame(
  _ diagnostic: Diagnostic, _ revised: [SourceFile.ID: RevisionReader.RevisedFile]
) -> Diagnostic {
  guard let span = diagnostic.span, let file = revised[span.file] else { return diagnostic }
  let at = span.bytes.lowerBound
  let origin = file.origins.filter { $0.range.contains(at) || $0.range == at..<at }
    .min { $0.range.count < $1.range.count }
  guard let origin else { return diagnostic }
  return .refused(diagnostic, by: origin.cell)
}

struct RevisionReader {
  struct RevisedFile {
    let file: SourceFile
    let origins: [XMLEdits.Origin]
  }

  private let roots: [KnowledgeBase.Part: XMLElement]
  private let vocabulary: Vocabulary
  private let files: [SourceFile]
  private let absent: AbsentItems
  private let source: String?
  private var edits: [KnowledgeBase.Part: XMLEdits] = [:]
  private(set) var changes: [ItemChange] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(
    roots: [KnowledgeBase.Part: XMLElement], files: [SourceFile], absent: AbsentItems,
    source: String?
  ) {
    self.source = source
    self.roots = roots
    vocabulary = Vocabulary(roots)
    self.files = files
    self.absent = absent
  }

  mutating func read(_ sheet: Sheet) {
    let table: SheetTable
    do throws(Stopped) {
      let read = try SheetTable.read(sheet)
      table = read.value
      diagnostics += read.diagnostics
    } catch {
      diagnostics += error.diagnostics
      return
    }
    let kind = ItemKind.kind(of: table)
    if let kind, roots[kind.part] == nil {
      diagnostics.append(.missingPart(kind.part.fileName))
      return
    }
    guard let kind, let root = roots[kind.part] else {
      diagnostics.append(.unknownSheet(table, among: ItemKind.all.map(\.sheet)))
      return
    }
    var reader = ChangeReader(table, kind, root, vocabulary, source: source)
    var found = reader.changes(in: table)
    diagnostics += reader.diagnostics
    if !reader.absent.isEmpty {
      switch absent {
      case .kept where reader.isOfNewItems: break
      case .kept: diagnostics.append(.absentItems(reader.absent, of: kind, in: table))
      case .removed: found += reader.absent.map { .removed(kind, id: $0) }
      }
    }
    guard !diagnostics.hasErrors else { return }
    changes += found
    write(found, of: kind, root)
  }

  func revisedFiles() -> [RevisedFile] {
    KnowledgeBase.Part.allCases.compactMap { part in
      guard let edits = edits[part], !edits.isEmpty, let file = file(of: part, in: files) else {
        return nil
      }
      let (bytes, origins) = edits.apply(to: file.bytes)
      return RevisedFile(file: SourceFile(id: file.id, bytes: bytes), origins: origins)
    }
  }

  // MARK: Edits

  private mutating func write(_ changes: [ItemChange], of kind: ItemKind, _ root: XMLElement) {
    guard let bytes = file(of: kind.part, in: files)?.bytes, !changes.isEmpty else { return }
    var edits = self.edits[kind.part] ?? XMLEdits()
    let items = root.elements.filter { $0.name == kind.element }
    let named = items.compactMap { item in item["id"].map { ($0.value, item) } }
    let byID = Dictionary(named, uniquingKeysWith: { first, _ in first })
    for change in changes {
      switch change {
      case .changed(_, let id, let fields):
        guard let item = byID[id] else { continue }
        ItemEditor.write(fields, of: kind, to: item, in: bytes, &edits)
      case .removed(_, let id):
        guard let item = byID[id] else { continue }
        edits.remove(item, in: bytes)
      case .added(_, _, let fields):
        add(fields, of: kind, after: items, in: root, bytes, &edits)
      }
    }
    self.edits[kind.part] = edits
  }

  private func add(
    _ fields: [FieldChange], of kind: ItemKind, after items: [XMLElement], in root: XMLElement,
    _ bytes: [UInt8], _ edits: inout XMLEdits
  ) {
    let place = items.last?.end ?? root.elements.last?.end ?? root.span.bytes.upperBound
    // Where a blank line parts the last two items, one parts the new one too.
    let isSpaced =
      items.last.map { last in
        let gap = XMLEdits.wholeRange(of: last, in: bytes).lowerBound..<last.span.bytes.lowerBound
        return bytes[gap].count { $0 == 0x0A } > 1
      } ?? false
    let gap: [UInt8] = isSpaced ? [0x0A, 0x0A] : [0x0A]
    let (markup, origins) = NewItem.markup(fields, of: kind)
    let moved = origins.map { origin in
      let range = origin.range.lowerBound + gap.count..<origin.range.upperBound + gap.count
      return XMLEdits.Origin(range: range, cell: origin.cell)
    }
    edits.replace(place..<place, with: gap + markup, for: fields.first?.cell, inner: moved)
  }
}
