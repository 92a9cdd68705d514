import French

/// Two texts, by position, that say much the same.
package struct NearDouble: Hashable, Sendable {
  package let first: Int
  package let second: Int

  package init(first: Int, second: Int) {
    self.first = first
    self.second = second
  }
}

/// The pairs of texts whose runs of three letters are the same to three fifths and more (Jaccard's
/// index), in the order of the texts. Accents, case and punctuation do not count, nor do runs that
/// many texts have: « persévérance » makes no two titles alike.
///
/// Two such texts share one at least of their rarest runs (the prefix filter of Chaudhuri, Ganti
/// and Kaushik, 2006), so only texts that do are compared.
///
/// - Complexity: linear in the length of the texts, and in the number of pairs that share a rare
///   run.
package func nearDoubles(of texts: [String]) -> [NearDouble] {
  let sets = runSets(of: texts)
  var holders: [Int: [Int]] = [:]
  var found: [NearDouble] = []
  for (position, own) in sets.enumerated() {
    // Of n runs, more than two fifths may be missing from no near double.
    let rare = own.prefix(own.count - shared(own.count) + 1)
    var candidates: Set<Int> = []
    for run in rare {
      candidates.formUnion(holders[run] ?? [])
      holders[run, default: []].append(position)
    }
    for other in candidates.sorted() where areNear(sets[other], own) {
      found.append(NearDouble(first: other, second: position))
    }
  }
  return found.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
}

/// How many of `count` runs a near double has at least: three fifths, rounded up.
private func shared(_ count: Int) -> Int { max(1, (count * 3 + 4) / 5) }

private func areNear(_ first: [Int], _ second: [Int]) -> Bool {
  let (shorter, longer) = first.count < second.count ? (first, second) : (second, first)
  guard shorter.count * 5 >= longer.count * 3, !shorter.isEmpty else { return false }
  let known = Set(longer)
  let common = shorter.count { known.contains($0) }
  return common * 5 >= (first.count + second.count - common) * 3
}

/// Each text's runs, once each, by number: the rarest of all have the lowest.
private func runSets(of texts: [String]) -> [[Int]] {
  let runs = texts.map { text -> Set<String> in
    let words = folded(text).split { !($0.isLetter || $0.isNumber) }
    let letters = Array(" " + words.joined(separator: " ") + " ")
    guard letters.count > 3 else { return [] }
    return Set((0...letters.count - 3).map { String(letters[$0..<$0 + 3]) })
  }
  var counts: [String: Int] = [:]
  for set in runs {
    for run in set { counts[run, default: 0] += 1 }
  }
  let ordered = counts.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
  let numbers = Dictionary(
    ordered.enumerated().map { ($0.element.key, $0.offset) },
    uniquingKeysWith: { first, _ in first })
  let many = max(4, texts.count / 25)
  return runs.map { set in
    set.filter { counts[$0, default: 0] <= many }.compactMap { numbers[$0] }.sorted()
  }
}
