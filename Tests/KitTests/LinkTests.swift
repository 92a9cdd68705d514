import Testing

@Suite struct `The links of a kit` {
  @Test(arguments: Samples.basins)
  func `lead from every page to a file of the kit and to a place in it`(_ id: String) throws {
    let sample = try Samples.sample(id)
    let pages = sample.files.filter { $0.key.hasSuffix(".html") }
    let places = pages.mapValues { Set(values(of: "id", in: $0)) }
    var count = 0
    for (path, bytes) in pages {
      let targets = values(of: "href", in: bytes) + values(of: "src", in: bytes)
      for target in targets where !isAddress(target) {
        count += 1
        let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let file = parts[0].isEmpty ? path : resolved(String(parts[0]), from: path)
        #expect(file.map { sample.files[$0] != nil } == true, "\(path) leads to \(target)")
        guard parts.count == 2, let file, file.hasSuffix(".html") else { continue }
        #expect(places[file]?.contains(String(parts[1])) == true, "\(path) leads to \(target)")
      }
    }
    #expect(count > 20 * pages.count)
  }

  @Test(arguments: Samples.basins)
  func `lead from every text document to a file beside it`(_ id: String) throws {
    let sample = try Samples.sample(id)
    var count = 0
    for (path, bytes) in sample.files where path.hasSuffix(".odt") {
      for part in ["content.xml", "styles.xml"] {
        let xml = try #require(entry(part, of: bytes), "\(path) holds \(part)")
        #expect(xml.starts(with: "<?xml".utf8))
        for target in values(of: "xlink:href", in: xml) where !isAddress(target) {
          count += 1
          // OpenDocument 1.3 part 2, 3.7: a first `..` leads out of the package, to its own folder.
          #expect(target.hasPrefix("../"), "\(path) leads to \(target)")
          let file = resolved(String(target.dropFirst(3)), from: path)
          #expect(file.map { sample.files[$0] != nil } == true, "\(path) leads to \(target)")
        }
      }
    }
    #expect(count > 20)
  }

  @Test(arguments: Samples.basins)
  func `lead from the first page to every page, and from each to its text document`(
    _ id: String
  ) throws {
    let sample = try Samples.sample(id)
    let home = "OUVRIR-LA-CLE.html"
    let pages = sample.files.keys.filter { $0.hasSuffix(".html") }
    let fromHome = try targets(of: home, in: sample)
    for page in pages where !fromHome.contains(page) {
      Issue.record("\(page) is not on the first page")
    }
    for page in pages where page != home {
      let document = page.dropLast(".html".count) + ".odt"
      let links = try targets(of: page, in: sample)
      #expect(links.contains(String(document)), "\(page)")
      #expect(links.contains(home), "\(page)")
    }
  }

  private func targets(of page: String, in sample: Sample) throws -> Set<String> {
    let bytes = try #require(sample.files[page])
    return Set(values(of: "href", in: bytes).compactMap { resolved($0, from: page) })
  }

  private func isAddress(_ target: String) -> Bool {
    ["http://", "https://", "mailto:", "tel:"].contains { target.hasPrefix($0) }
  }
}

/// The values of an attribute in a page or an XML file, references resolved.
func values(of attribute: String, in bytes: [UInt8]) -> [String] {
  let text = String(decoding: bytes, as: UTF8.self).utf8
  let pieces = String(text).split(separator: " \(attribute)=\"", omittingEmptySubsequences: false)
  return pieces.dropFirst().map { piece in
    String(piece.prefix { $0 != "\"" }).replacing("&quot;", with: "\"")
      .replacing("&lt;", with: "<").replacing("&amp;", with: "&")
  }
}

/// A path from the root, for a relative one in a file; nil when it leads out or is no path.
func resolved(_ target: String, from file: String) -> String? {
  guard !target.hasPrefix("/"), !target.contains(":"), let target = percentDecoded(target) else {
    return nil
  }
  var parts = file.split(separator: "/").dropLast().map(String.init)
  for part in target.split(separator: "/", omittingEmptySubsequences: false) {
    switch part {
    case "..":
      guard parts.popLast() != nil else { return nil }
    case ".", "": return nil
    default: parts.append(String(part))
    }
  }
  return parts.joined(separator: "/")
}

private func percentDecoded(_ text: String) -> String? {
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      bytes.append(byte)
      continue
    }
    let digits = String(decoding: rest.prefix(2), as: UTF8.self)
    guard let value = UInt8(digits, radix: 16) else { return nil }
    bytes.append(value)
    rest = rest.dropFirst(2)
  }
  return String(validating: bytes, as: UTF8.self)
}
