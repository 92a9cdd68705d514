import Diagnostics
import Disk
import Glibc
import KnowledgeBase
import Planning

/// Planning alone, in this process: the plans of many basins, and one plan of very many tasks.
struct PlanBench {
  private let files: [SourceFile]
  private let schemas: [SourceFile]

  /// - Parameter assets: the project's data folder.
  init(assets: String) {
    files = ["KnowledgeBase", "Calendars"].flatMap { sources(in: "\(assets)/\($0)") }
    schemas = sources(in: "\(assets)/Schemas")
  }

  func run() {
    say("\nPlanning, one thread (median of 5):")
    let base = self.base(files)
    let count = 2_400
    var tasks = 0
    let many = middle(of: 5) {
      let season = self.season(of: base)
      tasks = 0
      for index in 0..<count {
        let profile = PlanProfile(
          experience: index % 3 == 0 ? .new : .experienced, takesInFirstDegree: index % 2 == 0)
        tasks += plan(season, profile).tasks.count
      }
    }
    say("  \(count) basins × \(tasks / count) tasks: \(milliseconds(many))")
    let long = self.base(withChains())
    let season = self.season(of: long)
    var length = 0
    let deep = middle(of: 5) {
      length =
        plan(season, PlanProfile(experience: .new, takesInFirstDegree: true)).longestChain.count
    }
    say("  one basin × \(long.tasks.count) tasks, chains of \(length): \(milliseconds(deep))")
  }

  /// 5,000 tasks in ten chains of 500, in place of those of the base.
  private func withChains() -> [SourceFile] {
    let phases = [
      "cadrage", "mobilisation", "preparation", "communication", "deroulement", "suites",
    ]
    var text = "<tasks>"
    for (number, phase) in phases.enumerated() {
      text += "<phase id=\"\(phase)\" number=\"\(number + 1)\" title=\"\(phase)\"/>"
    }
    for index in 0..<5_000 {
      let waits = index % 500 == 0 ? "" : " after=\"t\(index - 1)\""
      text += """
        <task id="t\(index)" title="t" phase="cadrage" level="bassin" owner="animateur" \
        lead="\(20 - index % 500 / 50) weeks" for="all"\(waits) standing="proposed">\
        <how>F</how><done>F</done></task>
        """
    }
    return files.map { file in
      if file.id.path.hasSuffix("/tasks.xml") {
        return SourceFile(id: file.id, bytes: Array("\(text)</tasks>".utf8))
      }
      guard ["/lessons.xml", "/messages.xml"].contains(where: file.id.path.hasSuffix) else {
        return file
      }
      let free = String(decoding: file.bytes, as: UTF8.self)
        .replacing(#/ tasks="[^"]*"/#, with: "")
        .replacing(#/ task="[^"]*"/#, with: " moment=\"first-day\"")
      return SourceFile(id: file.id, bytes: Array(free.utf8))
    }
  }

  private func base(_ files: [SourceFile]) -> KnowledgeBase {
    do throws(Stopped) {
      return try load(files, schemas: schemas, folder: "KnowledgeBase").value
    } catch { fail() }
  }

  private func season(of base: KnowledgeBase) -> Season {
    do throws(Stopped) {
      return try Season(base, edition: base[base.currentEdition])
    } catch { fail() }
  }

  private func plan(_ season: Season, _ profile: PlanProfile) -> Plan {
    do throws(Stopped) {
      return try makePlan(season, profile: profile)
    } catch { fail() }
  }
}

func sources(in folder: String) -> [SourceFile] {
  do throws(DiskError) {
    var files: [SourceFile] = []
    for path in try listFiles(under: folder, depthLimit: 2) {
      let place = "\(folder)/\(path)"
      files.append(
        SourceFile(
          id: SourceFile.ID(place), bytes: try readFile(at: place, limitBytes: 16 << 20)))
    }
    return files
  } catch { fail() }
}

func fail() -> Never {
  say("bench: the data cannot be planned")
  exit(1)
}

/// Seconds: the median of five runs.
func middle(_ work: () -> Void) -> Double {
  (0..<5).map { _ in
    let start = ContinuousClock.now
    work()
    let lasted = (ContinuousClock.now - start).components
    return Double(lasted.seconds) + Double(lasted.attoseconds) * 1e-18
  }.sorted()[2]
}
