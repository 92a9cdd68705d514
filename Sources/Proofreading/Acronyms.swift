package import Documents

/// The acronyms of a glossary by their first word.
package struct AcronymIndex: Sendable {
  struct Entry: Sendable {
    var acronym: Acronym
    /// The words of its short form as they are written, after the first.
    let rest: [String]
    /// The long forms: one abbreviation may stand for two things.
    var longs: [[UInt64]]

    func isExplained(in words: [UInt64]) -> Bool { longs.contains { words.contains(run: $0) } }
  }

  /// The longest first: « IEN-IO » before « IEN ».
  private var entries: [String: [Entry]] = [:]

  /// - Parameter acronyms: words without two capitals in their first word are passed over, as they
  ///   are no acronyms.
  package init(_ acronyms: [Acronym]) {
    for acronym in acronyms {
      let short = WordRun(acronym.short)
      guard let first = short.words.first, first.capitals >= 2 else { continue }
      let texts = short.words.map { short.text(of: $0.bytes) }
      add(
        Entry(
          acronym: acronym, rest: Array(texts.dropFirst()),
          longs: [WordRun(acronym.long).words.map(\.fold)]), under: texts[0])
    }
    for key in entries.keys { entries[key]?.sort { $0.rest.count > $1.rest.count } }
  }

  private mutating func add(_ entry: Entry, under first: String) {
    var own = entries[first] ?? []
    if let known = own.firstIndex(where: { $0.acronym.short == entry.acronym.short }) {
      own[known].longs += entry.longs
      own[known].acronym = Acronym(
        short: entry.acronym.short, long: "\(own[known].acronym.long) ou \(entry.acronym.long)",
        isEveryday: own[known].acronym.isEveryday && entry.acronym.isEveryday)
    } else {
      own.append(entry)
    }
    entries[first] = own
  }

  /// The acronym that begins at a word.
  func entry(at place: Int, of run: WordRun) -> Entry? {
    let head = run.words[place]
    guard head.capitals >= 2, let known = entries[run.text(of: head.bytes)] else { return nil }
    return known.first { entry in
      let rest = run.words.dropFirst(place + 1).prefix(entry.rest.count)
      return rest.map { run.text(of: $0.bytes) } == entry.rest
    }
  }
}

/// The acronyms that a document uses before it says what they stand for, in reading order.
///
/// - Complexity: linear in the size of the text, times the acronyms that it uses.
package func unexplainedAcronyms(in document: Document, _ index: AcronymIndex) -> [Acronym] {
  var reader = AcronymReader(index)
  return document.passages.flatMap { reader.faults(in: WordRun($0.text), $0.kind) }
    .compactMap { fault in
      if case .unexplained(let acronym) = fault.reason { acronym } else { nil }
    }
}

/// Follows one document, and tells the acronyms that nobody has explained where they first stand.
struct AcronymReader {
  struct Fault {
    enum Reason {
      case unexplained(Acronym)
      /// The glossary does not have it.
      case unknown(String)
    }

    let reason: Reason
    let bytes: Range<Int>

    /// Whether it is a word that something is named by, and that the glossary need not have.
    func isName(_ names: Set<String>) -> Bool {
      if case .unknown(let text) = reason { names.contains(text) } else { false }
    }
  }

  let index: AcronymIndex
  /// The words read so far.
  private var read: [UInt64] = []
  private var met: Set<String> = []

  init(_ index: AcronymIndex) { self.index = index }

  /// The faults of the next passage, each acronym once for the document.
  mutating func faults(in run: WordRun, _ kind: Passage.Kind) -> [Fault] {
    let start = read.count
    read.append(contentsOf: run.words.lazy.map(\.fold))
    guard kind != .title else { return [] }
    var faults: [Fault] = []
    var place = 0
    while place < run.words.count {
      guard run.words[place].capitals >= 2 else {
        place += 1
        continue
      }
      guard let entry = index.entry(at: place, of: run) else {
        if let fault = unknown(place, run) { faults.append(fault) }
        place += 1
        continue
      }
      let words = run.words[place...(place + entry.rest.count)]
      place += entry.rest.count + 1
      guard !entry.acronym.isEveryday, met.insert(entry.acronym.short).inserted,
        !entry.isExplained(in: read), let first = words.first, let last = words.last
      else { continue }
      faults.append(
        Fault(
          reason: .unexplained(entry.acronym),
          bytes: first.bytes.lowerBound..<last.bytes.upperBound))
    }
    precondition(read.count == start + run.words.count)
    return faults
  }

  /// The longest word in capitals that is taken for an acronym.
  private static let longest = 6

  /// A word in capitals that the glossary does not have; a title in capitals is none.
  private mutating func unknown(_ place: Int, _ run: WordRun) -> Fault? {
    let word = run.words[place]
    guard word.isInCapitals, word.bytes.count <= Self.longest,
      !isShouted(place - 1, run), !isShouted(place + 1, run), !isRoman(run, word)
    else { return nil }
    let text = run.text(of: word.bytes)
    // What stands in parentheses follows what it stands for.
    if run.isParenthesised(word) {
      met.insert(text)
      return nil
    }
    guard met.insert(text).inserted else { return nil }
    return Fault(reason: .unknown(text), bytes: word.bytes)
  }

  private func isShouted(_ place: Int, _ run: WordRun) -> Bool {
    guard run.words.indices.contains(place) else { return false }
    let word = run.words[place]
    return word.letters >= 2 && word.capitals == word.letters
      && index.entry(at: place, of: run) == nil
  }

  /// « XXI » of « XXIe siècle ».
  private func isRoman(_ run: WordRun, _ word: WordRun.Word) -> Bool {
    run.utf8[word.bytes].allSatisfy { "IVXLC".utf8.contains($0) }
  }
}
