import Glibc

struct Bench {
  private let program: String
  private let folder: String
  private let assets: String
  private let templates: String

  init() {
    let words = CommandLine.arguments
    guard words.count == 5 else {
      say("usage: bench PROGRAM FOLDER ASSETS TEMPLATES")
      exit(2)
    }
    program = words[1]
    folder = words[2]
    assets = words[3]
    templates = words[4]
  }

  func run() {
    let rounds = 5
    say("All kits of the edition, HTML, ODT and zip (median of \(rounds)):")
    let output = "\(folder)/kits"
    _ = build(to: output)
    // In turn, so that a change in the machine's speed meets both.
    let runs = (0..<rounds).map { _ in (build(to: output), measureFloor(of: output)) }
    let whole = median(runs.map(\.0))
    let floor = median(runs.map(\.1))
    let documents = countDocuments(in: output)
    report(whole, documents: documents)
    say(
      "  floor      \(milliseconds(floor.cpu)) CPU, \(milliseconds(floor.wall)) wall: "
        + "deflating and writing the same bytes")
    say("  CPU ratio  \(ratio(whole.cpu, floor.cpu)) times the floor (aim: 3.00 at most)")

    say("\nOne basin, a cold process (median of 15):")
    let cold = median((0..<15).map { _ in build(to: "\(folder)/one", ["--basin", "evry"]) })
    report(cold, documents: nil)

    // The program's own time says how the cost grows; the system's is that of the disk, and differs
    // from run to run by more than the program takes.
    say("\nGrowth: the same basins again and again (median of \(rounds), the last one once):")
    let start = cold.user
    var first: Double?
    for copies in [1, 10, 100] {
      let data = "\(folder)/data-\(copies)"
      let basins = repeatBasins(copies, from: assets, to: data)
      let kits = "\(folder)/grown"
      let run = median(
        (0..<(copies == 100 ? 1 : rounds)).map { _ in
          removeTree(kits)
          return build(to: kits, ["--data", data])
        })
      // What one kit takes beyond the start of the process and the first kit.
      let each = (run.user - start) / Double(basins - 1)
      let compared = first.map { ", \(ratio(each, $0)) times the first" } ?? ""
      first = first ?? each
      say(
        "  \(padded(basins, 4)) kits  \(milliseconds(run.wall)) wall, \(milliseconds(each)) "
          + "of the program's own time a kit\(compared), \(run.peakKilobytes / 1024) MB at the peak"
      )
      removeTree(kits)
    }
    TrustBench(program: program, folder: folder).run()
    PlanBench(assets: assets).run()
    RankBench(assets: assets).run()
    TemplateBench(reference: "\(templates)/look/reference.fodt").run()
    BaseBench(program: program, folder: folder, assets: assets).run()
  }

  /// Builds afresh: what is there already as it would be built costs nothing.
  private func build(to output: String, _ more: [String] = []) -> Measure {
    removeTree(output)
    let words = ["build", "--edition", "2015", "--zip", "--out", output] + more
    guard let measure = spawn(program, words) else {
      say("bench: `\(program)` failed")
      exit(1)
    }
    return measure
  }

  private func measureFloor(of output: String) -> Measure {
    let result = "\(folder)/floor.txt"
    let words = ["floor", output, "\(folder)/floor", result]
    guard spawn(CommandLine.arguments[0], words) != nil, let measure = Measure(from: result) else {
      say("bench: the floor failed")
      exit(1)
    }
    return measure
  }

  private func report(_ measure: Measure, documents: Int?) {
    say("  wall       \(milliseconds(measure.wall))")
    say("  CPU        \(milliseconds(measure.cpu))")
    if let documents {
      let rate = Int(Double(documents) / measure.wall)
      say("  documents  \(documents) files in HTML and ODT, \(rate) a second")
    }
    say("  peak       \(measure.peakKilobytes / 1024) MB")
  }
}

/// What one run cost.
struct Measure {
  /// Seconds.
  var wall: Double
  /// Seconds of all processors, user and system.
  var cpu: Double
  /// Seconds of the program's own, without the system's on its behalf.
  var user: Double
  var peakKilobytes: Int
}

extension Measure {
  /// Hands wall and CPU time from one process to another, in microseconds.
  func write(to path: String) {
    guard let file = fopen(path, "w") else { return }
    fputs("\(Int(wall * 1e6)) \(Int(cpu * 1e6))", file)
    fclose(file)
  }

  init?(from path: String) {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 80)
    guard fgets(&line, 80, file) != nil else { return nil }
    let words = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let numbers = String(decoding: words, as: UTF8.self).split(separator: " ")
      .compactMap { Double($0) }
    guard numbers.count == 2 else { return nil }
    self.init(wall: numbers[0] / 1e6, cpu: numbers[1] / 1e6, user: 0, peakKilobytes: 0)
  }
}

/// Each figure's own median.
func median(_ runs: [Measure]) -> Measure {
  func middle<Value: Comparable>(_ values: [Value]) -> Value { values.sorted()[values.count / 2] }
  return Measure(
    wall: middle(runs.map(\.wall)), cpu: middle(runs.map(\.cpu)),
    user: middle(runs.map(\.user)),
    peakKilobytes: middle(runs.map(\.peakKilobytes)))
}

func milliseconds(_ seconds: Double) -> String { "\(Int((seconds * 10_000).rounded()) / 10) ms" }

func ratio(_ first: Double, _ second: Double) -> String {
  let hundredths = Int((first / second * 100).rounded())
  return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
}

func padded(_ number: Int, _ width: Int) -> String {
  let text = "\(number)"
  return String(repeating: " ", count: max(0, width - text.count)) + text
}

func say(_ line: String) { puts(line) }

/// The median of so many runs, in seconds.
func middle(of count: Int, _ work: () -> Void) -> Double {
  (0..<count).map { _ in
    let start = ContinuousClock.now
    work()
    let lasted = (ContinuousClock.now - start).components
    return Double(lasted.seconds) + Double(lasted.attoseconds) * 1e-18
  }.sorted()[count / 2]
}
