/// How long before the week something is due, or after it when negative: « 22 weeks »,
/// « 6 school-weeks », « 3 school-days », and « 0 weeks » for the week itself.
package struct LeadTime: Hashable, Sendable {
  package enum Unit: String, Hashable, Sendable, CaseIterable {
    /// Weeks of the calendar, counted from the Monday of the week: due by the last school day.
    case weeks
    /// The same, but weeks without any class do not count.
    case schoolWeeks = "school-weeks"
    /// Days with class, counted from the first day of the week, or from its last when negative.
    case schoolDays = "school-days"
  }

  package let count: Int
  package let unit: Unit

  package init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// A number and a unit, which may stand in the singular; at most 999 of them.
  package init?(_ text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2, let count = Int(words[0]), abs(count) < 1000,
      let unit = Unit.allCases.first(where: { unit in
        words[1] == unit.rawValue || words[1] == unit.rawValue.dropLast()
      })
    else { return nil }
    self.init(count, unit)
  }
}

extension LeadTime: CustomStringConvertible {
  /// As the files write it.
  package var description: String {
    "\(count) \(abs(count) == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)"
  }
}
