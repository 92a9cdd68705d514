package import Diagnostics
import Documents
import Editing
package import Export
package import FileTree
import KnowledgeBase
import Reconciling
import Templates

/// A kit that came back, as it lies on a disk or in a zip.
package struct ReturnedKit: Sendable {
  /// As the person named it.
  package let place: String
  package let kit: ShippedKit
  package let verdict: KitVerdict
  /// All files there, from the kit's root.
  package let names: [String]
  /// The bytes of one of them; nil when they cannot be read.
  package let read: @Sendable (RelativePath) -> [UInt8]?

  package init(
    place: String, kit: ShippedKit, verdict: KitVerdict, names: [String],
    read: @escaping @Sendable (RelativePath) -> [UInt8]?
  ) {
    self.place = place
    self.kit = kit
    self.verdict = verdict
    self.names = names
    self.read = read
  }
}

/// The new kit with the basin's work in it: nothing is left to decide, only to write.
package struct UpdatedKit: Sendable {
  /// A file of the old kit that goes into the new one as it is.
  package struct Carried: Sendable {
    package let from: RelativePath
    package let to: RelativePath
  }

  /// The name of its folder.
  package let name: RelativePath
  /// Files from the kit's root, in the order in which they are written.
  package let files: [LooseFile]
  package let carried: [Carried]
  package let notes: UpdateNotes
  /// The basins' file with what the basin filled in; nil where nothing changes.
  package let basinsFile: SourceFile?
}

/// Builds the kit of a basin anew and lays over it what the basin had made of its old one.
///
/// A file that the basin did not change is the new one. One that only the basin changed stays as it
/// is; one that both sides changed is merged, or, where that cannot be, kept beside the new one under
/// a clear name. Files of the basin's own stay. What it wrote into blanks goes into the base first,
/// so that the new kit says it.
///
/// - Throws: `Stopped` when the old kit's own list cannot be believed, when a name cannot stand in a
///   kit, and as `Workshop.prepare` and `kit(for:packing:)` do.
/// - Complexity: one build of one kit, and reading what the basin changed.
package func updateKit(
  _ old: ReturnedKit, _ inputs: BuildInputs, _ request: BuildRequest
) throws(Stopped) -> Reported<UpdatedKit> {
  guard !old.verdict.damaged.contains(Manifest.path.text),
    !old.verdict.missing.contains(ShippedKit.checksumsPath.text)
  else { throw Stopped([.manifestNotSound(old.place)]) }
  let work = try BasinWork(old)
  let filling = try fill(old.kit.manifest.basin, with: work.fills, in: inputs.knowledge)
  var filled = inputs
  if let file = filling.file {
    filled.knowledge = inputs.knowledge.map { $0.id == file.id ? file : $0 }
  }
  let prepared = try Workshop.prepare(filled, request)
  let workshop = prepared.value
  guard let basin = try workshop.basins([old.kit.manifest.basin]).first else {
    preconditionFailure("a basin that was found is not there")
  }
  let finished = try workshop.kit(for: basin, packing: .folder)
  let composed = finished.composed
  var update = KitUpdating(old, work, filling, finished, composed)
  update.notes.news = workshop.news(for: basin, since: old.kit.manifest.edition)
  try update.run()
  for file in try workshop.updatePage(update.notes, of: composed) {
    update.overlay.put(file.bytes, at: file.path)
    if file.path.name.hasSuffix(".html") { update.notes.page = file.path.text }
  }
  let updated = UpdatedKit(
    name: finished.kit.name,
    files: update.overlay.all.map { LooseFile(path: $0.path, bytes: $0.bytes) },
    carried: update.carried, notes: update.notes, basinsFile: filling.file)
  return Reported(updated, prepared.diagnostics)
}

/// Where the basin's version of a shipped file lies, and what it is worth.
enum FileState {
  case unchanged
  /// Other bytes, under its own name or another one.
  case changed(at: RelativePath)
  /// The very bytes under another name.
  case renamed(to: RelativePath)
  case damaged
  case missing
}

