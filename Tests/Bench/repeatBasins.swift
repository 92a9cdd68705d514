import Glibc

/// Lays out a data folder whose basins are those of `assets`, `copies` times, each copy under ids of
/// its own. Everything but the basins is linked by copying.
///
/// - Returns: the number of basins.
func repeatBasins(_ copies: Int, from assets: String, to data: String) -> Int {
  removeTree(data)
  _ = spawn("/bin/mkdir", ["-p", data])
  _ = spawn("/bin/cp", ["-r", "\(assets)/.", data])
  let path = "\(data)/KnowledgeBase/basins.xml"
  guard let text = text(of: path), let start = text.range(of: "<basin "),
    let end = text.lastRange(of: "</basins>")
  else {
    say("bench: cannot read \(path)")
    exit(1)
  }
  let head = text[..<start.lowerBound]
  let basins = String(text[start.lowerBound..<end.lowerBound])
  var grown = String(head)
  for copy in 1...copies {
    grown += copy == 1 ? basins : basins.replacing("<basin id=\"", with: "<basin id=\"b\(copy)-")
  }
  grown += "</basins>\n"
  write(grown, to: path)
  return basins.ranges(of: "<basin id=").count * copies
}

func text(of path: String) -> String? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = fread(&piece, 1, piece.count, file)
    if count == 0 { break }
    bytes += piece[..<count]
  }
  return String(decoding: bytes, as: UTF8.self)
}

func write(_ text: String, to path: String) {
  guard let file = fopen(path, "w") else {
    say("bench: cannot write \(path)")
    exit(1)
  }
  fputs(text, file)
  fclose(file)
}

extension StringProtocol {
  fileprivate func range(of word: String) -> Range<Index>? { ranges(of: word).first }
  fileprivate func lastRange(of word: String) -> Range<Index>? { ranges(of: word).last }
}
