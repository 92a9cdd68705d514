import Diagnostics
import Documents
import Editing
import Export
import FileTree
import KnowledgeBase
import Reconciling
import Templates

/// Decides, file by file, what the updated kit holds.
struct KitUpdating {
  private let old: ReturnedKit
  private let work: BasinWork
  /// The path in the new kit of each document in each format: `lettre-maire.odt`.
  private let places: [String: RelativePath]
  /// The names of blanks that the base answers as the basin did.
  private let settled: Set<String>
  var overlay: KitOverlay
  var notes: UpdateNotes
  private(set) var carried: [UpdatedKit.Carried] = []

  init(
    _ old: ReturnedKit, _ work: BasinWork, _ filling: BasinFilling, _ new: FinishedKit,
    _ composed: ComposedKit
  ) {
    self.old = old
    settled = Set(
      old.kit.manifest.places.filter { _, place in
        BasinPlace(place).map(filling.settled.contains) ?? false
      }.keys)
    self.work = work
    overlay = KitOverlay(over: new.kit)
    places = Self.places(composed)
    notes = UpdateNotes(
      basin: new.manifest.label, edition: new.manifest.edition,
      formerEdition: old.kit.manifest.edition)
    notes.hasBase = work.hasBase
    notes.filled = filling.applied
    notes.notFilled = filling.refused
    for document in composed.documents {
      let path = document.place.path(as: document.place.formats[0])
      notes.titles[path.split(separator: ".").dropLast().joined(separator: ".")] = document.title
    }
    notes.added = addedDocuments(composed)
  }

  private static func places(_ composed: ComposedKit) -> [String: RelativePath] {
    var places: [String: RelativePath] = [:]
    for (document, origin) in zip(composed.documents, composed.origins) {
      for format in document.place.formats {
        do throws(PathError) {
          places["\(origin.key).\(format.rawValue)"] =
            try RelativePath(document.place.path(as: format))
        } catch {
          preconditionFailure("a kit was packed under a name that is none")
        }
      }
    }
    return places
  }

  private func addedDocuments(_ composed: ComposedKit) -> [String] {
    let keys = Set(old.kit.files.compactMap(\.document))
    let paths = Set(old.kit.files.map(\.path.text))
    return zip(composed.documents, composed.origins).compactMap { document, origin in
      let all = document.place.formats.map { document.place.path(as: $0) }
      let isKnown = keys.contains(origin.key) || all.contains(where: paths.contains)
      return isKnown ? nil : all[0]
    }
  }

  /// - Throws: `Stopped` when a file of the basin's has a name that no kit can hold.
  mutating func run() throws(Stopped) {
    for file in old.kit.files where file.path != KitBase.path { decide(file) }
    for name in old.verdict.foreign where !work.recognised.contains(name) { try carry(name) }
  }

  /// Where the new kit has what an old file showed; nil where it has it no longer.
  private func successor(of file: ShippedKit.File) -> RelativePath? {
    if let document = file.document {
      let ending = file.path.name.split(separator: ".").last.map(String.init) ?? ""
      if let place = places["\(document).\(ending)"] { return place }
    }
    return overlay[file.path] == nil ? nil : file.path
  }

  private mutating func decide(_ file: ShippedKit.File) {
    let place = successor(of: file)
    switch work.states[file.path] ?? .missing {
    case .unchanged:
      guard let place else { return gone(file) }
      if overlay.digest(at: place) != file.digest { notes.renewedCount += 1 }
    case .missing:
      if let place { notes.returned.append(place.text) }
    case .renamed(let other):
      guard let place else { return keep(other, as: other) }
      notes.renamed.append(UpdateNotes.Rename(from: other.text, to: place.text))
    case .damaged: layBeside(file.path, place, "abime", .damaged)
    case .changed(let other): decide(file, changedAt: other, place)
    }
  }

  /// A document is named once, by its text where it has one.
  private mutating func gone(_ file: ShippedKit.File) {
    let stem = file.path.text.split(separator: ".").dropLast().joined(separator: ".")
    let isNamed = notes.gone.contains { $0.hasPrefix("\(stem).") }
    if !isNamed { notes.gone.append(file.path.text) }
  }

  private mutating func decide(
    _ file: ShippedKit.File, changedAt other: RelativePath, _ place: RelativePath?
  ) {
    guard let place else { return keep(other, as: other) }
    if other != file.path {
      notes.renamed.append(UpdateNotes.Rename(from: other.text, to: place.text))
    }
    guard let bytes = old.read(other) else { return }
    if let document = work.documents[file.path], !document.isChanged {
      // Only opened and saved: there is nothing of the basin's in it.
      if overlay.digest(at: place) != file.digest { notes.renewedCount += 1 }
      return
    }
    if overlay.digest(at: place) == file.digest {
      overlay.put(bytes, at: place)
      notes.kept.append(place.text)
      return
    }
    guard let document = work.documents[file.path], let new = overlay[place] else {
      return layBeside(other, place, "votre-version", work.reasons[file.path] ?? .noText)
    }
    do throws(Stopped) {
      let merged = try document.merged(
        with: SourceFile(id: SourceFile.ID(place.text), bytes: new), settled: settled)
      enter(merged, at: place)
    } catch {
      layBeside(other, place, "votre-version", error.diagnostics.first?.message ?? .noText)
    }
  }

  private mutating func enter(_ merged: ReconciledDocument, at place: RelativePath) {
    switch merged.origin {
    case .new: notes.renewedCount += 1
    case .theirs:
      overlay.put(merged.bytes, at: place)
      notes.kept.append(place.text)
    case .both:
      overlay.put(merged.bytes, at: place)
      notes.merged.append(
        UpdateNotes.Merge(
          path: place.text, conflicts: merged.conflicts, keepsLook: merged.keepsLook))
    }
  }

  // MARK: The basin's files

  /// A document that the new kit no longer has, and in which the basin worked.
  private mutating func keep(_ path: RelativePath, as name: RelativePath) {
    let there = overlay.reserve(name, orBeside: word("votre-version"))
    carried.append(UpdatedKit.Carried(from: path, to: there))
    notes.kept.append(there.text)
  }

  private mutating func layBeside(
    _ path: RelativePath, _ place: RelativePath?, _ stem: String, _ reason: Phrase
  ) {
    let other = overlay.reserve(place ?? path, orBeside: word(stem))
    carried.append(UpdatedKit.Carried(from: path, to: other))
    notes.beside.append(
      UpdateNotes.Beside(path: (place ?? path).text, other: other.text, reason: reason))
  }

  private mutating func carry(_ name: String) throws(Stopped) {
    let path: RelativePath
    do throws(PathError) {
      path = try RelativePath(name)
    } catch {
      throw Stopped([.unportable(error.message, in: old.place)])
    }
    // Writer's own sign that a document is open, and the page of a former update.
    guard !path.name.hasPrefix(".~lock."), !UpdatePage.isName(path) else { return }
    let there = overlay.reserve(path, orBeside: word("votre-fichier"))
    carried.append(UpdatedKit.Carried(from: path, to: there))
    notes.own.append(UpdateNotes.Rename(from: name, to: there.text))
  }

  private func word(_ stem: String) -> String { "\(stem)-\(notes.formerEdition)" }
}

extension Phrase {
  fileprivate static let damaged = Phrase(
    en: "the file is damaged", fr: "le fichier est abîmé")

  fileprivate static let noText = Phrase(
    en: "only text documents can be merged",
    fr: "seuls les documents texte peuvent être réunis")
}
