import Diagnostics
import Disk
import Export
import FileTree

/// Finds kits on a disk and reads them, and tells the console what stands in the way.
struct KitFinder: Sendable {
  enum Place: Sendable {
    case folder(String)
    case zip(String)
  }

  /// A kit's folder, looked through.
  struct Folder: Sendable {
    let path: String
    let kit: ShippedKit
    /// All files there, from the folder.
    let names: [String]
    let verdict: KitVerdict
  }

  /// No kit comes near it, nor any file that a basin would put into one and that is read.
  static let limitBytes = 512 << 20

  private let console: Console
  private let jobs: Int

  /// - Parameter jobs: how many files are read and summed at a time.
  init(_ console: Console, jobs: Int = 1) {
    self.console = console
    self.jobs = jobs
  }

  /// The kits that a path names: one, or all that lie in a folder.
  func kits(at path: String) throws(ExitCode) -> [Place] {
    let path = trimmed(path)
    guard folderExists(at: path) else { return [.zip(path)] }
    if isKit(path) { return [.folder(path)] }
    let places = try reading { () throws(DiskError) in try listNames(in: path) }
      .compactMap { name -> Place? in
        let place = path == "/" ? "/\(name)" : "\(path)/\(name)"
        // An old kit that an update has left beside the new one stays where it is.
        if FormerKit.isName(name) { return nil }
        if isKit(place) { return .folder(place) }
        return name.hasPrefix("kit-") && name.hasSuffix(".zip") ? .zip(place) : nil
      }
    guard places.isEmpty else { return places }
    console.complain([.notAKit(SourceFile.ID(path))], [:])
    throw .inputs
  }

  private func trimmed(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    return path
  }

  func isKit(_ folder: String) -> Bool { fileExists(at: "\(folder)/\(Manifest.path.text)") }

  /// Reads every file that the kit shipped. A file that the disk does not give is damaged, and the
  /// reason is told.
  func folder(_ path: String) async throws(ExitCode) -> Folder {
    let manifest = try source("\(path)/\(Manifest.path.text)")
    let kit = try judging(manifest) { () throws(Stopped) in try ShippedKit(manifest) }
    let names = try reading { () throws(DiskError) in
      try listFiles(under: path, depthLimit: 16, hidden: .listed)
    }
    let verdict = await examine(kit, names: names, jobs: jobs) { [console] file in
      do throws(DiskError) {
        return try readFile(at: "\(path)/\(file.text)", limitBytes: Self.limitBytes)
      } catch {
        console.complain(error)
        return nil
      }
    }
    return Folder(path: path, kit: kit, names: names, verdict: verdict)
  }

  /// The same without a word; nil when there is no kit that could be looked through.
  func quietFolder(_ path: String) async -> Folder? {
    do {
      let bytes = try readFile(
        at: "\(path)/\(Manifest.path.text)", limitBytes: Self.limitBytes)
      let kit = try ShippedKit(SourceFile(id: SourceFile.ID(path), bytes: bytes))
      let names = try listFiles(under: path, depthLimit: 16, hidden: .listed)
      let verdict = await examine(kit, names: names, jobs: jobs) { file in
        try? readFile(at: "\(path)/\(file.text)", limitBytes: Self.limitBytes)
      }
      return Folder(path: path, kit: kit, names: names, verdict: verdict)
    } catch {
      return nil
    }
  }

  /// A zip of any size, read where it lies. What the disk does not give is told.
  func zip(_ path: String) throws(ExitCode) -> ReturnedZip {
    let file = try reading { () throws(DiskError) in try ReadableFile(path) }
    return ReturnedZip(SourceFile.ID(path), sizeBytes: file.sizeBytes) { [console] range in
      do throws(DiskError) {
        return try file.bytes(in: range)
      } catch {
        console.complain(error)
        return nil
      }
    }
  }

  /// The kits of a zip, looked through.
  func kits(ofZip path: String) async throws(ExitCode) -> [ZippedKit] {
    let file = try zip(path)
    do throws(Stopped) {
      return try await examine(zip: file, jobs: jobs)
    } catch {
      console.complain(error.diagnostics, [:])
      throw .inputs
    }
  }

  func source(_ path: String) throws(ExitCode) -> SourceFile {
    let bytes = try reading { () throws(DiskError) in
      try readFile(at: path, limitBytes: Self.limitBytes)
    }
    return SourceFile(id: SourceFile.ID(path), bytes: bytes)
  }

  func reading<Value>(_ read: () throws(DiskError) -> Value) throws(ExitCode) -> Value {
    do throws(DiskError) {
      return try read()
    } catch {
      console.complain(error)
      throw error.isOfInputs ? .inputs : .machine
    }
  }

  func writing<Value>(_ write: () throws(DiskError) -> Value) throws(ExitCode) -> Value {
    do throws(DiskError) {
      return try write()
    } catch {
      console.complain(error)
      throw .machine
    }
  }

  /// - Parameter file: the one in which a diagnostic may show a line.
  func judging<Value>(
    _ file: SourceFile, _ judge: () throws(Stopped) -> Value
  ) throws(ExitCode) -> Value {
    do throws(Stopped) {
      return try judge()
    } catch {
      console.complain(error.diagnostics, [file.id: file.bytes])
      throw .inputs
    }
  }
}
