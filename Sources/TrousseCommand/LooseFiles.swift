import Assembly
import Diagnostics
import Disk

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