/// What a basin made of its kit, read before the new one is built.
struct BasinWork {
  private(set) var states: [RelativePath: FileState] = [:]
  /// The basin's documents that can be merged.
  private(set) var documents: [RelativePath: ReturnedDocument] = [:]
  /// Why others cannot.
  private(set) var reasons: [RelativePath: Phrase] = [:]
  private(set) var fills: [BasinFill] = []
  private(set) var hasBase = false
  /// Foreign files that turned out to be documents of the kit under another name.
  private(set) var recognised: Set<String> = []

  init(_ old: ReturnedKit) throws(Stopped) {
    let changed = Set(old.verdict.changed)
    let damaged = Set(old.verdict.damaged)
    let missing = Set(old.verdict.missing)
    for file in old.kit.files {
      let name = file.path.text
      states[file.path] =
        if changed.contains(name) {
          .changed(at: file.path)
        } else if damaged.contains(name) {
          .damaged
        } else if missing.contains(name) { .missing } else { .unchanged }
    }
    recognise(old)
    let base = Self.base(of: old)
    hasBase = base != nil
    for file in old.kit.files where file.path.name.hasSuffix(".odt") {
      if case .changed(let place) = states[file.path] { read(file, at: place, old, base) }
    }
  }

  private static func base(of old: ReturnedKit) -> KitBase? {
    guard old.kit.files.contains(where: { $0.path == KitBase.path }),
      !old.verdict.damaged.contains(KitBase.path.text), let bytes = old.read(KitBase.path)
    else { return nil }
    let file = SourceFile(
      id: SourceFile.ID("\(old.place)/\(KitBase.path.text)"), bytes: bytes)
    do throws(Stopped) { return try KitBase(file) } catch { return nil }
  }

  // MARK: Renamed files

  private mutating func recognise(_ old: ReturnedKit) {
    var missing = old.kit.files.filter {
      if case .missing = states[$0.path] { true } else { false }
    }
    guard !missing.isEmpty else { return }
    for name in old.verdict.foreign {
      guard let path = Self.path(name), let bytes = old.read(path) else { continue }
      if let index = missing.firstIndex(where: { $0.isShipped(as: bytes) }) {
        states[missing[index].path] = .renamed(to: path)
        recognised.insert(name)
        missing.remove(at: index)
      } else if name.hasSuffix(".odt"), let key = documentKey(of: bytes, name),
        let index = missing.firstIndex(where: {
          $0.document == key && $0.path.name.hasSuffix(".odt")
        })
      {
        states[missing[index].path] = .changed(at: path)
        recognised.insert(name)
        missing.remove(at: index)
      }
    }
  }

  private static func path(_ name: String) -> RelativePath? {
    do throws(PathError) { return try RelativePath(name) } catch { return nil }
  }

  // MARK: Documents

  private mutating func read(
    _ file: ShippedKit.File, at place: RelativePath, _ old: ReturnedKit, _ base: KitBase?
  ) {
    guard let bytes = old.read(place) else { return }
    do throws(Stopped) {
      guard let texts = try base?.texts(of: file) else {
        reasons[file.path] = .noBase
        return
      }
      let source = SourceFile(id: SourceFile.ID("\(old.place)/\(place.text)"), bytes: bytes)
      let document = try ReturnedDocument(
        source, content: texts.content, styles: texts.styles)
      documents[file.path] = document
      for blank in document.filledBlanks {
        guard let value = blank.value,
          let home = old.kit.manifest.places[blank.name].flatMap(BasinPlace.init)
        else { continue }
        fills.append(BasinFill(place: home, value: value, document: place.text))
      }
    } catch {
      reasons[file.path] = error.diagnostics.first?.message ?? .noBase
    }
  }
}

extension Phrase {
  fileprivate static let noBase = Phrase(
    en: "the old kit does not remember what the document said",
    fr: "l’ancien kit n’a pas gardé trace de ce que disait le document")
}
