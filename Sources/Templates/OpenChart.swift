import Documents
import French

/// A chart that the composer has begun and not ended.
struct OpenChart {
  private var periods: [Chart.Period] = []
  private var bars: [Chart.Bar] = []
  private var loads: [Chart.Load] = []

  /// Adds a period or a row; a row without its days is none.
  mutating func append(_ piece: ChartPiece, _ frame: Frame) {
    switch piece {
    case .period(let start, let label, let group, let look):
      guard case .day(let day) = start.value(in: frame) else { return }
      periods.append(
        Chart.Period(
          start: day.daysSince1970, label: label.text(in: frame), group: group.text(in: frame),
          look: look))
    case .bar(let label, let note, let first, let last, let look):
      guard case .day(let start) = first.value(in: frame),
        case .day(let end) = last.value(in: frame)
      else { return }
      bars.append(
        Chart.Bar(
          label: label.text(in: frame), note: note.text(in: frame), first: start.daysSince1970,
          last: end.daysSince1970, look: look))
    case .load(let label, let minutes, let limit):
      let amounts = minutes.value(in: frame).items.map(\.number)
      let most = limit.value(in: frame).number
      loads.append(
        Chart.Load(
          label: label.text(in: frame), amounts: amounts, texts: amounts.map(hours),
          limit: most > 0 ? most : nil))
    }
  }

  /// The chart, or nothing when it would have no rows.
  func chart(isTimeline: Bool, caption: String, description: String) -> Chart? {
    let loads = loads.filter { $0.amounts.count == periods.count }
    guard !periods.isEmpty, !(isTimeline ? bars.isEmpty : loads.isEmpty) else { return nil }
    return Chart(
      caption: caption, description: description, periods: periods,
      rows: isTimeline ? .bars(bars) : .loads(loads))
  }
}

extension Value {
  /// A number, and 0 for what nobody has said.
  fileprivate var number: Int {
    if case .number(let number) = self { number } else { 0 }
  }
}

/// Minutes as hours to the half, for narrow places: « 2,5 »; nothing for nothing.
private func hours(_ minutes: Int) -> String {
  guard minutes > 0 else { return "" }
  let halves = max(1, (minutes + 15) / 30)
  return halves % 2 == 0 ? "\(halves / 2)" : "\(halves / 2),5"
}
