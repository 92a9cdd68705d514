import Assembly
import Diagnostics
import Disk
import FileTree

extension Subcommand {
  /// Writes files that are no kit into a folder: beside what is there, then swapped in.
  func write(
    _ files: [LooseFile], to output: String, _ console: Console
  ) throws(ExitCode) {
    do throws(DiskError) {
      let staging = try Staging.begin(in: output)
      do throws(DiskError) {
        for file in files { try staging.write(file.bytes, at: file.path) }
        try staging.commit()
      } catch {
        staging.discard()
        throw error
      }
    } catch {
      console.complain(error)
      throw .machine
    }
  }

  /// Files of the base take the place of the former ones, in one step for each, after all are
  /// on the disk.
  ///
  /// - Parameter former: what the files held when they were read. One that holds something else by
  ///   now is not replaced: another run or a person has written it.
  func replace(
    _ files: [SourceFile], readAs former: [SourceFile.ID: [UInt8]], _ console: Console
  ) throws(ExitCode) {
    guard let first = files.first else { return }
    let folder = first.id.path.split(separator: "/", omittingEmptySubsequences: false)
      .dropLast().joined(separator: "/")
    do throws(DiskError) {
      let staging = try Staging.begin(in: folder.isEmpty ? "." : folder)
      do throws(DiskError) {
        for file in files {
          try checkUnchanged(file, former[file.id])
          try staging.write(file.bytes, at: name(of: file))
        }
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

  private func checkUnchanged(_ file: SourceFile, _ former: [UInt8]?) throws(DiskError) {
    guard let former else { return }
    guard try readFile(at: file.id.path, limitBytes: former.count) == former else {
      throw DiskError(.replace, file.id.path, .changedMeanwhile)
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

extension Preparation {
  /// What the workshop makes, or the exit code after its problems have been told.
  func told<Made>(
    _ console: Console, _ make: () throws(Stopped) -> Made
  ) throws(ExitCode) -> Made {
    do throws(Stopped) {
      return try make()
    } catch {
      console.complain(error.diagnostics, inputs.sources)
      throw .inputs
    }
  }
}
