import FileTree
import TestSupport
import Testing

@Suite struct `The files of a kit` {
  @Test(arguments: Samples.basins)
  func `are these and no others`(_ id: String) throws {
    let sample = try Samples.sample(id)
    let lines = sample.files.map { path, bytes in "\(kind(of: bytes, path))  \(path)" }
    try expectGolden(
      lines.sorted { $0.split(separator: " ")[1] < $1.split(separator: " ")[1] }
        .joined(separator: "\n") + "\n",
      "Kit/\(id).files.txt")
  }

  /// What a file is, by its first bytes and not by its name.
  private func kind(of bytes: [UInt8], _ path: String) -> String {
    // OpenDocument 1.3 part 2, 3.3: the type stands at byte 38 of a text document.
    let type = "application/vnd.oasis.opendocument.text"
    if bytes.dropFirst(38).starts(with: type.utf8) { return "text-document" }
    let sheet = "application/vnd.oasis.opendocument.spreadsheet"
    if bytes.dropFirst(38).starts(with: sheet.utf8) { return "spreadsheet" }
    if bytes.starts(with: "<!DOCTYPE html>\n<html lang=\"fr\">".utf8) { return "page" }
    if bytes.starts(with: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kit ".utf8) {
      return "manifest"
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return "windows-text" }
    return String(validating: bytes, as: UTF8.self) == nil ? "bytes" : "text"
  }

  @Test(arguments: Samples.basins)
  func `have names that every stick takes, and none twice when case is ignored`(
    _ id: String
  ) throws {
    let sample = try Samples.sample(id)
    for path in sample.files.keys {
      #expect(path.utf8.allSatisfy { (0x21...0x7E).contains($0) }, "\(path)")
      #expect(throws: Never.self) { try RelativePath(path) }
    }
    #expect(Set(sample.files.keys.map { $0.lowercased() }).count == sample.files.count)
  }

  @Test(arguments: Samples.basins)
  func `are all in the checksums and the manifest`(_ id: String) throws {
    let sample = try Samples.sample(id)
    let sums = try sample.text(of: "SHA256SUMS").split(separator: "\n")
    let summed = sums.map { String($0.dropFirst(66)) }
    #expect(summed == sample.files.keys.filter { $0 != "SHA256SUMS" }.sorted(by: isBefore))
    #expect(
      sums.allSatisfy { $0.prefix(64).allSatisfy(\.isHexDigit) && $0.dropFirst(64).hasPrefix("  ") }
    )
    let manifest = try sample.text(of: ".trousse/manifest.xml")
    for line in sums where !line.hasSuffix("manifest.xml") {
      #expect(manifest.contains("<file path=\"\(line.dropFirst(66))\" size="))
      #expect(manifest.contains("sha256=\"\(line.prefix(64))\"/>"))
    }
  }

  private func isBefore(_ first: String, _ second: String) -> Bool {
    first.utf8.lexicographicallyPrecedes(second.utf8)
  }

  @Test(arguments: Samples.basins)
  func `begin with a text for those who see only files`(_ id: String) throws {
    let sample = try Samples.sample(id)
    let bytes = try #require(sample.files["LISEZ-MOI.txt"])
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    #expect(lines.dropLast().allSatisfy { $0.last == 0x0D && $0.filter { $0 == 0x0D }.count == 1 })
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("OUVRIR-LA-CLE.html"))
    #expect(!text.contains("{{"))
  }
}
