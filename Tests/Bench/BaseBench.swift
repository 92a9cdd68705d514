import Diagnostics
import Glibc
import KnowledgeBase

/// Reading the base: the project's own in this process, and bases of very many actions and basins
/// in processes of their own, whose peak of memory is then theirs alone.
struct BaseBench {
  private let program: String
  private let folder: String
  private let assets: String

  init(program: String, folder: String, assets: String) {
    self.program = program
    self.folder = folder
    self.assets = assets
  }

  func run() {
    say("\nThe base, loaded and validated, one thread (median of 15):")
    let files = ["KnowledgeBase", "Calendars"].flatMap { sources(in: "\(assets)/\($0)") }
    let schemas = sources(in: "\(assets)/Schemas")
    let bytes = files.reduce(0) { $0 + $1.bytes.count }
    let own = middle(of: 15) {
      do throws(Stopped) {
        _ = try load(files, schemas: schemas, folder: "KnowledgeBase")
      } catch {
        say("bench: the base is faulty")
        exit(1)
      }
    }
    say("  \(bytes / 1024) kB: \(milliseconds(own)) (aim: 30 ms at most)")
    for (actions, basins) in [(5_000, 500), (50_000, 5_000)] { grown(actions, basins) }
  }

  /// `trousse sources` loads and validates the whole base, and does little more.
  private func grown(_ actions: Int, _ basins: Int) {
    let data = "\(folder)/base-\(actions)"
    _ = repeatBasins(1, from: assets, to: data)
    grow("actions", "action", to: actions, in: data)
    grow("basins", "basin", to: basins, in: data)
    guard let run = spawn(program, ["sources", "--data", data]) else {
      say("bench: a large base is refused")
      exit(1)
    }
    say(
      "  \(actions) actions, \(basins) basins: \(milliseconds(run.wall)) wall, "
        + "\(run.peakKilobytes / 1024) MB at the peak")
  }

  /// Repeats the items of a file under ids of their own until there are so many.
  private func grow(_ part: String, _ element: String, to count: Int, in data: String) {
    let path = "\(data)/KnowledgeBase/\(part).xml"
    guard let text = text(of: path) else {
      say("bench: cannot read \(path)")
      exit(1)
    }
    let starts = text.ranges(of: "  <\(element) id=\"").map(\.lowerBound)
    guard let first = starts.first, let end = text.ranges(of: "</\(part)>").last else { return }
    let items = zip(starts, starts.dropFirst() + [end.lowerBound]).map { String(text[$0..<$1]) }
    var grown = String(text[..<first])
    for number in 0..<count {
      let item = items[number % items.count]
      let round = number / items.count
      guard round > 0, let id = item.firstRange(of: "id=\"") else {
        grown += item
        continue
      }
      grown += item[..<id.upperBound]
      let rest = item[id.upperBound...]
      let own = rest.prefix { $0 != "\"" }
      grown += "r\(round)-\(own.prefix(40).split(separator: "-").joined(separator: "-"))"
      grown += rest.dropFirst(own.count)
    }
    write(grown + "</\(part)>\n", to: path)
  }
}
