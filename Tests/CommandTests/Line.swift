import Testing

/// One line of a script, as a person would type it, and what must come of it.
struct Line: Sendable, CustomTestStringConvertible {
  /// The words after `trousse`.
  var command: String
  var environment: [String: String] = [:]
  var code: Int32 = 0
  var output = Expected.nothing
  var errors = Expected.nothing

  var testDescription: String {
    let settings = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return (settings + ["trousse", command]).joined(separator: " ")
  }

  /// Runs the line in a folder and compares.
  func expect(in folder: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let outcome = try Trousse.run(command, in: folder, environment: environment)
    #expect(outcome.code == code, sourceLocation: sourceLocation)
    output.expect(of: outcome.output, "standard output", sourceLocation)
    errors.expect(of: outcome.errors, "standard error", sourceLocation)
  }
}

/// What a stream must say.
enum Expected: Sendable {
  case nothing
  case exactly(String)
  case containing([String])

  func expect(of text: String, _ stream: Comment, _ sourceLocation: SourceLocation) {
    switch self {
    case .nothing: #expect(text == "", stream, sourceLocation: sourceLocation)
    case .exactly(let whole): #expect(text == whole, stream, sourceLocation: sourceLocation)
    case .containing(let pieces):
      for piece in pieces {
        #expect(text.contains(piece), stream, sourceLocation: sourceLocation)
      }
    }
  }
}
