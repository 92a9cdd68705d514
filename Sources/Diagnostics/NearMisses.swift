/// Names that a person may have meant by `word`: at most three, nearest first, ties in
/// alphabetical order.
///
/// Near is an edit distance (insertion, deletion, substitution, swap of neighbours; case ignored)
/// of at most a third of the word's length, and at least 1.
///
/// - Complexity: length of `word` times the total length of `candidates`.
package func nearMisses(for word: String, among candidates: some Sequence<String>) -> [String] {
  let wanted = Array(word.lowercased().unicodeScalars)
  let limit = max(1, wanted.count / 3)
  var found: [(distance: Int, name: String)] = []
  for candidate in candidates {
    let scalars = Array(candidate.lowercased().unicodeScalars)
    guard abs(scalars.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, scalars)
    if distance <= limit { found.append((distance, candidate)) }
  }
  found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
  return found.prefix(3).map(\.name)
}

extension Diagnostic {
  /// The help for an unknown name: the near ones, or all of them when there are eight or fewer.
  package static func didYouMean(
    _ word: String, among candidates: some Sequence<String>
  ) -> [Phrase] {
    let near = nearMisses(for: word, among: candidates)
    if !near.isEmpty {
      return near.map {
        Phrase(en: "did you mean `\($0)`?", fr: "vouliez-vous dire « \($0) » ?")
      }
    }
    let all = candidates.sorted()
    guard !all.isEmpty, all.count <= 8 else { return [] }
    let list = all.map { "`\($0)`" }.joined(separator: ", ")
    return [Phrase(en: "known here: \(list)", fr: "connus ici : \(list)")]
  }
}

/// Damerau and Levenshtein's distance, restricted: a swapped pair is not edited again.
private func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...second.count)
  for (row, scalar) in first.enumerated() {
    var current = [row + 1]
    current.reserveCapacity(second.count + 1)
    for (column, other) in second.enumerated() {
      var best = min(
        previous[column] + (scalar == other ? 0 : 1),
        previous[column + 1] + 1,
        current[column] + 1)
      if row > 0, column > 0, scalar == second[column - 1], first[row - 1] == other {
        best = min(best, beforePrevious[column - 1] + 1)
      }
      current.append(best)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[second.count]
}
