import Diagnostics
import Markup

/// Which document a passage is taken from.
enum Version: Hashable {
  case theirs, new
}

/// A piece of the merged document.
indirect enum Piece {
  /// A passage as it stands in one version.
  case passage(Passage, Version)
  /// A new passage, with the texts that the basin wrote into its blanks, in reading order.
  case filled(Passage, [FilledBlank])
  /// A label before a passage, or at the head of what stands in it.
  case marked(Passage, Version, Mark)
  /// A passage with other pieces in the place of those in it.
  case around(Passage, Version, [Piece])
  /// A new table with other rows, in the widths that the basin gave its own.
  case table(Passage, widths: Passage, [Piece])
}

/// What a label says of a passage.
package enum Mark: Hashable, Sendable {
  /// Both versions stand one after the other.
  case yours, newOne
  /// The basin had taken it out, and the new version changed it.
  case removedByYou
  /// The new version no longer has it, and the basin had changed it.
  case goneFromKit
}

/// A place where a person must choose.
package struct MergeConflict: Hashable, Sendable {
  package let mark: Mark
  /// The heading under which it stands; empty before the first.
  package let heading: String
  /// The beginnings of the two versions; one of them may be empty.
  package let yours: String
  package let new: String
}

/// Decides, passage by passage, what the merged document holds.
struct Merger {
  private(set) var conflicts: [MergeConflict] = []
  /// Whether anything is not as in the new document, and not as in theirs.
  private(set) var keepsTheirs = false
  private(set) var takesNew = false
  private var heading = ""
  /// Blanks of which what the basin wrote is said by the new document, in other words perhaps.
  private let settled: Set<String>

  init(settled: Set<String>) { self.settled = settled }

  /// Three versions of one run of passages.
  mutating func merge(_ base: [Passage], _ theirs: [Passage], _ new: [Passage]) -> [Piece] {
    let sequence = Sequence(base, theirs, new)
    var pieces: [Piece] = []
    for place in 0...base.count {
      for index in sequence.newInserts[place] { pieces += added(new: index, sequence) }
      for index in sequence.theirInserts[place] {
        pieces += added(theirs: index, sequence, at: place)
      }
      guard place < base.count, sequence.staysPut(place) else { continue }
      pieces += meet(
        base[place], sequence.toTheirs[place].map { theirs[$0] },
        sequence.toNew[place].map { new[$0] })
    }
    return pieces
  }

  // MARK: What was added or moved

  private mutating func added(new index: Int, _ sequence: Sequence) -> [Piece] {
    let passage = sequence.new[index]
    if let place = sequence.movedNew[index] {
      return meet(sequence.base[place], sequence.theirVersion(of: place), passage)
    }
    takesNew = true
    note(passage)
    return [.passage(passage, .new)]
  }

  private mutating func added(theirs index: Int, _ sequence: Sequence, at place: Int) -> [Piece] {
    let passage = sequence.theirs[index]
    if let origin = sequence.movedTheirs[index] {
      guard !sequence.isMovedInNew(origin) else { return [] }
      keepsTheirs = true
      return meet(
        sequence.base[origin], passage, sequence.toNew[origin].map { sequence.new[$0] })
    }
    let isInBoth = sequence.newInserts[place].contains {
      sequence.new[$0].key == passage.key
    }
    if isInBoth { return [] }
    keepsTheirs = true
    note(passage)
    return [.passage(passage, .theirs)]
  }

  private mutating func note(_ passage: Passage) {
    if passage.element.name == "text:h" { heading = passage.text }
  }

  // MARK: One passage in three versions

  private mutating func meet(_ base: Passage, _ theirs: Passage?, _ new: Passage?) -> [Piece] {
    switch (theirs, new) {
    case (let theirs?, let new?): return both(base, theirs, new)
    case (nil, nil): return []
    case (nil, let new?):
      keepsTheirs = true
      guard new.key != base.key else { return [] }
      conflict(.removedByYou, nil, new)
      return [.marked(new, .new, .removedByYou)]
    case (let theirs?, nil):
      takesNew = true
      guard theirs.key != base.key else { return [] }
      keepsTheirs = true
      conflict(.goneFromKit, theirs, nil)
      return [.marked(theirs, .theirs, .goneFromKit)]
    }
  }

