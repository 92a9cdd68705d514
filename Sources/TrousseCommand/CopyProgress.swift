import Diagnostics

/// How far a copy has come, how fast it goes, and how long it still takes: for a person who waits
/// before a slow key. Only this reads a clock, and nothing but the line on the terminal comes of it.
struct CopyProgress {
  private let console: Console
  private let kitCount: Int
  private let totalBytes: Int
  private let start = ContinuousClock.now
  private var doneKits = 0
  private var doneBytes = 0
  private var lastLine = ContinuousClock.now

  /// - Parameter keptBytes: what of the kits need not be copied.
  init(_ parcels: [Parcel], done keptBytes: Int = 0, _ console: Console) {
    self.console = console
    kitCount = parcels.count
    totalBytes = parcels.reduce(-keptBytes) { $0 + $1.sizeBytes }
  }

  mutating func add(bytes: Int) {
    doneBytes += bytes
    // A line for every file would cost more than it tells.
    guard ContinuousClock.now - lastLine > .milliseconds(100) else { return }
    lastLine = .now
    console.progress(line)
  }

  mutating func endKit() {
    doneKits += 1
    if doneKits == kitCount { console.endProgress() } else { console.progress(line) }
  }

  private var line: Phrase {
    copyLine(
      kits: doneKits, of: kitCount, bytes: doneBytes, of: totalBytes,
      after: (ContinuousClock.now - start).seconds)
  }
}

/// `3 of 24 kits, 12 MB of 34, 8.5 MB/s, 3 s left`; without speed in the first moments, when nobody
/// knows it yet.
func copyLine(
  kits: Int, of kitCount: Int, bytes: Int, of totalBytes: Int, after seconds: Double
) -> Phrase {
  let (done, total) = (bytes / 1_000_000, totalBytes / 1_000_000)
  let english = "\(kits) of \(kitCount) kits, \(done) MB of \(total)"
  let french = "\(kits) kits sur \(kitCount), \(done) Mo sur \(total)"
  guard seconds >= 0.5, bytes > 0 else { return Phrase(en: english, fr: french) }
  let perSecond = Double(bytes) / seconds
  let tenths = Int((perSecond / 100_000).rounded())
  let left = Int((Double(totalBytes - bytes) / perSecond).rounded(.up))
  return Phrase(
    en: "\(english), \(tenths / 10).\(tenths % 10) MB/s, \(waiting(left)) left",
    fr: "\(french), \(tenths / 10),\(tenths % 10) Mo/s, encore \(waiting(left))")
}

/// `40 s`, `2 min 5 s`, in both languages alike.
private func waiting(_ seconds: Int) -> String {
  seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
}

extension Duration {
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
