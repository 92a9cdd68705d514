import Assembly
import Diagnostics
import Disk
import Export
import FileTree

/// `trousse update`: the new kit with the basin's work in it takes the old one's place, and the old
/// one stays beside.
struct UpdateRun: Sendable {
  private let typed: UpdateCommand
  private let surroundings: Surroundings
  private let console: Console
  private let finder: KitFinder

  init(_ typed: UpdateCommand, _ surroundings: Surroundings, _ console: Console) {
    self.typed = typed
    self.surroundings = surroundings
    self.console = console
    finder = KitFinder(console, jobs: surroundings.processorCount)
  }

  func run() async -> ExitCode {
    do throws(ExitCode) {
      let old = try await returnedKit()
      let updated = try update(old)
      let output = typed.output ?? old.parent
      let former = try formerName(for: updated, old, in: output)
      for line in updated.notes.lines { console.say(line) }
      guard !typed.isDryRun else {
        console.say(Phrase(en: "nothing was written", fr: "rien n’a été écrit"))
        return .success
      }
      if let file = updated.basinsFile {
        try typed.replace([file], console)
      }
      try write(updated, old, former, to: output)
      report(updated, former, in: output)
      return .success
    } catch {
      return error
    }
  }

  // MARK: The old kit

  /// The old kit, and where it lies.
  private struct OldKit {
    let kit: ReturnedKit
    /// The folder in which it lies, and its folder's name there; a zip has none.
    let parent: String
    let name: String?
  }

  private func returnedKit() async throws(ExitCode) -> OldKit {
    let path = typed.kit ?? ""
    let places = try finder.kits(at: path)
    guard places.count == 1, let place = places.first else {
      console.complain([.severalKits(SourceFile.ID(path))], [:])
      throw .inputs
    }
    switch place {
    case .folder(let path):
      let found = try await finder.folder(path)
      let parts = parts(of: path)
      let kit = ReturnedKit(
        place: path, kit: found.kit, verdict: found.verdict, names: found.names,
        read: { bytes(of: $0, in: path) })
      return OldKit(kit: kit, parent: Self.folder(of: parts), name: parts.last)
    case .zip(let path):
      let file = try finder.source(path)
      let kits = try finder.judging(file) { () throws(Stopped) in try examine(zip: file) }
      guard kits.count == 1, let found = kits.first else {
        console.complain([.severalKits(file.id)], [:])
        throw .inputs
      }
      let parts = parts(of: path)
      let kit = ReturnedKit(
        place: path, kit: found.kit, verdict: found.verdict, names: found.names,
        read: { found.bytes(at: $0) })
      return OldKit(kit: kit, parent: Self.folder(of: parts), name: nil)
    }
  }

  private func parts(of path: String) -> [String] {
    path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  }

  private static func folder(of parts: [String]) -> String {
    if parts.count == 1 { return "." }
    let folder = parts.dropLast().joined(separator: "/")
    return folder.isEmpty ? "/" : folder
  }

  private func bytes(of path: RelativePath, in folder: String) -> [UInt8]? {
    do throws(DiskError) {
      return try readFile(at: "\(folder)/\(path.text)", limitBytes: KitFinder.limitBytes)
    } catch {
      console.complain(error)
      return nil
    }
  }

  // MARK: The new kit

  private func update(_ old: OldKit) throws(ExitCode) -> UpdatedKit {
    let inputs = try Preparation.read(typed.inputs, surroundings, console)
    let request = try Preparation.request(typed.inputs, surroundings, console)
    do throws(Stopped) {
      let reported = try updateKit(old.kit, inputs, request)
      console.complain(reported.diagnostics, inputs.sources)
      if typed.inputs.isStrict, !reported.diagnostics.isEmpty { throw Stopped([]) }
      return reported.value
    } catch {
      console.complain(error.diagnostics, inputs.sources)
      throw .inputs
    }
  }

  /// The name under which the old kit stays; nil where the new one does not take its place.
  private func formerName(
    for updated: UpdatedKit, _ old: OldKit, in output: String
  ) throws(ExitCode) -> RelativePath? {
    let place = "\(output)/\(updated.name.text)"
    guard folderExists(at: place) || fileExists(at: place) else { return nil }
    guard let name = old.name, isSameFolder(place, "\(old.parent)/\(name)") else {
      console.complain([.nameTaken(place)], [:])
      throw .machine
    }
    var number = 1
    while true {
      let former = FormerKit.name(of: updated.name.text, number)
      if !folderExists(at: "\(output)/\(former)"), !fileExists(at: "\(output)/\(former)") {
        return try path(former, in: output)
      }
      number += 1
    }
  }

