import Foundation
import Testing

/// A program that shares no code with ours, looked for on the `PATH`.
struct Judge: Sendable {
  let name: String

  static let python = Judge(name: "python3")
  static let unzip = Judge(name: "unzip")
  /// Comes with the judges of `make conformance`, after these tests.
  static let office = Judge(name: "soffice")

  /// A missing judge is passed over by a person and missed by CI.
  var isExpected: Bool { isInstalled || environment["CI"] != nil }
  var isInstalled: Bool { path != nil }

  /// Output, errors and status of one run.
  func run(_ arguments: [String]) throws -> (output: String, status: Int32) {
    let path = try #require(path, "\(name) is not installed")
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (String(decoding: data, as: UTF8.self), process.terminationStatus)
  }

  private var path: String? {
    (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private var environment: [String: String] { ProcessInfo.processInfo.environment }
}
