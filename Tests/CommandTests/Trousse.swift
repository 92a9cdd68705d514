import Foundation
import Glibc
import TestSupport
import Testing

/// The built program, which lies beside the test bundle.
enum Trousse {
  static func path() throws -> String {
    let bundle = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let program = bundle.deletingLastPathComponent().appending(path: "trousse")
      .path(percentEncoded: false)
    try #require(
      FileManager.default.isExecutableFile(atPath: program), "`swift build` makes \(program)")
    return program
  }

  /// What a run may know of the machine: nothing but this.
  static let environment = [
    "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
  ]

  /// Runs the program in a folder and waits for its end.
  ///
  /// - Parameters:
  ///   - command: the words after `trousse`, with spaces between them.
  ///   - environment: added to the one of every run.
  static func run(
    _ command: String, in folder: String, environment: [String: String] = [:]
  ) throws -> Outcome {
    try start(command, in: folder, environment: environment).outcome()
  }

  static func start(
    _ command: String, in folder: String, environment: [String: String] = [:]
  ) throws -> Running {
    let words = command.split(separator: " ").map(String.init)
    return try Running(
      [path()] + words, in: folder,
      environment: Self.environment.merging(environment) { _, new in new })
  }

  /// Runs a line of shell in which `"$0"` is the program.
  static func shell(_ line: String, in folder: String) throws -> Outcome {
    try Running(["/bin/sh", "-c", line, path()], in: folder, environment: environment)
      .outcome()
  }
}

/// What a run ended with.
struct Outcome: Sendable {
  /// The exit code, or 128 and the signal, as a shell tells it.
  let code: Int32
  let output: String
  let errors: String
}

/// A process at work. Its output goes into files, so that nobody waits for a reader.
struct Running {
  private let process: pid_t
  private let transcript: String

  init(_ words: [String], in folder: String, environment: [String: String]) throws {
    transcript = NSTemporaryDirectory() + "trousse-run-" + UUID().uuidString
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_EXCL
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, transcript + ".out", flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, transcript + ".err", flags, 0o600)
    let settings = environment.map { "\($0.key)=\($0.value)" }.sorted()
    var process: pid_t = 0
    // POSIX has no file action that changes the folder, so a shell does, and becomes the program.
    let started = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder] + words
    let status = withCStrings(started) { words in
      withCStrings(settings) { posix_spawn(&process, "/bin/sh", &actions, nil, words, $0) }
    }
    try #require(status == 0, "\(words[0]) cannot be started: error \(status)")
    self.process = process
  }

  func kill() { Glibc.kill(process, SIGKILL) }

  /// Waits for the end, at most a minute: what takes longer hangs, and is killed.
  func outcome() throws -> Outcome {
    var status: Int32 = 0
    var naps = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      usleep(1000)
      naps += 1
      if naps == 60_000 {
        Issue.record("the run did not end")
        kill()
      }
    }
    defer {
      for file in [transcript + ".out", transcript + ".err"] { unlink(file) }
    }
    // wait(2): the low seven bits are the signal, the next byte the exit code.
    let signal = status & 0x7F
    return Outcome(
      code: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
      output: try text(of: transcript + ".out"), errors: try text(of: transcript + ".err"))
  }

  private func text(of file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
  }
}

/// Lends the words as C wants them: pointers to zero-ended texts, ended by a null pointer.
private func withCStrings<Result>(
  _ words: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = words.map { strdup($0) }
  defer { copies.forEach { free($0) } }
  return body(copies + [nil])
}
