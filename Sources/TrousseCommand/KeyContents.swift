import Diagnostics
import Disk
import Export
import FileTree

/// What lies on a key before anything is written to it.
struct KeyContents: Sendable {
  private let key: String
  private let finder: KitFinder
  private let console: Console

  init(of key: String, _ finder: KitFinder, _ console: Console) {
    self.key = key
    self.finder = finder
    self.console = console
  }

  /// - Throws: when a page of somebody's own has the name of ours.
  func checkPage() throws(ExitCode) {
    let place = "\(key)/\(KeyPage.path.text)"
    let isTaken =
      fileExists(at: place)
      ? !KeyPage.isOurs(try finder.source(place).bytes) : folderExists(at: place)
    guard !isTaken else {
      console.complain([.nameTaken(place)], [:])
      throw .machine
    }
  }

  /// Whether the very same kit is on the key.
  ///
  /// - Throws: when something there would be lost if the kit took its name.
  func hold(_ parcel: Parcel) async throws(ExitCode) -> Bool {
    let place = "\(key)/\(parcel.name.text)"
    guard folderExists(at: place) || fileExists(at: place) else { return false }
    guard finder.isKit(place) else {
      console.complain([.nameTaken(place)], [:])
      throw .machine
    }
    let there = try await finder.folder(place)
    var others = Set(there.names)
    var isSame = true
    let start = parcel.name.components.count
    for file in parcel.files {
      let name = file.path.components.dropFirst(start).joined(separator: "/")
      guard others.contains(name), try isSameFile(file, parcel, "\(place)/\(name)") else {
        isSame = false
        continue
      }
      others.remove(name)
    }
    if isSame, others.isEmpty { return true }
    let work = there.verdict.work.filter { others.contains($0) && !parcel.keeps($0, of: place) }
    guard work.isEmpty else {
      console.complain([.workWouldBeLost(place, work, isOnKey: true)], [:])
      throw .machine
    }
    return false
  }

  private func isSameFile(
    _ file: Parcel.File, _ parcel: Parcel, _ place: String
  ) throws(ExitCode) -> Bool {
    guard fileSize(at: place) == file.sizeBytes else { return false }
    return try finder.reading { () throws(DiskError) in
      try parcel.bytes(of: file) == readFile(at: place, limitBytes: KitFinder.limitBytes)
    }
  }
}
