import Diagnostics

/// What was found in the kits, each fault once: most stand in all kits, as a template is at fault.
struct Proof {
  private let common: [Diagnostic]
  private var faults: [String: [Diagnostic]] = [:]

  init(_ common: [Diagnostic]) { self.common = common }

  mutating func add(_ faults: [Diagnostic], of basin: String) { self.faults[basin] = faults }

  /// Each as it stands in the first basin that has it, so that it does not depend on which kit was
  /// finished first.
  func faults(order basins: [String]) -> [Diagnostic] {
    struct Key: Hashable {
      let id: Diagnostic.ID
      let message: Phrase
      let span: SourceSpan?
    }
    var seen: Set<Key> = []
    return (common + basins.flatMap { faults[$0] ?? [] }).filter { fault in
      seen.insert(Key(id: fault.id, message: fault.message, span: fault.span)).inserted
    }
  }
}
