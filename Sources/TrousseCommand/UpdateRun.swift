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
      let place = try place()
      let output = typed.output ?? place.parent
      guard !typed.isDryRun else { return try await preview(place, output) }
      // Taken before the old kit is read, so that no other run changes it meanwhile.
      let staging = try finder.writing { () throws(DiskError) in try Staging.begin(in: output) }
      do throws(ExitCode) {
        try await update(place, staging, in: output)
      } catch {
        staging.discard()
        throw error
      }
      return .success
    } catch {
      return error
    }
  }

  private func preview(_ place: OldPlace, _ output: String) async throws(ExitCode) -> ExitCode {
    let old = try await returnedKit(at: place)
    let (updated, _) = try update(old)
    _ = try former(for: updated, old, in: output)
    for line in updated.notes.lines { console.say(line) }
    console.say(Phrase(en: "nothing was written", fr: "rien n’a été écrit"))
    return .success
  }

  private func update(
    _ place: OldPlace, _ staging: Staging, in output: String
  ) async throws(ExitCode) {
    let old = try await returnedKit(at: place)
    let (updated, inputs) = try update(old)
    let former = try former(for: updated, old, in: output)
    for line in updated.notes.lines { console.say(line) }
    if let file = updated.basinsFile {
      try typed.replace([file], readAs: inputs.sources, console)
    } else {
      try finder.writing { () throws(DiskError) in
        try Staging.clearLeftovers(in: inputs.knowledgeFolder)
      }
    }
    try write(updated, old, former, staging, in: output)
    report(updated, former, in: output)
  }

  // MARK: The old kit

  /// Where the old kit lies, before it is read.
  private struct OldPlace {
    let place: KitFinder.Place
    /// The folder in which it lies, and its own name there.
    let parent: String
    let name: String?
  }

  private struct OldKit {
    let kit: ReturnedKit
    let parent: String
    /// The name of its folder; a zip has none.
    let name: String?
  }

  private func place() throws(ExitCode) -> OldPlace {
    let path = typed.kit ?? ""
    let places = try finder.kits(at: path)
    guard places.count == 1, let place = places.first else {
      console.complain([.severalKits(SourceFile.ID(path))], [:])
      throw .inputs
    }
    switch place {
    case .folder(let path):
      let parts = parts(of: path)
      return OldPlace(place: place, parent: Self.folder(of: parts), name: parts.last)
    case .zip(let path):
      guard fileExists(at: path) else {
        _ = try finder.zip(path)
        throw .inputs
      }
      return OldPlace(place: place, parent: Self.folder(of: parts(of: path)), name: nil)
    }
  }

  private func returnedKit(at old: OldPlace) async throws(ExitCode) -> OldKit {
    let kit: ReturnedKit
    switch old.place {
    case .folder(let path):
      let found = try await finder.folder(path)
      kit = ReturnedKit(
        place: path, kit: found.kit, verdict: found.verdict, names: found.names,
        read: { bytes(of: $0, in: path) })
    case .zip(let path):
      let kits = try await finder.kits(ofZip: path)
      guard kits.count == 1, let found = kits.first else {
        console.complain([.severalKits(SourceFile.ID(path))], [:])
        throw .inputs
      }
      kit = ReturnedKit(
        place: path, kit: found.kit, verdict: found.verdict, names: found.names,
        read: { found.bytes(at: $0) })
    }
    return OldKit(kit: kit, parent: old.parent, name: old.name)
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

  private func update(
    _ old: OldKit
  ) throws(ExitCode) -> (kit: UpdatedKit, inputs: BuildInputs) {
    let inputs = try Preparation.read(typed.inputs, surroundings, console)
    let request = try Preparation.request(typed.inputs, surroundings, console)
    do throws(Stopped) {
      let reported = try updateKit(old.kit, inputs, request)
      console.complain(reported.diagnostics, inputs.sources)
      if typed.inputs.isStrict, !reported.diagnostics.isEmpty { throw Stopped([]) }
      return (reported.value, inputs)
    } catch {
      console.complain(error.diagnostics, inputs.sources)
      throw .inputs
    }
  }

  /// The old kit's copy beside the new one.
  private struct Former {
    let name: RelativePath
    /// A run that was cut short may have made it already.
    let isThere: Bool
  }

  /// The copy in which the old kit stays; nil where the new one does not take its place.
  private func former(
    for updated: UpdatedKit, _ old: OldKit, in output: String
  ) throws(ExitCode) -> Former? {
    let place = "\(output)/\(updated.name.text)"
    guard folderExists(at: place) || fileExists(at: place) else { return nil }
    guard let name = old.name, isSameFolder(place, "\(old.parent)/\(name)") else {
      console.complain([finder.isKit(place) ? .kitInTheWay(place) : .nameTaken(place)], [:])
      throw .machine
    }
    var number = 1
    while true {
      let text = FormerKit.name(of: updated.name.text, number)
      let former = "\(output)/\(text)"
      let isCopy = folderExists(at: former) && isCopy(former, of: old)
      if isCopy || !folderExists(at: former) && !fileExists(at: former) {
        return Former(name: try path(text, in: output), isThere: isCopy)
      }
      number += 1
    }
  }

  private func isCopy(_ folder: String, of old: OldKit) -> Bool {
    do {
      let names = try listFiles(under: folder, depthLimit: 16, hidden: .listed)
      guard Set(names) == Set(old.kit.names) else { return false }
      return try names.allSatisfy { name in
        let own = old.kit.read(try RelativePath(name))
        return try readFile(at: "\(folder)/\(name)", limitBytes: KitFinder.limitBytes) == own
      }
    } catch {
      return false
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
    _ updated: UpdatedKit, _ old: OldKit, _ former: Former?, _ staging: Staging,
    in output: String
  ) throws(ExitCode) {
    let writing = UpdateWriting(updated, of: old.kit, to: staging, finder, console)
    if let former, !former.isThere { try writing.copyOldKit(as: former.name) }
    try writing.writeKit()
    // A zip that stands beside the kit is made anew with it: it would be out of date.
    let zip = try path("\(updated.name.text).zip", in: output)
    if old.name != nil, fileExists(at: "\(output)/\(zip.text)") { try writing.writeZip(at: zip) }
    // The old kit's copy stands before the new one takes its name.
    try finder.writing { () throws(DiskError) in
      try staging.commit(last: [updated.name.text, zip.text], flush: .now)
    }
  }

  private func report(_ updated: UpdatedKit, _ former: Former?, in output: String) {
    let place = surroundings.shown(output)
    let page = "\(place)/\(updated.name.text)/\(updated.notes.page)"
    console.say(
      Phrase(
        en: "\(place)/\(updated.name.text) is ready; read \(page)",
        fr: "\(place)/\(updated.name.text) est prêt ; lisez \(page)"))
    guard let former else { return }
    console.say(
      Phrase(
        en: "the old kit is in \(place)/\(former.name.text); remove it when you no longer need it",
        fr: "l’ancien kit est dans \(place)/\(former.name.text) ; effacez-le quand vous n’en "
          + "avez plus besoin"))
  }
}
