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
  reader.read(sheets)
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

  private var roots: [KnowledgeBase.Part: XMLElement]
  private var vocabulary: Vocabulary
  /// The files as they are after the sheets before, and what those brought into them.
  private var files: [SourceFile]
  private var origins: [KnowledgeBase.Part: [XMLEdits.Origin]] = [:]
  private let absent: AbsentItems
  private let source: String?
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

  /// One sheet after the other, what is referred to and what others belong to first.
  mutating func read(_ sheets: [Sheet]) {
    var tables: [(rank: Int, table: SheetTable, kind: ItemKind)] = []
    for sheet in sheets {
      do throws(Stopped) {
        let read = try SheetTable.read(sheet)
        diagnostics += read.diagnostics
        if let (rank, kind) = kind(of: read.value) { tables.append((rank, read.value, kind)) }
      } catch {
        diagnostics += error.diagnostics
      }
    }
    let order = tables.indices.sorted { (tables[$0].rank, $0) < (tables[$1].rank, $1) }
    for index in order { read(tables[index].table, tables[index].kind) }
  }

  private mutating func kind(of table: SheetTable) -> (rank: Int, kind: ItemKind)? {
    guard let rank = ItemKind.rank(of: table) else {
      diagnostics.append(.unknownSheet(table, among: ItemKind.all.map(\.sheet)))
      return nil
    }
    let kind = ItemKind.all[rank]
    guard roots[kind.part] != nil else {
      diagnostics.append(.missingPart(kind.part.fileName))
      return nil
    }
    return (rank, kind)
  }

  private mutating func read(_ table: SheetTable, _ kind: ItemKind) {
    guard let root = roots[kind.part] else { return }
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
      guard let origins = origins[part], let file = file(of: part, in: files) else { return nil }
      return RevisedFile(file: file, origins: origins)
    }
  }

  // MARK: Edits

  private mutating func write(_ changes: [ItemChange], of kind: ItemKind, _ root: XMLElement) {
    guard let file = file(of: kind.part, in: files), !changes.isEmpty else { return }
    var edits = XMLEdits()
    let items = kind.items(in: root)
    let byID = Dictionary(
      items.map { ($0.id, $0.element) }, uniquingKeysWith: { first, _ in first })
    var added: [(owner: String?, fields: [FieldChange])] = []
    for change in changes {
      switch change {
      case .changed(_, let id, let fields):
        guard let item = byID[id] else { continue }
        ItemEditor.write(fields, of: kind, to: item, in: file.bytes, &edits)
      case .removed(_, let id):
        guard let item = byID[id] else { continue }
        edits.remove(item, in: file.bytes)
      case .added(_, _, let fields): added.append((kind.owner(of: fields), fields))
      }
    }
    let addition = Addition(kind: kind, root: root, items: items, bytes: file.bytes)
    diagnostics += addition.write(added, &edits)
    guard !diagnostics.hasErrors else { return }
    apply(edits, to: file, kind.part)
  }

  /// The next sheets are compared with the base as it then is.
  private mutating func apply(
    _ edits: XMLEdits, to file: SourceFile, _ part: KnowledgeBase.Part
  ) {
    let (bytes, origins) = edits.apply(to: file.bytes, after: origins[part] ?? [])
    let edited = SourceFile(id: file.id, bytes: bytes)
    files = files.map { $0.id == file.id ? edited : $0 }
    self.origins[part] = origins
    do throws(Stopped) {
      roots[part] = try parse(edited, limits: .data)
      vocabulary = Vocabulary(roots)
    } catch {
      let revised = [edited.id: RevisedFile(file: edited, origins: origins)]
      diagnostics += error.diagnostics.map { blame($0, revised) }
    }
  }
}
