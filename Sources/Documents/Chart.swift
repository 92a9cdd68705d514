/// A picture of work over time: periods side by side, and rows across them.
///
/// Days are numbers that count from any one day: a chart only compares them. Whoever cannot see the
/// picture has the description, which says what matters in it.
package struct Chart: Hashable, Sendable {
  package enum Rows: Hashable, Sendable {
    /// From when to when each thing is done.
    case bars([Bar])
    /// How much there is to do in each period.
    case loads([Load])
  }

  package struct Period: Hashable, Sendable {
    package enum Look: String, Hashable, Sendable, CaseIterable {
      case plain
      /// Nothing is done in it: holidays.
      case closed
      /// What all the work is for.
      case goal
    }

    /// The first of its seven days.
    package var start: Int
    package var label: String
    /// What neighbouring periods have in common: a month.
    package var group: String
    package var look: Look

    package init(start: Int, label: String, group: String, look: Look) {
      self.start = start
      self.label = label
      self.group = group
      self.look = look
    }
  }

  package struct Bar: Hashable, Sendable {
    package enum Look: String, Hashable, Sendable, CaseIterable {
      case plain
      /// A part of what must not be late.
      case tight
    }

    package var label: String
    /// Its last day, in words.
    package var note: String
    package var first: Int
    package var last: Int
    package var look: Look

    package init(label: String, note: String, first: Int, last: Int, look: Look) {
      self.label = label
      self.note = note
      self.first = first
      self.last = last
      self.look = look
    }
  }

  package struct Load: Hashable, Sendable {
    package var label: String
    /// One for each period, in any one unit.
    package var amounts: [Int]
    /// The amounts as text; empty for none.
    package var texts: [String]
    /// The amount that is not to be passed.
    package var limit: Int?

    package init(label: String, amounts: [Int], texts: [String], limit: Int?) {
      self.label = label
      self.amounts = amounts
      self.texts = texts
      self.limit = limit
    }
  }

  package var caption: String
  package var description: String
  package var periods: [Period]
  package var rows: Rows

  package init(caption: String, description: String, periods: [Period], rows: Rows) {
    self.caption = caption
    self.description = description
    self.periods = periods
    self.rows = rows
  }

  /// Runs of neighbouring periods of one group, with how many there are.
  package var groups: [(name: String, count: Int)] {
    var groups: [(name: String, count: Int)] = []
    for period in periods {
      if groups.last?.name == period.group {
        groups[groups.count - 1].count += 1
      } else {
        groups.append((period.group, 1))
      }
    }
    return groups
  }
}
