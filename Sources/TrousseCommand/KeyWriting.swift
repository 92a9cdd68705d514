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
  init(_ parcels: [Parcel], _ key: String, _ console: Console) {
    self.parcels = parcels
    self.key = key
    self.console = console
    finder = KitFinder(console)
  }

  func run() -> ExitCode {
    do throws(ExitCode) {
      let space = try finder.reading { () throws(DiskError) in try DiskSpace(at: key) }
      try checkPage()
      var waiting: [Parcel] = []
      for parcel in parcels where try !isThere(parcel) { waiting.append(parcel) }
      try check(space, for: waiting)
      let thereCount = parcels.count - waiting.count
      for (index, parcel) in waiting.enumerated() {
        try write(parcel)
        console.progress(thereCount + index + 1, of: parcels.count)
      }
      try writePage()
      report(waiting.count, thereCount)
      return .success
    } catch {
      return error
    }
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
  private func isThere(_ parcel: Parcel) throws(ExitCode) -> Bool {
    let place = "\(key)/\(parcel.name.text)"
    guard folderExists(at: place) || fileExists(at: place) else { return false }
    guard finder.isKit(place) else {
      console.complain([.nameTaken(place)], [:])
      throw .machine
    }
    let there = try finder.folder(place)
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
    let work = (there.verdict.changed + there.verdict.foreign).filter(others.contains)
    guard work.isEmpty else {
      console.complain([.workWouldBeLost(place, work)], [:])
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

  private func write(_ parcel: Parcel) throws(ExitCode) {
    try staged { staging throws(ExitCode) in
      for file in parcel.files {
        let bytes = try finder.reading { () throws(DiskError) in try parcel.bytes(of: file) }
        try finder.writing { () throws(DiskError) in try staging.write(bytes, at: file.path) }
      }
      try finder.writing { () throws(DiskError) in try staging.flush() }
      for file in parcel.files { try compare(file, parcel, staging) }
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
    for name in names where !FormerKit.isName(name) && finder.isKit("\(key)/\(name)") {
      let file = try finder.source("\(key)/\(name)/\(Manifest.path.text)")
      let manifest = try finder.judging(file) { () throws(Stopped) in try Manifest(file) }
      kits.append((name, manifest))
    }
    let page = KeyPage.bytes(listing: kits)
    let place = "\(key)/\(KeyPage.path.text)"
    if fileExists(at: place), try finder.source(place).bytes == page { return }
    try staged { staging throws(ExitCode) in
      try finder.writing { () throws(DiskError) in try staging.write(page, at: KeyPage.path) }
    }
  }

  private func staged(_ fill: (Staging) throws(ExitCode) -> Void) throws(ExitCode) {
    let staging = try finder.writing { () throws(DiskError) in try Staging.begin(in: key) }
    do throws(ExitCode) {
      try fill(staging)
      try finder.writing { () throws(DiskError) in try staging.commit(flush: .now) }
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
