import Diagnostics
import Disk
import Glibc

/// Where the command speaks: results on standard output, problems and progress on standard error.
struct Console: Sendable {
  let language: Language
  private let format: DiagnosticRenderer.Format
  private let showsProgress: Bool

  init(_ surroundings: Surroundings, language: Language, format: DiagnosticRenderer.Format) {
    self.language = language
    self.format = format
    showsProgress = surroundings.errorIsTerminal && format == .human
  }

  func say(_ text: String) { write(text, to: STDOUT_FILENO) }

  func say(bytes: [UInt8]) { write(bytes[...], to: STDOUT_FILENO) }

  func say(_ phrase: Phrase) { say(phrase.text(in: language) + "\n") }

  func complain(_ error: UsageError) { complain([error.diagnostic], [:]) }

  func complain(_ diagnostics: [Diagnostic], _ sources: [SourceFile.ID: [UInt8]]) {
    let renderer = DiagnosticRenderer(format: format, language: language, sources: sources)
    write(renderer.text(of: diagnostics), to: STDERR_FILENO)
  }

  func complain(_ error: DiskError) { complain([error.diagnostic], [:]) }

  /// Asks on the terminal, and waits for a line; nothing when the input has ended.
  func ask(_ question: Phrase) -> String? {
    write(question.text(in: language), to: STDERR_FILENO)
    return readLine()
  }

  /// One line that rewrites itself, on a terminal only.
  func progress(_ done: Int, of total: Int) {
    progress(Phrase(en: "\(done) of \(total) kits", fr: "\(done) kits sur \(total)"))
    if done == total { endProgress() }
  }

  func progress(_ line: Phrase) {
    guard showsProgress else { return }
    write("\r\(line.text(in: language))\u{1B}[K", to: STDERR_FILENO)
  }

  /// Takes the line away.
  func endProgress() {
    guard showsProgress else { return }
    write("\r\u{1B}[K", to: STDERR_FILENO)
  }

  /// Writes all of a text. A reader that has gone away wants no more, and that is no error.
  private func write(_ text: String, to descriptor: Int32) {
    write(Array(text.utf8)[...], to: descriptor)
  }

  private func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) {
    var rest = bytes
    while !rest.isEmpty {
      let count = Array(rest).withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        guard errno == EINTR else { return }
      } else {
        rest = rest.dropFirst(count)
      }
    }
  }
}

extension DiskError {
  var diagnostic: Diagnostic {
    Diagnostic(id, .error, message, help: help)
  }

  private var id: Diagnostic.ID {
    switch operation {
    case .read: "disk.read"
    case .write: "disk.write"
    case .list: "disk.list"
    case .create: "disk.create"
    case .lock: "disk.lock"
    case .replace: "disk.replace"
    case .remove: "disk.remove"
    case .tidy: "disk.tidy"
    }
  }

  /// Whether the person's files are at fault rather than the machine.
  var isOfInputs: Bool {
    switch operation {
    case .read, .list:
      switch reason {
      case .system(let code): code == ENOENT || code == ENOTDIR || code == EISDIR || code == ELOOP
      case .tooLarge, .tooManyEntries, .tooDeep, .notAFolder, .notAFile, .symbolicLink,
        .nameNotUTF8:
        true
      case .busy, .changedMeanwhile, .lockLost, .reservedName: false
      }
    case .write, .create, .lock, .replace, .remove, .tidy: false
    }
  }
}