  private mutating func both(_ base: Passage, _ theirs: Passage, _ new: Passage) -> [Piece] {
    note(new)
    if theirs.key == base.key || theirs.key == new.key {
      if new.key != base.key { takesNew = true }
      guard theirs.hasOtherWidths(than: base), let pieces = inside(base, theirs, new) else {
        return [.passage(new, .new)]
      }
      keepsTheirs = true
      return pieces
    }
    keepsTheirs = true
    if new.key == base.key { return [.passage(theirs, .theirs)] }
    takesNew = true
    if let pieces = inside(base, theirs, new) { return pieces }
    if theirs.plainKey == base.plainKey, let piece = carried(theirs, into: new) { return [piece] }
    // The new version only says what the basin wrote into the blanks: theirs says that and more.
    if Self.text(of: base, with: theirs.blanks) == Self.plain(new.text) {
      return [.passage(theirs, .theirs)]
    }
    conflict(.yours, theirs, new)
    return [.marked(theirs, .theirs, .yours), .marked(new, .new, .newOne)]
  }

  /// The passages inside are merged each for itself; nil where that cannot be.
  private mutating func inside(
    _ base: Passage, _ theirs: Passage, _ new: Passage
  ) -> [Piece]? {
    guard base.kind == theirs.kind, base.kind == new.kind else { return nil }
    switch base.kind {
    case .paragraph, .other: return nil
    case .list, .item, .section, .cell: break
    case .table:
      guard base.mark == theirs.mark, base.mark == new.mark else { return nil }
      guard theirs.widths.differ(from: base.widths) else { break }
      return [.table(new, widths: theirs, merge(base.inside, theirs.inside, new.inside))]
    case .row: return cells(base, theirs, new)
    case .frame:
      guard theirs.mark == base.mark || new.mark == base.mark else { return nil }
      let version = theirs.mark == base.mark ? Version.new : .theirs
      let pieces = merge(base.inside, theirs.inside, new.inside)
      return [.around(version == .new ? new : theirs, version, pieces)]
    }
    return [.around(new, .new, merge(base.inside, theirs.inside, new.inside))]
  }

  private mutating func cells(
    _ base: Passage, _ theirs: Passage, _ new: Passage
  ) -> [Piece]? {
    let names = [base, theirs, new].map { row in
      row.inside.map { cell in
        [cell.element.name, cell.element["table:number-columns-spanned"]?.value ?? "1"]
      }
    }
    guard names[0] == names[1], names[0] == names[2] else { return nil }
    var pieces: [Piece] = []
    for (index, cell) in base.inside.enumerated() {
      pieces += both(cell, theirs.inside[index], new.inside[index])
    }
    return [.around(new, .new, pieces)]
  }

  /// The new paragraph with what the basin wrote into its blanks; nil if something has no place.
  private func carried(_ theirs: Passage, into new: Passage) -> Piece? {
    let names = Set(new.blanks.map(\.name))
    let text = Self.plain(new.text)
    let isSaid = theirs.blanks.allSatisfy { blank in
      guard let value = blank.value, !names.contains(blank.name) else { return true }
      return settled.contains(blank.name) || text.contains(Self.plain(value))
    }
    guard isSaid else { return nil }
    return names.isEmpty ? .passage(new, .new) : .filled(new, theirs.blanks)
  }

  /// What a paragraph says when its blanks hold what the basin wrote.
  private static func text(of base: Passage, with blanks: [FilledBlank]) -> String {
    var text = base.plainText
    for blank in blanks {
      guard let value = blank.value, let range = text.firstRange(of: blank.name) else { continue }
      text.replaceSubrange(range, with: value)
    }
    return plain(text)
  }

  /// A text as a person types it, for comparing: spaces of one kind, apostrophes of one kind.
  private static func plain(_ text: String) -> String {
    String(
      text.map { character in
        switch character {
        case "\u{A0}", "\u{202F}": " "
        case "’": "'"
        default: character
        }
      })
  }

