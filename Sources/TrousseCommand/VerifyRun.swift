import Diagnostics
import Disk
import Export
import FileTree

/// `trousse verify`: reads kits and says what became of them. Writes nothing.
struct VerifyRun: Sendable {
  private let typed: VerifyCommand
  private let console: Console

  init(_ typed: VerifyCommand, _ console: Console) {
    self.typed = typed
    self.console = console
  }

  /// No kit comes near it, nor any file that a basin would put into one and that is read.
  private static let limitBytes = 512 << 20

  private enum Place {
    case folder(String)
    case zip(String)
  }

  /// Goes on after a kit that cannot be read, so that one run tells of all; the worst counts.
  func run() -> ExitCode {
    var worst = ExitCode.success
    for path in typed.places {
      do throws(ExitCode) {
        for place in try kits(at: trimmed(path)) {
          do throws(ExitCode) {
            try verify(place)
          } catch {
            worst = max(worst, error)
          }
        }
      } catch {
        worst = max(worst, error)
      }
    }
    return worst
  }

  private func trimmed(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    return path
  }

  /// The kits that a path names: one, or all that lie in a folder.
  private func kits(at path: String) throws(ExitCode) -> [Place] {
    guard folderExists(at: path) else { return [.zip(path)] }
    if isKit(path) { return [.folder(path)] }
    let names = try reading { () throws(DiskError) in try listNames(in: path) }
    let places = names.compactMap { name -> Place? in
      let place = path == "/" ? "/\(name)" : "\(path)/\(name)"
      if isKit(place) { return .folder(place) }
      return name.hasPrefix("kit-") && name.hasSuffix(".zip") ? .zip(place) : nil
    }
    guard places.isEmpty else { return places }
    console.complain([.notAKit(SourceFile.ID(path))], [:])
    throw .inputs
  }

  private func isKit(_ folder: String) -> Bool {
    fileExists(at: "\(folder)/\(Manifest.path.text)")
  }

  private func verify(_ place: Place) throws(ExitCode) {
    switch place {
    case .zip(let path):
      let file = try source(path)
      let judged = try judging([file]) { () throws(Stopped) in try examine(zip: file) }
      try tell(judged.verdict, of: judged.kit, at: path)
    case .folder(let path):
      let manifest = try source("\(path)/\(Manifest.path.text)")
      let kit = try judging([manifest]) { () throws(Stopped) in try ShippedKit(manifest) }
      let names = try reading { () throws(DiskError) in
        try listFiles(under: path, depthLimit: 16, hidden: .listed)
      }
      let verdict = examine(kit, names: names) { bytes(of: $0, in: path) }
      try tell(verdict, of: kit, at: path)
    }
  }

  private func tell(
    _ verdict: KitVerdict, of kit: ShippedKit, at path: String
  ) throws(ExitCode) {
    for line in verdict.report(of: kit, at: path) { console.say(line) }
    if !verdict.isWhole { throw .inputs }
  }

  /// A file that the disk does not give any more is damaged, and the reason is told.
  private func bytes(of path: RelativePath, in folder: String) -> [UInt8]? {
    do throws(DiskError) {
      return try readFile(at: "\(folder)/\(path.text)", limitBytes: Self.limitBytes)
    } catch {
      console.complain(error)
      return nil
    }
  }

  private func source(_ path: String) throws(ExitCode) -> SourceFile {
    let bytes = try reading { () throws(DiskError) in
      try readFile(at: path, limitBytes: Self.limitBytes)
    }
    return SourceFile(id: SourceFile.ID(path), bytes: bytes)
  }

  private func reading<Value>(
    _ read: () throws(DiskError) -> Value
  ) throws(ExitCode) -> Value {
    do throws(DiskError) {
      return try read()
    } catch {
      console.complain(error)
      throw error.isOfInputs ? .inputs : .machine
    }
  }

  /// - Parameter files: those in which a diagnostic may show a line.
  private func judging<Value>(
    _ files: [SourceFile], _ judge: () throws(Stopped) -> Value
  ) throws(ExitCode) -> Value {
    do throws(Stopped) {
      return try judge()
    } catch {
      let sources = files.map { ($0.id, $0.bytes) }
      console.complain(
        error.diagnostics, Dictionary(sources, uniquingKeysWith: { first, _ in first }))
      throw .inputs
    }
  }
}

/// The worse of two ends of a run.
private func max(_ first: ExitCode, _ second: ExitCode) -> ExitCode {
  first.rawValue < second.rawValue ? second : first
}
