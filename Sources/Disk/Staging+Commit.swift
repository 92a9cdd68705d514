import CLinux
import Glibc

extension Staging {
  /// When written bytes must reach the disk.
  package enum Flush: Sendable {
    /// Before something old goes. A power cut in the half minute after the run may lose what is new
    /// and had no former version.
    case beforeReplacing
    /// In any case, and once more when the new names are there: right for a key that is about to be
    /// pulled out, and whose disk keeps no order of its own.
    case now
  }

  /// Puts what was written in the place of what has the same names, and removes that.
  ///
  /// Each name at the top of the staging is exchanged with the output folder's in one step, so
  /// that at any moment either the old kit is there or the new one. On disks that cannot exchange
  /// names (FAT before Linux 6, some network disks), the old one steps aside first, and the next
  /// `begin(in:)` brings it back if the build dies at that very moment.
  ///
  /// - Parameters:
  ///   - last: names that come after all others, in this order: an index, say, that must not lead
  ///     to kits that are not there yet. All others come in the order of their bytes.
  ///   - flush: when the new files must be on the disk before they take their names.
  ///   - mover: for tests.
  /// - Throws: an error after which all names are back where they were, and the staging waits for
  ///   `discard()`. With the operation `tidy` all new names are in place, the staging is spent, and
  ///   only the removal of the old ones failed; the next `begin(in:)` tries that again.
  package func commit(
    last: [String] = [], flush: Flush = .beforeReplacing, mover: Mover = .kernel
  ) throws(DiskError) {
    guard lock.isHeld else { throw DiskError(.replace, output, .lockLost) }
    let names = try namesInOrder(last: last)
    if flush == .now || names.contains(where: isTaken) { try self.flush() }
    var swap = Swap(staging: self, mover: mover)
    for name in names {
      do throws(SystemFailure) {
        try swap.place(name)
      } catch {
        swap.undo()
        throw DiskError(.replace, joined(output, name), errno: error.number)
      }
    }
    if flush == .now {
      do throws(DiskError) {
        try self.flush()
      } catch {
        swap.undo()
        throw error
      }
    }
    let staging = clear()
    let former = removeTree(EntryName(Names.former), in: outputFolder.number)
    lock.release()
    if case .failure(let failure) = staging {
      throw DiskError(.tidy, joined(output, Names.staging), errno: failure.number)
    }
    if case .failure(let failure) = former {
      throw DiskError(.tidy, joined(output, Names.former), errno: failure.number)
    }
  }

  /// Waits until all that was written is on the disk.
  ///
  /// - Throws: what the disk answered, be it for a file that was closed long before.
  package func flush() throws(DiskError) {
    guard syncfs(stagingFolder.number) == 0 else {
      throw DiskError(.write, output, errno: errno)
    }
  }

  private func isTaken(_ name: String) -> Bool {
    var status = stat()
    return fstatat(outputFolder.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0
  }

  private func namesInOrder(last: [String]) throws(DiskError) -> [String] {
    switch entryNames(in: stagingFolder.number) {
    case .failure(let failure):
      throw DiskError(.replace, joined(output, Names.staging), errno: failure.number)
    case .success(let found):
      // All names were made from `RelativePath`s, so they are text.
      let names = found.compactMap(\.text)
      var ordered = names.filter { !last.contains($0) }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      for name in last where names.contains(name) && !ordered.contains(name) {
        ordered.append(name)
      }
      return ordered
    }
  }
}

/// The names placed so far, and how, so that they can go back.
private struct Swap {
  private enum Step {
    case exchanged(String)
    /// Nothing had the name before.
    case added(String)
    /// The old one stepped aside.
    case replaced(String)
  }

  private let output: Int32
  private let staging: Int32
  private let former: Former
  private let mover: Mover
  private var steps: [Step] = []