  private mutating func conflict(_ mark: Mark, _ theirs: Passage?, _ new: Passage?) {
    let (yours, other) = (Self.words(of: theirs), Self.words(of: new))
    // Of two long texts one reads where they part.
    let same = theirs == nil || new == nil ? 0 : zip(yours, other).prefix { $0 == $1 }.count
    let start = same > 6 ? same - 3 : 0
    conflicts.append(
      MergeConflict(
        mark: mark, heading: heading, yours: Self.excerpt(yours, from: start),
        new: Self.excerpt(other, from: start)))
  }

  private static func words(of passage: Passage?) -> [Substring] {
    (passage?.text ?? "").split { $0.isWhitespace && $0 != "\u{A0}" }
  }

  private static func excerpt(_ words: [Substring], from start: Int) -> String {
    let line = (start > 0 ? "…" : "") + words.dropFirst(start).joined(separator: " ")
    guard line.count > 90 else { return line }
    let whole = line.prefix(88).lastIndex(of: " ").map { line[..<$0] } ?? line.prefix(87)
    return whole + "…"
  }
}

/// Where the passages of a run stand in the other two versions.
private struct Sequence {
  let base: [Passage]
  let theirs: [Passage]
  let new: [Passage]
  let toTheirs: [Int?]
  let toNew: [Int?]
  /// What has come before each passage of the base, and behind the last.
  let theirInserts: [[Int]]
  let newInserts: [[Int]]
  /// Of what has come, what only moved: its place in the base.
  let movedTheirs: [Int: Int]
  let movedNew: [Int: Int]
  private let placesMovedByThem: Set<Int>
  private let placesMovedInNew: Set<Int>

  init(_ base: [Passage], _ theirs: [Passage], _ new: [Passage]) {
    self.base = base
    self.theirs = theirs
    self.new = new
    toTheirs = Alignment(base, theirs).partners
    toNew = Alignment(base, new).partners
    theirInserts = Self.inserts(toTheirs, theirs.count)
    newInserts = Self.inserts(toNew, new.count)
    movedTheirs = Self.moves(base, toTheirs, theirs, theirInserts)
    movedNew = Self.moves(base, toNew, new, newInserts)
    placesMovedByThem = Set(movedTheirs.values)
    placesMovedInNew = Set(movedNew.values)
  }

  /// Whether a passage of the base is met in its own place.
  func staysPut(_ place: Int) -> Bool {
    !isMovedInNew(place) && !placesMovedByThem.contains(place)
  }

  func isMovedInNew(_ place: Int) -> Bool { placesMovedInNew.contains(place) }

  func theirVersion(of place: Int) -> Passage? {
    if let index = toTheirs[place] { return theirs[index] }
    return movedTheirs.first { $0.value == place }.map { theirs[$0.key] }
  }

  private static func inserts(_ partners: [Int?], _ count: Int) -> [[Int]] {
    var inserts = [[Int]](repeating: [], count: partners.count + 1)
    var next = 0
    var place = 0
    for (index, partner) in partners.enumerated() {
      guard let partner else { continue }
      inserts[place] += Array(next..<partner)
      next = partner + 1
      place = index + 1
    }
    inserts[place] += Array(next..<count)
    return inserts
  }

  /// A passage of some length that is gone in one place and has come in another one, to the letter.
  private static func moves(
    _ base: [Passage], _ partners: [Int?], _ passages: [Passage], _ inserts: [[Int]]
  ) -> [Int: Int] {
    var gone: [Int: [Int]] = [:]
    for (place, partner) in partners.enumerated()
    where partner == nil && base[place].words.count > 3 {
      gone[base[place].key, default: []].append(place)
    }
    var moves: [Int: Int] = [:]
    for index in inserts.joined() {
      if let places = gone[passages[index].key], places.count == 1 {
        moves[index] = places[0]
        gone[passages[index].key] = nil
      }
    }
    return moves
  }
}
