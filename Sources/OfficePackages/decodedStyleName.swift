/// The name of a style as Writer shows it, from the one in a file: `Encadr_e9__20_1` is « Encadré 1 ».
///
/// A character that a name cannot hold is written as its code in hexadecimal between underscores.
package func decodedStyleName(_ name: String) -> String {
  var decoded = ""
  var rest = name[...]
  while let underscore = rest.firstIndex(of: "_") {
    decoded += rest[..<underscore]
    let after = rest[rest.index(after: underscore)...]
    guard let end = after.firstIndex(of: "_"), let code = UInt32(after[..<end], radix: 16),
      let scalar = Unicode.Scalar(code)
    else {
      decoded += "_"
      rest = after
      continue
    }
    decoded.unicodeScalars.append(scalar)
    rest = after[after.index(after: end)...]
  }
  return decoded + rest
}
