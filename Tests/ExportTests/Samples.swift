import Archive
import Diagnostics
import Export
import FileTree
import Foundation
import TestSupport
import Testing

extension Manifest {
  static let sample = Manifest(
    generator: "trousse/0.1", basin: "evry", name: "Évry", label: "bassin d’Évry",
    department: "Essonne", isConfirmed: true, isNew: false, edition: "2015", day: "2014-09-29",
    home: "accueil.html", documentCount: 3,
    blanks: [
      Blanks(
        document: "03-partenaires/lettre", title: "Lettre & « coupon »",
        names: ["nom du <maire>", "a"]),
      Blanks(document: "fiche", title: "Fiche", names: ["a\u{A0}: b"]),
    ])
}

/// A kit with a file to deflate, an ODT, a shared file, and names out of order.
func sampleKit(_ packing: Packing, more: [String] = []) throws -> Kit {
  var packer = KitPacker(name: try RelativePath("kit-evry-2015"), packing: packing)
  packer.add(Array(repeating: 0x61, count: 5_000), at: try RelativePath("accueil.html"))
  packer.addPacked(
    Array(repeating: 0x62, count: 5_000), at: try RelativePath("01-pilotage/fiche.odt"))
  packer.add(try SharedFile(Array("é".utf8), at: RelativePath("apparence/kit.css")))
  for path in more { packer.add(Array("x".utf8), at: try RelativePath(path)) }
  return try packer.finish(.sample)
}

extension Kit {
  /// The bytes of one file, by its path inside the kit.
  func bytes(at path: String) throws -> [UInt8] {
    try #require(files.first { $0.path.text == "\(name.text)/\(path)" }).bytes
  }

  func text(at path: String) throws -> String {
    String(decoding: try bytes(at: path), as: UTF8.self)
  }
}

/// Runs a program that shares no code with ours. A missing one is passed over by a person and
/// missed by CI.
func run(
  _ program: String, _ arguments: [String], in folder: String
) throws -> (output: String, status: Int32)? {
  let environment = ProcessInfo.processInfo.environment
  let found = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(program)" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
  guard let found else {
    #expect(environment["CI"] == nil, "\(program) is not installed")
    return nil
  }
  let process = Process()
  process.executableURL = URL(filePath: found)
  process.arguments = arguments
  process.currentDirectoryURL = URL(filePath: folder)
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return (String(decoding: data, as: UTF8.self), process.terminationStatus)
}
