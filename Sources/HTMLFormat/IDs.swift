/// The fragment names of one page: readable, ASCII, each once.
///
/// A heading's id comes from its words alone, so a link to a section survives changes elsewhere.
/// The ids that the writer makes itself hold a `_`, which no slug does.
struct IDs {
  private var taken: Set<String> = ["contenu", "plan"]

  /// The slug of `text`, with a number behind it if the page has it already.
  mutating func unique(for text: String) -> String {
    let base = slug(text)
    var candidate = base
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(base)-\(number)"
      number += 1
    }
    return candidate
  }
}

/// The letters and digits of `text` in lower-case ASCII, with a hyphen for whatever lies between.
func slug(_ text: String) -> String {
  var bytes: [UInt8] = []
  var isBetween = false
  for scalar in text.unicodeScalars {
    let plain = asciiLetters(for: scalar)
    if plain.isEmpty {
      isBetween = !isCombining(scalar) || isBetween
      continue
    }
    if isBetween, !bytes.isEmpty { bytes.append(UInt8(ascii: "-")) }
    isBetween = false
    bytes.append(contentsOf: plain.utf8)
  }
  return bytes.isEmpty ? "section" : String(decoding: bytes, as: UTF8.self)
}

private func isCombining(_ scalar: Unicode.Scalar) -> Bool {
  (0x300...0x36F).contains(scalar.value)
}

/// French letters without their accents; empty for what is neither a letter of them nor a digit.
private func asciiLetters(for scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "a"..."z", "0"..."9": String(scalar)
  case "A"..."Z": scalar.properties.lowercaseMapping
  case "à", "â", "ä", "á", "À", "Â", "Ä", "Á": "a"
  case "ç", "Ç": "c"
  case "é", "è", "ê", "ë", "É", "È", "Ê", "Ë": "e"
  case "î", "ï", "í", "Î", "Ï", "Í": "i"
  case "ô", "ö", "ó", "Ô", "Ö", "Ó": "o"
  case "ù", "û", "ü", "ú", "Ù", "Û", "Ü", "Ú": "u"
  case "ÿ", "Ÿ": "y"
  case "ñ", "Ñ": "n"
  case "œ", "Œ": "oe"
  case "æ", "Æ": "ae"
  default: ""
  }
}
