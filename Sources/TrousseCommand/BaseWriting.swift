import Diagnostics
import Disk
import FileTree

/// Writes files of the knowledge base that were edited in memory.
struct BaseWriting: Sendable {
  private let console: Console

  init(_ console: Console) { self.console = console }

  /// All files change in one step for each, after all are on the disk.
  func write(_ files: [SourceFile]) throws(ExitCode) {
    guard let first = files.first else { return }
    let folder = first.id.path.split(separator: "/", omittingEmptySubsequences: false)
      .dropLast().joined(separator: "/")
    do throws(DiskError) {
      let staging = try Staging.begin(in: folder.isEmpty ? "." : folder)
      do throws(DiskError) {
        for file in files { try staging.write(file.bytes, at: name(of: file)) }
        try staging.commit(flush: .now)
      } catch {
        staging.discard()
        throw error
      }
    } catch {
      console.complain(error)
      throw .machine
    }
    for file in files {
      console.say(Phrase(en: "\(file.id) written", fr: "\(file.id) écrit"))
    }
  }

  private func name(of file: SourceFile) -> RelativePath {
    do throws(PathError) {
      return try RelativePath(file.id.path.split(separator: "/").last.map(String.init) ?? "")
    } catch {
      preconditionFailure("a part of the knowledge base has a name of ours")
    }
  }
}
