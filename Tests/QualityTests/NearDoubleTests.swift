import Quality
import TestSupport
import Testing

@Suite struct `Near doubles` {
  @Test func `are told whatever accents, case and signs`() {
    let texts = [
      "Forum des métiers au collège", "Clip vidéo", "forum des METIERS, au college !",
      "Forum des métiers au lycée", "Une conférence",
    ]
    #expect(nearDoubles(of: texts).contains(NearDouble(first: 0, second: 2)))
    #expect(!nearDoubles(of: texts).contains { $0.first == 1 || $0.second == 4 })
  }

  @Test func `are none among few letters and among nothing`() {
    #expect(nearDoubles(of: []).isEmpty)
    #expect(nearDoubles(of: ["", "", "!"]).isEmpty)
  }

  /// The filter by rare runs loses none of what comparing all pairs finds.
  @Test(arguments: Seed.first(20))
  func `are those that comparing all pairs finds`(_ seed: Seed) {
    var random = seed.generator
    let letters = Array("abcdefé")
    let words = (0..<60).map { _ in
      String((0..<4).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
    }
    let texts = (0..<40).map { _ in
      (0..<Int.random(in: 1...4, using: &random)).map { _ in
        words[Int.random(in: 0..<words.count, using: &random)]
      }.joined(separator: " ")
    }
    var counts: [String: Int] = [:]
    for text in texts { for run in runs(of: text) { counts[run, default: 0] += 1 } }
    let rare = Set(counts.filter { $0.value <= 4 }.keys)
    var all: [NearDouble] = []
    for second in texts.indices {
      for first in 0..<second where isNear(texts[first], texts[second], rare) {
        all.append(NearDouble(first: first, second: second))
      }
    }
    all.sort { ($0.first, $0.second) < ($1.first, $1.second) }
    #expect(nearDoubles(of: texts) == all)
  }

  private func isNear(_ first: String, _ second: String, _ rare: Set<String>) -> Bool {
    let (own, other) = (runs(of: first).intersection(rare), runs(of: second).intersection(rare))
    return !own.isEmpty && own.intersection(other).count * 5 >= own.union(other).count * 3
  }

  private func runs(of text: String) -> Set<String> {
    let letters = Array(" \(text) ".replacing("é", with: "e").replacing("â", with: "a"))
    return Set((0...letters.count - 3).map { String(letters[$0..<$0 + 3]) })
  }
}
