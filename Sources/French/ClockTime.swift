/// A time of day to the minute, from 00:00 to 23:59.
package struct ClockTime: Hashable, Sendable {
  /// Minutes since midnight.
  package let minutesSinceMidnight: Int

  /// The time of these fields, or nil when a clock does not show it.
  package init?(hour: Int, minute: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    minutesSinceMidnight = hour * 60 + minute
  }

  /// The time written `08:30`: two digits and two, as in ISO 8601.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"), let hour = decimal(bytes[0..<2]),
      let minute = decimal(bytes[3..<5])
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  /// The hour, 0 to 23.
  package var hour: Int { minutesSinceMidnight / 60 }

  /// The minute, 0 to 59.
  package var minute: Int { minutesSinceMidnight % 60 }

  /// The time so many minutes later, or nil when that is no longer the same day.
  package func adding(minutes: Int) -> ClockTime? {
    let (sum, isTooFar) = minutesSinceMidnight.addingReportingOverflow(minutes)
    guard !isTooFar, sum >= 0 else { return nil }
    return ClockTime(hour: sum / 60, minute: sum % 60)
  }

  /// The time in French, without a break: « 8 h 30 », « 14 h », « 9 h 05 ».
  package var inFrench: String {
    let hours = "\(hour)\(NoBreak.space)h"
    return minute == 0 ? hours : "\(hours)\(NoBreak.space)\(padded(minute, to: 2))"
  }
}

/// The time from one hour to another: « de 8 h 30 à 10 h ».
package func timeRange(_ first: ClockTime, _ last: ClockTime) -> String {
  "de \(first.inFrench) à \(last.inFrench)"
}

extension ClockTime: Comparable {
  package static func < (first: ClockTime, second: ClockTime) -> Bool {
    first.minutesSinceMidnight < second.minutesSinceMidnight
  }
}

extension ClockTime: CustomStringConvertible {
  /// The time as ISO 8601 writes it: `08:30`.
  package var description: String { "\(padded(hour, to: 2)):\(padded(minute, to: 2))" }
}

/// A length of time in French, without a break: « 45 min », « 2 h », « 1 h 30 ».
///
/// A negative length has no meaning and is written as nothing lasted, « 0 min ».
package func duration(minutes: Int) -> String {
  let (hours, rest) = max(0, minutes).quotientAndRemainder(dividingBy: 60)
  if hours == 0 { return "\(rest)\(NoBreak.space)min" }
  let whole = "\(inFrench(hours))\(NoBreak.space)h"
  return rest == 0 ? whole : "\(whole)\(NoBreak.space)\(padded(rest, to: 2))"
}
