import Diagnostics
import Disk
import Export
import FileTree

/// `trousse export`: whole kits to keys and into a zip.
struct ExportRun: Sendable {
  private let typed: ExportCommand
  private let console: Console
  private let finder: KitFinder

  init(_ typed: ExportCommand, _ surroundings: Surroundings, _ console: Console) {
    self.typed = typed
    self.console = console
    finder = KitFinder(console, jobs: surroundings.processorCount)
  }

  /// Goes on with the next key after one that refuses; the worst counts.
  func run() async -> ExitCode {
    do throws(ExitCode) {
      let parcels = try await parcels()
      var worst = ExitCode.success
      if let zip = typed.zip { worst = worst.orWorse(writeZip(parcels, at: zip)) }
      for key in typed.keys {
        worst = worst.orWorse(await KeyWriting(parcels, key, finder, console).run())
      }
      return worst
    } catch {
      return error
    }
  }

  /// The kits in the order of their names.
  private func parcels() async throws(ExitCode) -> [Parcel] {
    var parcels: [Parcel] = []
    var names = PathIndex()
    for path in typed.places {
      for place in try finder.kits(at: path) {
        guard case .folder(let folder) = place else { continue }
        let parcel = try Parcel(await finder.folder(folder), console)
        do throws(TreeError) {
          for file in parcel.files { try names.insert(file.path) }
        } catch {
          console.complain([.unportable(error.message, in: folder)], [:])
          throw .inputs
        }
        parcels.append(parcel)
      }
    }
    guard parcels.isEmpty else { return parcels.sorted { $0.name < $1.name } }
    console.complain(typed.places.map { .notAKit(SourceFile.ID($0)) }, [:])
    throw .inputs
  }

  // MARK: The zip

  private func writeZip(_ parcels: [Parcel], at path: String) -> ExitCode {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let parent = parts.dropLast().joined(separator: "/")
    let folder = parts.count == 1 ? "." : parent.isEmpty ? "/" : parent
    do throws(ExitCode) {
      let name = try zipName(parts[parts.count - 1], in: path)
      try checkZip(path)
      let staging = try finder.writing { () throws(DiskError) in try Staging.begin(in: folder) }
      do throws(ExitCode) {
        try fill(staging, name, parcels)
        try finder.writing { () throws(DiskError) in try staging.commit(flush: .now) }
      } catch {
        staging.discard()
        throw error
      }
      let kits = countedKits(parcels.count)
      console.say(Phrase(en: "\(kits.english) in \(path)", fr: "\(kits.french) dans \(path)"))
      return .success
    } catch {
      return error
    }
  }

  private func zipName(_ text: String, in path: String) throws(ExitCode) -> RelativePath {
    do throws(PathError) {
      return try RelativePath(text)
    } catch {
      console.complain([.unportable(error.message, in: path)], [:])
      throw .inputs
    }
  }

  /// A file of that name is written anew only when it is a zip of kits.
  private func checkZip(_ path: String) throws(ExitCode) {
    let isTaken: Bool
    if fileExists(at: path) {
      isTaken = !(try finder.zip(path).holdsKits)
    } else {
      isTaken = folderExists(at: path)
    }
    guard !isTaken else {
      console.complain([.nameTaken(path)], [:])
      throw .machine
    }
  }

  private func fill(
    _ staging: Staging, _ name: RelativePath, _ parcels: [Parcel]
  ) throws(ExitCode) {
    let file = try finder.writing { () throws(DiskError) in try staging.openFile(at: name) }
    var zipper = KitZipper()
    var progress = CopyProgress(parcels, console)
    for parcel in parcels {
      for part in parcel.files {
        let bytes = try finder.reading { () throws(DiskError) in try parcel.bytes(of: part) }
        let piece: [UInt8]
        do throws(PackError) { piece = try zipper.add(bytes, at: part.path) } catch {
          throw complained(error, part.path)
        }
        try finder.writing { () throws(DiskError) in try file.write(piece) }
        progress.add(bytes: bytes.count)
      }
      progress.endKit()
    }
    let end: (bytes: [UInt8], sum: ByteSum)
    do throws(PackError) { end = try zipper.finish() } catch { throw complained(error, name) }
    try finder.writing { () throws(DiskError) in
      try file.write(end.bytes)
      try staging.flush()
    }
    var back = ByteSum()
    try finder.writing { () throws(DiskError) in
      try staging.readBack(name) { back.add($0) }
    }
    guard back == end.sum else {
      console.complain([.readBackDiffers(name.text)], [:])
      throw .machine
    }
  }

  private func complained(_ error: PackError, _ path: RelativePath) -> ExitCode {
    console.complain([.unportable(error.message, in: path.text)], [:])
    return .inputs
  }
}
