/// A day of the week. The raw value is that of ISO 8601: Monday is 1, Sunday is 7.
package enum Weekday: Int, Hashable, Sendable, CaseIterable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// The name, in lower case: « lundi ».
  package var inFrench: String {
    switch self {
    case .monday: "lundi"
    case .tuesday: "mardi"
    case .wednesday: "mercredi"
    case .thursday: "jeudi"
    case .friday: "vendredi"
    case .saturday: "samedi"
    case .sunday: "dimanche"
    }
  }

  /// Whether it is a Saturday or a Sunday.
  package var isWeekend: Bool { self == .saturday || self == .sunday }
}