  init(staging: Staging, mover: Mover) {
    self.output = staging.outputFolder.number
    self.staging = staging.stagingFolder.number
    self.former = Former(output: staging.output, outputFolder: staging.outputFolder)
    self.mover = mover
  }

  private func new(_ name: String) -> Mover.Place { Mover.Place(folder: staging, name: name) }
  private func final(_ name: String) -> Mover.Place { Mover.Place(folder: output, name: name) }

  mutating func place(_ name: String) throws(SystemFailure) {
    switch mover.exchange(new(name), final(name)) {
    case 0: steps.append(.exchanged(name))
    case ENOENT:
      try check(mover.move(new(name), final(name)))
      steps.append(.added(name))
    // What a kernel, a disk and a network disk say that cannot do it.
    case ENOSYS, EINVAL, EOPNOTSUPP: try placeInTwoSteps(name)
    case let number: throw SystemFailure(number: number)
    }
  }

  private mutating func placeInTwoSteps(_ name: String) throws(SystemFailure) {
    let folder = try former.makeFolder()
    let aside = Mover.Place(folder: folder.number, name: name)
    let status = mover.move(final(name), aside)
    guard status != ENOENT else {
      try check(mover.move(new(name), final(name)))
      steps.append(.added(name))
      return
    }
    try check(status)
    let second = mover.move(new(name), final(name))
    guard second == 0 else {
      _ = mover.move(aside, final(name))
      throw SystemFailure(number: second)
    }
    steps.append(.replaced(name))
  }

  /// Takes all steps back, the last one first. One that cannot be taken back is left, with the
  /// new kit in place and whole: the error at hand says more than a second one would.
  mutating func undo() {
    while let step = steps.popLast() {
      switch step {
      case .exchanged(let name): _ = mover.exchange(new(name), final(name))
      case .added(let name): _ = mover.move(final(name), new(name))
      case .replaced(let name):
        guard mover.move(final(name), new(name)) == 0,
          case .success(let folder) = former.folder()
        else { continue }
        _ = mover.move(Mover.Place(folder: folder.number, name: name), final(name))
      }
    }
  }

  private func check(_ status: Int32) throws(SystemFailure) {
    guard status == 0 else { throw SystemFailure(number: status) }
  }
}

/// `.trousse-former`, where the old steps aside on a disk that cannot exchange names.
struct Former {
  let output: String
  let outputFolder: Descriptor

  func folder() -> Result<Descriptor, SystemFailure> {
    opened(Names.former, in: outputFolder.number, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
  }

  func makeFolder() throws(SystemFailure) -> Descriptor {
    guard mkdirat(outputFolder.number, Names.former, 0o755) == 0 || errno == EEXIST else {
      throw SystemFailure(number: errno)
    }
    return try folder().get()
  }

  /// After a build that died between two steps: what stepped aside and has no successor returns to
  /// its place, and the rest goes.
  func restore() throws(DiskError) {
    let path = joined(output, Names.former)
    let folder: Descriptor
    switch self.folder() {
    case .success(let descriptor): folder = descriptor
    case .failure(SystemFailure(number: ENOENT)): return
    case .failure(let failure): throw DiskError(.list, path, errno: failure.number)
    }
    switch entryNames(in: folder.number) {
    case .failure(let failure): throw DiskError(.list, path, errno: failure.number)
    case .success(let names):
      for name in names where !isTaken(name) {
        guard
          renameat(folder.number, name.characters, outputFolder.number, name.characters) == 0
        else { throw DiskError(.replace, joined(output, name.description), errno: errno) }
      }
    }
    if case .failure(let failure) = removeTree(EntryName(Names.former), in: outputFolder.number) {
      throw DiskError(.remove, path, errno: failure.number)
    }
  }

  private func isTaken(_ name: EntryName) -> Bool {
    var status = stat()
    return fstatat(outputFolder.number, name.characters, &status, AT_SYMLINK_NOFOLLOW) == 0
  }
}