  private func path(_ text: String, in place: String) throws(ExitCode) -> RelativePath {
    do throws(PathError) {
      return try RelativePath(text)
    } catch {
      console.complain([.unportable(error.message, in: place)], [:])
      throw .inputs
    }
  }

  // MARK: Writing

  private func write(
    _ updated: UpdatedKit, _ old: OldKit, _ former: RelativePath?, to output: String
  ) throws(ExitCode) {
    let staging = try finder.writing { () throws(DiskError) in try Staging.begin(in: output) }
    do throws(ExitCode) {
      if let former { try copy(old, as: former, to: staging) }
      for file in updated.files {
        try write(file.bytes, at: file.path, of: updated.name, to: staging)
      }
      for file in updated.carried {
        try write(bytes(of: old, at: file.from), at: file.to, of: updated.name, to: staging)
      }
      try writeZip(updated, old, staging, in: output)
      // The old kit's copy stands before the new one takes its name.
      let last = [updated.name.text, "\(updated.name.text).zip"]
      try finder.writing { () throws(DiskError) in
        try staging.commit(last: last, flush: .now)
      }
    } catch {
      staging.discard()
      throw error
    }
  }

  private func copy(
    _ old: OldKit, as former: RelativePath, to staging: Staging
  ) throws(ExitCode) {
    for name in old.kit.names {
      let path = try path(name, in: old.kit.place)
      try write(bytes(of: old, at: path), at: path, of: former, to: staging)
    }
  }

  private func bytes(of old: OldKit, at path: RelativePath) throws(ExitCode) -> [UInt8] {
    guard let bytes = old.kit.read(path) else { throw .machine }
    return bytes
  }

  private func write(
    _ bytes: [UInt8], at path: RelativePath, of kit: RelativePath, to staging: Staging
  ) throws(ExitCode) {
    let place = try place(of: path, in: kit)
    try finder.writing { () throws(DiskError) in try staging.write(bytes, at: place) }
  }

  private func place(
    of path: RelativePath, in kit: RelativePath
  ) throws(ExitCode) -> RelativePath {
    do throws(PathError) {
      return try kit.appending(path)
    } catch {
      console.complain([.unportable(error.message, in: kit.text)], [:])
      throw .inputs
    }
  }

  /// A zip that stands beside the kit is made anew with it: it would be out of date.
  private func writeZip(
    _ updated: UpdatedKit, _ old: OldKit, _ staging: Staging, in output: String
  ) throws(ExitCode) {
    let name = try path("\(updated.name.text).zip", in: output)
    guard fileExists(at: "\(output)/\(name.text)"), old.name != nil else { return }
    let file = try finder.writing { () throws(DiskError) in try staging.openFile(at: name) }
    var zipper = KitZipper()
    for part in updated.files {
      let place = try place(of: part.path, in: updated.name)
      let piece = try packing(place) { () throws(PackError) in
        try zipper.add(part.bytes, at: place)
      }
      try finder.writing { () throws(DiskError) in try file.write(piece) }
    }
    for part in updated.carried {
      let place = try place(of: part.to, in: updated.name)
      let own = try bytes(of: old, at: part.from)
      let piece = try packing(place) { () throws(PackError) in try zipper.add(own, at: place) }
      try finder.writing { () throws(DiskError) in try file.write(piece) }
    }
    let end: [UInt8]
    do throws(PackError) { end = try zipper.finish().bytes } catch { throw complained(error, name) }
    try finder.writing { () throws(DiskError) in try file.write(end) }
  }

  private func packing(
    _ place: RelativePath, _ pack: () throws(PackError) -> [UInt8]
  ) throws(ExitCode) -> [UInt8] {
    do throws(PackError) { return try pack() } catch { throw complained(error, place) }
  }

  private func complained(_ error: PackError, _ path: RelativePath) -> ExitCode {
    console.complain([.unportable(error.message, in: path.text)], [:])
    return .inputs
  }

  private func report(_ updated: UpdatedKit, _ former: RelativePath?, in output: String) {
    let place = surroundings.shown(output)
    let page = "\(place)/\(updated.name.text)/\(updated.notes.page)"
    console.say(
      Phrase(
        en: "\(place)/\(updated.name.text) is up to date; read \(page)",
        fr: "\(place)/\(updated.name.text) est à jour ; lisez \(page)"))
    guard let former else { return }
    console.say(
      Phrase(
        en: "the old kit is in \(place)/\(former.text); remove it when you no longer need it",
        fr: "l’ancien kit est dans \(place)/\(former.text) ; effacez-le quand vous n’en avez plus "
          + "besoin"))
  }
}
