import Diagnostics
import Disk

/// No list or letter that people keep comes near it; more is told before the first byte is read.
private let limitBytes = 32 << 20

/// A file that a person names on the command line: a sheet, a list, a letter of their own.
///
/// - Throws: the exit code, after the console has told why.
func readNamedFile(
  at path: String, _ surroundings: Surroundings, _ console: Console
) throws(ExitCode) -> SourceFile {
  do throws(DiskError) {
    let bytes = try readFile(at: path, limitBytes: limitBytes)
    return SourceFile(id: SourceFile.ID(surroundings.shown(path)), bytes: bytes)
  } catch {
    console.complain(error)
    throw error.isOfInputs ? .inputs : .machine
  }
}
