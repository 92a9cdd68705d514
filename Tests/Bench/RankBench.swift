import Diagnostics
import KnowledgeBase
import Ranking

/// Ranking alone, in this process: many basins against many actions.
struct RankBench {
  private let files: [SourceFile]
  private let schemas: [SourceFile]

  /// - Parameter assets: the project's data folder.
  init(assets: String) {
    files = ["KnowledgeBase", "Calendars"].flatMap { sources(in: "\(assets)/\($0)") }
    schemas = sources(in: "\(assets)/Schemas")
  }

  /// Twice the basins or twice the actions should cost twice as much: the last line has both.
  func run() {
    say("\nRanking, one thread (median of 5):")
    var first: (cost: Double, pairs: Double)?
    for (basins, actions) in [(600, 2_500), (1_200, 5_000), (2_400, 10_000)] {
      let base = base(withActions: actions)
      let edition = base[base.currentEdition]
      let past = Past(base, of: edition)
      let known = past.actions
      var suggested = 0
      let cost = middle {
        let ranking = ActionRanking(known, of: base)
        suggested = 0
        for index in 0..<basins {
          let basin = base.basins[index % base.basins.count]
          let situation = Situation(
            basin: basin, schools: basin.schools, edition: edition,
            isNew: index % 3 == 0, takesInFirstDegree: index % 2 == 0, weeksLeft: 6 + index % 20)
          suggested += ranking.suggestions(for: situation).chosen.count
        }
      }
      let pairs = Double(basins) * Double(known.count)
      let compared = first.map { ", \(ratio(cost / pairs, $0.cost / $0.pairs)) times the first" }
      first = first ?? (cost, pairs)
      say(
        "  \(padded(basins, 5)) basins × \(padded(known.count, 6)) actions: "
          + "\(milliseconds(cost)), \(Int(cost / pairs * 1e9)) ns a pair\(compared ?? ""), "
          + "\(suggested) suggestions")
    }
  }

  /// The base with its own past actions again and again, each under an id of its own.
  private func base(withActions count: Int) -> KnowledgeBase {
    let grown = files.map { file in
      guard file.id.path.hasSuffix("/actions.xml") else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
      // Those of the first two editions are known to the third.
      let past = text.split(separator: "  <action ").dropFirst()
        .filter { $0.contains("edition=\"2013\"") || $0.contains("edition=\"2014\"") }
      guard let head = text.firstRange(of: "  <action ")?.lowerBound, !past.isEmpty else { fail() }
      var grown = String(text[..<head])
      for index in 0..<count {
        let action = past[index % past.count]
        grown +=
          "  <action " + action.replacing("id=\"", with: "id=\"n\(index)-", maxReplacements: 1)
      }
      return SourceFile(id: file.id, bytes: Array((grown + "</actions>\n").utf8))
    }
    do throws(Stopped) {
      return try load(grown, schemas: schemas, folder: "KnowledgeBase").value
    } catch { fail() }
  }
}
