/// Which passages of two versions are one and the same.
///
/// Passages that are alike to the letter and stand once in each are found first; between them the
/// best pairing by likeness is, while the stretch is short. Work grows with the number of passages
/// and not with its square.
struct Alignment {
  /// For each passage of the first version its place in the second; always in rising order.
  private(set) var partners: [Int?]

  private let first: [Passage]
  private let second: [Passage]

  private struct Window {
    var first: Range<Int>
    var second: Range<Int>
  }

  init(_ first: [Passage], _ second: [Passage]) {
    self.first = first
    self.second = second
    partners = [Int?](repeating: nil, count: first.count)
    var windows = [Window(first: first.indices, second: second.indices)]
    while let window = windows.popLast() { windows += split(window) }
    pairReplaced()
  }

  /// Pairs what is surely the same, and gives back the windows between.
  private mutating func split(_ window: Window) -> [Window] {
    var window = window
    while let a = window.first.first, let b = window.second.first, first[a].key == second[b].key {
      partners[a] = b
      window = Window(
        first: a + 1..<window.first.upperBound, second: b + 1..<window.second.upperBound)
    }
    while let a = window.first.last, let b = window.second.last, first[a].key == second[b].key {
      partners[a] = b
      window = Window(first: window.first.lowerBound..<a, second: window.second.lowerBound..<b)
    }
    guard !window.first.isEmpty, !window.second.isEmpty else { return [] }
    let anchors = rising(uniquePairs(window))
    guard !anchors.isEmpty else {
      pairByLikeness(window)
      return []
    }
    var windows: [Window] = []
    var (a, b) = (window.first.lowerBound, window.second.lowerBound)
    for anchor in anchors {
      partners[anchor.first] = anchor.second
      windows.append(Window(first: a..<anchor.first, second: b..<anchor.second))
      (a, b) = (anchor.first + 1, anchor.second + 1)
    }
    windows.append(Window(first: a..<window.first.upperBound, second: b..<window.second.upperBound))
    return windows
  }

  private typealias Pair = (first: Int, second: Int)

  /// Passages that stand once in each of the two, in the order of the first.
  private func uniquePairs(_ window: Window) -> [Pair] {
    var places: [Int: (count: Int, place: Int)] = [:]
    for b in window.second { places[second[b].key, default: (0, b)].count += 1 }
    var counts: [Int: Int] = [:]
    for a in window.first { counts[first[a].key, default: 0] += 1 }
    return window.first.compactMap { a in
      guard counts[first[a].key] == 1, let found = places[first[a].key], found.count == 1 else {
        return nil
      }
      return (a, found.place)
    }
  }

  /// The longest run of pairs that rises in both (patience sorting).
  private func rising(_ pairs: [Pair]) -> [Pair] {
    var tops: [Int] = []
    var previous = [Int?](repeating: nil, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, tops.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[tops[middle]].second < pair.second { low = middle + 1 } else { high = middle }
      }
      previous[index] = low > 0 ? tops[low - 1] : nil
      if low == tops.count { tops.append(index) } else { tops[low] = index }
    }
    var run: [Pair] = []
    var next = tops.last
    while let index = next {
      run.append(pairs[index])
      next = previous[index]
    }
    return run.reversed()
  }

  // MARK: Likeness

  /// Pairs below it are no pairs.
  private static let threshold = 400
  /// A window with more possible pairs is left unpaired.
  private static let windowLimit = 60_000

  private mutating func pairByLikeness(_ window: Window) {
    let (rows, columns) = (window.first.count, window.second.count)
    guard rows * columns <= Self.windowLimit else { return }
    // best[i][j]: the most likeness that the passages from i and j on can have together.
    var likeness = [Int](repeating: 0, count: rows * columns)
    var best = [Int](repeating: 0, count: (rows + 1) * (columns + 1))
    for i in stride(from: rows - 1, through: 0, by: -1) {
      for j in stride(from: columns - 1, through: 0, by: -1) {
        let pair = first[window.first.lowerBound + i].likeness(
          to: second[window.second.lowerBound + j])
        likeness[i * columns + j] = pair
        let apart = max(best[(i + 1) * (columns + 1) + j], best[i * (columns + 1) + j + 1])
        let together = pair < Self.threshold ? 0 : pair + best[(i + 1) * (columns + 1) + j + 1]
        best[i * (columns + 1) + j] = max(apart, together)
      }
    }
    var (i, j) = (0, 0)
    while i < rows, j < columns {
      let here = best[i * (columns + 1) + j]
      let pair = likeness[i * columns + j]
      if pair >= Self.threshold, here == pair + best[(i + 1) * (columns + 1) + j + 1] {
        partners[window.first.lowerBound + i] = window.second.lowerBound + j
        (i, j) = (i + 1, j + 1)
      } else if here == best[(i + 1) * (columns + 1) + j] {
        i += 1
      } else {
        j += 1
      }
    }
  }

  /// As many passages gone as have come in one place, of the same kinds in the same order: they
  /// were written anew.
  private mutating func pairReplaced() {
    var (a, b) = (0, 0)
    while a < first.count {
      let start = a
      while a < first.count, partners[a] == nil { a += 1 }
      let end = a < first.count ? partners[a] ?? second.count : second.count
      let gone = start..<a
      if !gone.isEmpty, gone.count == end - b,
        zip(gone, b..<end).allSatisfy({ first[$0].kind == second[$1].kind })
      {
        for (place, other) in zip(gone, b..<end) { partners[place] = other }
      }
      a += 1
      b = end + 1
    }
  }
}
