/// One of several equal parts of a build, for one of several machines: `3/8` is the third of eight.
///
/// The parts of one number are disjoint and together everything. Basins are dealt out like cards,
/// so that parts differ by one basin at most.
struct Shard: Hashable, Sendable, CustomStringConvertible {
  let index: Int
  let count: Int

  /// Nil unless the text is two numbers with a slash between, the first from 1 to the second.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], count <= 10_000,
      index >= 1, index <= count
    else { return nil }
    self.index = index
    self.count = count
  }

  var description: String { "\(index)/\(count)" }

  func part<Element>(of all: [Element]) -> [Element] {
    stride(from: index - 1, to: all.count, by: count).map { all[$0] }
  }
}
