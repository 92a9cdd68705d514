import Assembly
import Disk
import Export
import FileTree

/// What an update stages: the new kit, its zip, and the old one under another name.
struct UpdateWriting {
  private let updated: UpdatedKit
  private let old: ReturnedKit
  private let staging: Staging
  private let finder: KitFinder
  private let console: Console

  init(
    _ updated: UpdatedKit, of old: ReturnedKit, to staging: Staging, _ finder: KitFinder,
    _ console: Console
  ) {
    self.updated = updated
    self.old = old
    self.staging = staging
    self.finder = finder
    self.console = console
  }

  func copyOldKit(as former: RelativePath) throws(ExitCode) {
    for name in old.names {
      let path: RelativePath
      do throws(PathError) {
        path = try RelativePath(name)
      } catch {
        console.complain([.unportable(error.message, in: old.place)], [:])
        throw .inputs
      }
      try write(bytes(at: path), at: place(of: path, in: former))
    }
  }

  func writeKit() throws(ExitCode) {
    for file in updated.files { try write(file.bytes, at: place(of: file.path, in: updated.name)) }
    for file in updated.carried {
      try write(bytes(at: file.from), at: place(of: file.to, in: updated.name))
    }
  }

  func writeZip(at name: RelativePath) throws(ExitCode) {
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
      let own = try bytes(at: part.from)
      let piece = try packing(place) { () throws(PackError) in try zipper.add(own, at: place) }
      try finder.writing { () throws(DiskError) in try file.write(piece) }
    }
    let end: [UInt8]
    do throws(PackError) { end = try zipper.finish().bytes } catch { throw complained(error, name) }
    try finder.writing { () throws(DiskError) in try file.write(end) }
  }

  private func bytes(at path: RelativePath) throws(ExitCode) -> [UInt8] {
    guard let bytes = old.read(path) else { throw .machine }
    return bytes
  }

  private func write(_ bytes: [UInt8], at place: RelativePath) throws(ExitCode) {
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

  private func packing(
    _ place: RelativePath, _ pack: () throws(PackError) -> [UInt8]
  ) throws(ExitCode) -> [UInt8] {
    do throws(PackError) { return try pack() } catch { throw complained(error, place) }
  }

  private func complained(_ error: PackError, _ path: RelativePath) -> ExitCode {
    console.complain([.unportable(error.message, in: path.text)], [:])
    return .inputs
  }
}
