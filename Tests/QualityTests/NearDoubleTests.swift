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
    let words = ["forum", "métiers", "parents", "clip", "bassin", "lecture", "théâtre", "débat"]
    let texts = (0..<60).map { _ in
      (0..<Int.random(in: 1...5, using: &random)).map { _ in
        words[Int.random(in: 0..<words.count, using: &random)]
      }.joined(separator: " ")
    }
    var all: [NearDouble] = []
    for second in texts.indices {
      for first in 0..<second where isNear(texts[first], texts[second]) {
        all.append(NearDouble(first: first, second: second))
      }
    }
    all.sort { ($0.first, $0.second) < ($1.first, $1.second) }
    #expect(nearDoubles(of: texts) == all)
    #expect(!all.isEmpty)
  }

  private func isNear(_ first: String, _ second: String) -> Bool {
    let (own, other) = (runs(of: first), runs(of: second))
    return own.intersection(other).count * 5 >= own.union(other).count * 3
  }

  private func runs(of text: String) -> Set<String> {
    let letters = Array(" \(text) ".replacing("é", with: "e").replacing("â", with: "a"))
    return Set((0...letters.count - 3).map { String(letters[$0..<$0 + 3]) })
  }
}
