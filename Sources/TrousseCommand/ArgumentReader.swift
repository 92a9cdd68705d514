/// Words one after the other; `--name=value` counts as two.
struct ArgumentReader: Sendable {
  private var words: ArraySlice<String>

  init(_ words: [String]) {
    var split: [String] = []
    for word in words {
      guard word.hasPrefix("--"), let sign = word.firstIndex(of: "=") else {
        split.append(word)
        continue
      }
      split.append(String(word[..<sign]))
      split.append(String(word[word.index(after: sign)...]))
    }
    self.words = split[...]
  }

  var all: [String] { Array(words) }

  mutating func next() -> String? { words.popFirst() }

  var peek: String? { words.first }

  /// An option is never the value of another: `--out --zip` lacks a value. A folder of that name
  /// is `./--zip`.
  mutating func value(of option: String) throws(UsageError) -> String {
    guard let value = words.popFirst(), !value.isEmpty, !value.hasPrefix("--") else {
      throw .missingValue(option)
    }
    return value
  }

  /// One word or several, up to the next option; commas separate too.
  mutating func values(of option: String) throws(UsageError) -> [String] {
    var values = [try value(of: option)]
    while let word = words.first, !word.hasPrefix("-") {
      values.append(word)
      words.removeFirst()
    }
    let parts = values.flatMap { $0.split(separator: ",").map(String.init) }
    guard !parts.isEmpty else { throw .missingValue(option) }
    return parts
  }

  mutating func number(
    of option: String, in range: ClosedRange<Int>
  ) throws(UsageError) -> Int {
    let text = try value(of: option)
    guard let number = Int(text), range.contains(number) else {
      throw .notANumber(text, option: option, range)
    }
    return number
  }
}
