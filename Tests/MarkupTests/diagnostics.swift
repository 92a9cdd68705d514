import Diagnostics
import Markup

/// What reading a file says of it; nothing if it can be read.
func diagnostics(_ file: SourceFile, limits: XMLLimits = .standard) -> [Diagnostic] {
  do throws(Stopped) {
    _ = try parse(file, limits: limits)
    return []
  } catch {
    return error.diagnostics
  }
}

func diagnostics(_ bytes: [UInt8], limits: XMLLimits = .standard) -> [Diagnostic] {
  diagnostics(SourceFile(id: SourceFile.ID("test.xml"), bytes: bytes), limits: limits)
}

/// What a schema says of a file.
func diagnostics(
  _ file: SourceFile, against schema: borrowing RelaxNGSchema
) -> [Diagnostic] {
  do throws(Stopped) {
    _ = try parse(file, against: schema)
    return []
  } catch {
    return error.diagnostics
  }
}
