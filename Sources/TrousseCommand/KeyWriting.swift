import Diagnostics
import Disk
import Export
import FileTree

/// Kits onto one key: nothing of anybody's is lost, and what is said to be there is there.
struct KeyWriting: Sendable {
  private let parcels: [Parcel]
  private let key: String
  private let console: Console
  private let finder: KitFinder

  /// - Parameter key: the folder where the key is mounted.
  init(_ parcels: [Parcel], _ key: String, _ finder: KitFinder, _ console: Console) {
    self.parcels = parcels
    self.key = key
    self.console = console
    self.finder = finder
  }

  func run() async -> ExitCode {
    do throws(ExitCode) {
      let space = try finder.reading { () throws(DiskError) in try DiskSpace(at: key) }
      try checkPage()
      var waiting: [Parcel] = []
      for parcel in parcels where try await !isThere(parcel) { waiting.append(parcel) }
      try check(space, for: waiting)
      var progress = CopyProgress(waiting, console)
      for batch in batches(of: waiting) { try write(batch, &progress) }
      try writePage()
      report(waiting.count, parcels.count - waiting.count)
      return .success
    } catch {
      return error
    }
  }

  /// What is written, flushed and put in place together: a flush for every kit would cost more than
  /// the writing, and a key that is pulled out has to be given only the last of these again.
  private static let batchBytes = 32 << 20

  private func batches(of parcels: [Parcel]) -> [[Parcel]] {
    var batches: [[Parcel]] = []
    var room = 0
    for parcel in parcels {
      let size = parcel.sizeBytes
      if batches.isEmpty || size > room {
        batches.append([])
        room = Self.batchBytes
      }
      batches[batches.count - 1].append(parcel)
      room -= size
    }
    return batches
  }

  // MARK: Before the first byte

  private func checkPage() throws(ExitCode) {
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
  private func isThere(_ parcel: Parcel) async throws(ExitCode) -> Bool {
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
    let work = there.verdict.work.filter(others.contains)
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

  private func check(_ space: DiskSpace, for parcels: [Parcel]) throws(ExitCode) {
    let sizes = parcels.flatMap { $0.files.map(\.sizeBytes) }
    let folderCount = parcels.reduce(2) { $0 + $1.folderCount }
    let needed = space.bytesTaken(byFiles: sizes, folderCount: folderCount)
    guard needed <= space.freeBytes || parcels.isEmpty else {
      console.complain(
        [.noRoom(key, neededBytes: needed, freeBytes: space.freeBytes)], [:])
      throw .machine
    }
  }

  // MARK: Writing

  private func write(_ batch: [Parcel], _ progress: inout CopyProgress) throws(ExitCode) {
    let staging = try finder.writing { () throws(DiskError) in try Staging.begin(in: key) }
    do throws(ExitCode) {
      for parcel in batch {
        for file in parcel.files {
          let bytes = try finder.reading { () throws(DiskError) in try parcel.bytes(of: file) }
          try finder.writing { () throws(DiskError) in try staging.write(bytes, at: file.path) }
          progress.add(bytes: bytes.count)
        }
      }
      try finder.writing { () throws(DiskError) in try staging.flush() }
      for parcel in batch {
        for file in parcel.files { try compare(file, parcel, staging) }
        progress.endKit()
      }
      try finder.writing { () throws(DiskError) in try staging.commit(flush: .now) }
    } catch {
      staging.discard()
      throw error
    }
  }

  private func compare(
    _ file: Parcel.File, _ parcel: Parcel, _ staging: Staging
  ) throws(ExitCode) {
    let own = try finder.reading { () throws(DiskError) in try parcel.bytes(of: file) }
    let back = try finder.writing { () throws(DiskError) in
      try staging.readBack(file.path, limitBytes: KitFinder.limitBytes)
    }
    guard own == back else {
      console.complain([.readBackDiffers("\(key)/\(file.path.text)")], [:])
      throw .machine
    }
  }

  /// The page comes when all kits are there, and lists those that were there before too.
  private func writePage() throws(ExitCode) {
    let names = try finder.reading { () throws(DiskError) in try listNames(in: key) }
    var kits: [(name: String, manifest: Manifest)] = []
    for name in names where finder.isKit("\(key)/\(name)") {
      let file = try finder.source("\(key)/\(name)/\(Manifest.path.text)")
      let manifest = try finder.judging(file) { () throws(Stopped) in try Manifest(file) }
      kits.append((name, manifest))
    }
    let page = KeyPage.bytes(listing: kits)
    let place = "\(key)/\(KeyPage.path.text)"
    if fileExists(at: place), try finder.source(place).bytes == page { return }
    let staging = try finder.writing { () throws(DiskError) in try Staging.begin(in: key) }
    do throws(ExitCode) {
      try finder.writing { () throws(DiskError) in
        try staging.write(page, at: KeyPage.path)
        try staging.commit(flush: .now)
      }
    } catch {
      staging.discard()
      throw error
    }
  }

  private func report(_ writtenCount: Int, _ thereCount: Int) {
    let written = counted(
      writtenCount, en: ("kit", "kits"), fr: ("kit écrit et relu", "kits écrits et relus"))
    let there = countedKits(thereCount)
    console.say(
      Phrase(
        en: "\(key): \(written.english) written and read back, \(there.english) there already; "
          + "eject the key before you pull it out",
        fr: "\(key) : \(written.french), \(there.french) déjà là ; "
          + "éjectez la clé avant de la retirer"))
  }
}
