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
      _ = try finder.reading { () throws(DiskError) in try DiskSpace(at: key) }
      let contents = KeyContents(of: key, finder, console)
      try contents.checkPage()
      var waiting: [Parcel] = []
      for parcel in parcels where try await !contents.hold(parcel) { waiting.append(parcel) }
      try await write(waiting)
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

  /// The kits that are written together. The same kits make the same batches, so that a run that
  /// takes up another finds its own files in what that one has staged.
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

  /// Asked once the leftovers of another run are gone, and before the first byte is written.
  private func checkRoom(
    for parcels: [Parcel], but kept: Set<RelativePath>
  ) throws(ExitCode) {
    let space = try finder.reading { () throws(DiskError) in try DiskSpace(at: key) }
    let files = parcels.flatMap(\.files).filter { !kept.contains($0.path) }
    let needed = space.bytesTaken(
      byFiles: files.map(\.sizeBytes),
      folders: parcels.flatMap(\.folders) + [[], [KeyPage.path.text]])
    guard needed <= space.freeBytes else {
      console.complain(
        [.noRoom(key, neededBytes: needed, freeBytes: space.freeBytes)], [:])
      throw .machine
    }
  }

  // MARK: Writing

  /// What is written, flushed and put in place together.
  private struct Batch {
    let parcels: [Parcel]
    let staging: Staging
    /// Files that a run that was cut short has left there, and that are right.
    let kept: Set<RelativePath>
    let followsAnother: Bool

    var keptBytes: Int {
      parcels.flatMap(\.files).reduce(0) { $0 + (kept.contains($1.path) ? $1.sizeBytes : 0) }
    }
  }

  private func write(_ waiting: [Parcel]) async throws(ExitCode) {
    let groups = batches(of: waiting)
    guard let first = groups.first else { return }
    let batch = try begin(first)
    do throws(ExitCode) {
      try checkRoom(for: waiting, but: batch.kept)
    } catch {
      batch.staging.discard()
      throw error
    }
    if batch.followsAnother { reportResumption(batch, waiting) }
    var progress = CopyProgress(waiting, done: batch.keptBytes, console)
    try await write(batch, &progress)
    for group in groups.dropFirst() { try await write(try begin(group), &progress) }
  }

  private func begin(_ parcels: [Parcel]) throws(ExitCode) -> Batch {
    let files = Dictionary(
      parcels.flatMap { parcel in parcel.files.map { ($0.path, (parcel, $0)) } },
      uniquingKeysWith: { first, _ in first })
    let (staging, kept) = try finder.writing { () throws(DiskError) in
      try Staging.resume(in: key, limitBytes: KitFinder.limitBytes) { path, bytes in
        guard let (parcel, file) = files[path] else { return false }
        return parcel.holds(bytes, as: file)
      }
    }
    return Batch(
      parcels: parcels, staging: staging, kept: kept ?? [], followsAnother: kept != nil)
  }

  private func write(
    _ batch: Batch, _ progress: inout CopyProgress
  ) async throws(ExitCode) {
    let staging = batch.staging
    do throws(ExitCode) {
      // What fits into a batch stays in memory until it has been read back.
      let isSmall = batch.parcels.reduce(0) { $0 + $1.sizeBytes } <= Self.batchBytes
      var written: [Written] = []
      for parcel in batch.parcels {
        for file in parcel.files where !batch.kept.contains(file.path) {
          let bytes = try finder.reading { () throws(DiskError) in try parcel.bytes(of: file) }
          try finder.writing { () throws(DiskError) in try staging.write(bytes, at: file.path) }
          written.append(Written(file: file, bytes: isSmall ? bytes : nil))
          progress.add(bytes: bytes.count)
        }
      }
      try finder.writing { () throws(DiskError) in try staging.flush() }
      try await compare(written, staging)
      for _ in batch.parcels { progress.endKit() }
      try finder.writing { () throws(DiskError) in try staging.commit(flush: .now) }
    } catch {
      staging.discard()
      throw error
    }
  }

  private struct Written: Sendable {
    let file: Parcel.File
    /// What was written, unless it is too much to be kept.
    let bytes: [UInt8]?
  }

  /// Reads back several files at a time: a key takes longer to answer than to give.
  private func compare(_ written: [Written], _ staging: Staging) async throws(ExitCode) {
    let readers = min(4, written.count)
    let failures = await withTaskGroup(of: (Int, Failure)?.self) { group in
      for reader in 0..<readers {
        group.addTask {
          for index in stride(from: reader, to: written.count, by: readers) {
            if let failure = failure(of: written[index], staging) { return (index, failure) }
          }
          return nil
        }
      }
      var failures: [(Int, Failure)] = []
      for await failure in group {
        if let failure { failures.append(failure) }
      }
      return failures.sorted { $0.0 < $1.0 }
    }
    guard let (index, failure) = failures.first else { return }
    switch failure {
    case .disk(let error): console.complain(error)
    case .differs:
      console.complain([.readBackDiffers("\(key)/\(written[index].file.path.text)")], [:])
    }
    throw .machine
  }

  private enum Failure: Sendable {
    case disk(DiskError)
    case differs
  }

  private func failure(of written: Written, _ staging: Staging) -> Failure? {
    let file = written.file
    do throws(DiskError) {
      let own: [UInt8]
      if let bytes = written.bytes {
        own = bytes
      } else {
        own = try readFile(at: file.place, limitBytes: KitFinder.limitBytes)
      }
      let back = try staging.readBack(file.path, limitBytes: KitFinder.limitBytes)
      return own == back ? nil : .differs
    } catch {
      return .disk(error)
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
    let isThere = fileExists(at: place) ? try finder.source(place).bytes == page : false
    // Begun in any case, which clears away what a run that was cut short has left.
    let staging = try finder.writing { () throws(DiskError) in try Staging.begin(in: key) }
    if isThere { return staging.discard() }
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

  private func reportResumption(_ batch: Batch, _ waiting: [Parcel]) {
    let names = Set(waiting.map(\.name))
    let there = parcels.filter { !names.contains($0.name) }.reduce(0) { $0 + $1.files.count }
    let files = counted(
      there + batch.kept.count, en: ("file is", "files are"), fr: ("fichier", "fichiers"))
    console.say(
      Phrase(
        en: "\(key): taken up again: \(files.english) on the key already",
        fr: "\(key) : reprise : \(files.french) déjà sur la clé"))
  }

  private func report(_ writtenCount: Int, _ thereCount: Int) {
    let written = counted(
      writtenCount, en: ("kit written and read back", "kits written and read back"),
      fr: ("kit écrit et relu", "kits écrits et relus"))
    let there = counted(
      thereCount, en: ("kit there already", "kits there already"),
      fr: ("kit déjà là", "kits déjà là"))
    let parts = (writtenCount > 0 ? [written] : []) + (thereCount > 0 ? [there] : [])
    console.say(
      Phrase(
        en: "\(key): \(parts.map(\.english).joined(separator: ", ")); "
          + "eject the key before you pull it out",
        fr: "\(key) : \(parts.map(\.french).joined(separator: ", ")) ; "
          + "éjectez la clé avant de la retirer"))
  }
}
