import Diagnostics

/// Makes sure that the files which no reader of XML or packages sees are UTF-8 too: plain text templates, style
/// and script. Kits say that all their texts are.
func checkEncodings(_ inputs: BuildInputs) throws(Stopped) {
  let plain = (Array(inputs.templates.values) + Array(inputs.look.values)).filter { file in
    ![".xml", ".fodt", ".odt", ".ott"].contains { file.id.path.hasSuffix($0) }
  }
  let problems = plain.sorted { $0.id < $1.id }.compactMap { file in
    firstStrangeByte(in: file.bytes).map { at in
      Diagnostic.notUTF8(
        file.bytes[at], at: SourceSpan(file: file.id, bytes: at..<at + 1))
    }
  }
  guard problems.isEmpty else { throw Stopped(problems) }
}

/// Where the first byte stands that is not UTF-8.
private func firstStrangeByte(in bytes: [UInt8]) -> Int? {
  guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
  var parser = Unicode.UTF8.ForwardParser()
  var rest = bytes.makeIterator()
  var at = 0
  while true {
    switch parser.parseScalar(from: &rest) {
    case .valid(let scalar): at += scalar.count
    case .error, .emptyInput: return at
    }
  }
}
