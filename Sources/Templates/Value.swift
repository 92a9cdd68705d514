package import Documents
package import French
package import KnowledgeBase

/// What an expression gives.
package enum Value: Hashable, Sendable {
  case text(String)
  /// Paragraphs and lists.
  case rich([Block])
  case picture(Logo)
  case number(Int)
  /// A number with decimals: one without is always a `number`.
  case decimal(DecimalNumber)
  case day(CalendarDay)
  case time(ClockTime)
  /// An amount in cents of a euro.
  case money(Int)
  case boolean(Bool)
  case list([Value])
  /// Its fields, in the order of its `RecordType`.
  case record([Value])
  /// Where a loop stands, a record of four fields: one is made for each item, and costs nothing.
  case loop(index: Int, count: Int)
  /// Something that nobody has said yet, by name.
  case blank(String)
}

extension Value {
  /// A number, whether it has decimals or not.
  init(_ number: DecimalNumber) {
    self = number.whole.map { .number($0) } ?? .decimal(number)
  }

  var isTrue: Bool {
    if case .boolean(true) = self { true } else { false }
  }

  var items: [Value] {
    if case .list(let items) = self { items } else { [] }
  }

  func field(_ index: Int) -> Value {
    switch self {
    case .record(let fields): fields[index]
    case .loop(let place, let count): loopField(index, at: place, of: count)
    case .blank: self
    case .text, .rich, .picture, .number, .decimal, .day, .time, .money, .boolean, .list:
      preconditionFailure("a field was asked of what is no record")
    }
  }

  /// As it stands in a message.
  package var printed: String { prose }

  /// As it stands in a sentence; a blank by its name.
  var prose: String {
    switch self {
    case .text(let text), .blank(let text): text
    case .rich(let blocks): plainText(of: blocks)
    case .number(let number): inFrench(number)
    case .decimal(let number): number.inFrench
    case .day(let day): day.inFrench(.medium)
    case .time(let time): time.inFrench
    case .money(let cents): euros(cents: cents, .brief)
    case .boolean(let isTrue): isTrue ? "oui" : "non"
    case .picture, .list, .record, .loop:
      preconditionFailure("a picture, a list or a record was put into a sentence")
    }
  }
}
