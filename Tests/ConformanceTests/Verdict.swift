import Foundation
import Testing

/// What a judge says of many files: a line of numbers, and the faults behind them.
struct Verdict {
  private let name: String
  private var passed = 0
  private var failures: [(subject: String, faults: [String])] = []

  init(_ name: String) { self.name = name }

  /// Counts one file: passed when it has no fault.
  mutating func add(_ subject: String, _ faults: [String]) {
    if faults.isEmpty { passed += 1 } else { failures.append((subject, faults)) }
  }

  mutating func add(_ findings: [Finding]) {
    for finding in findings { add(Kits.short(finding.file), finding.faults) }
  }

  var faultyCount: Int { failures.count }

  /// Prints the numbers and fails the test over the faults; nothing judged is a fault too.
  func tell(_ remark: String = "", sourceLocation: SourceLocation = #_sourceLocation) {
    let more = remark.isEmpty ? "" : " (\(remark))"
    // Written straight away, and whole, as judges run beside one another.
    let line = "\(name): \(passed) passed, \(failures.count) failed\(more)\n"
    FileHandle.standardOutput.write(Data(line.utf8))
    #expect(passed + failures.count > 0, "nothing to judge", sourceLocation: sourceLocation)
    guard !failures.isEmpty else { return }
    let told = failures.prefix(30).map { failure in
      "\(failure.subject): \(failure.faults.prefix(5).joined(separator: " | "))"
    }
    let rest = failures.count > told.count ? ["and \(failures.count - told.count) more"] : []
    Issue.record(
      "\(name): \((told + rest).joined(separator: "\n"))", sourceLocation: sourceLocation)
  }
}
