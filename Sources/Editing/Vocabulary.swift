import Diagnostics
import KnowledgeBase
import Markup

/// The files of the base as trees, and the ids that they define.
struct Vocabulary {
  let roots: [KnowledgeBase.Part: XMLElement]
  private var ids: [Field.Target: [String]] = [:]

  init(_ roots: [KnowledgeBase.Part: XMLElement]) {
    self.roots = roots
    let places: [(Field.Target, KnowledgeBase.Part, String)] = [
      (.source, .sources, "source"), (.department, .academy, "department"),
      (.edition, .editions, "edition"), (.basin, .basins, "basin"), (.role, .roles, "role"),
      (.phase, .tasks, "phase"), (.task, .tasks, "task"), (.theme, .actions, "theme"),
    ]
    for (target, part, element) in places { ids[target] = definitions(of: element, in: part) }
    let stakes = (roots[.editions]?.elements ?? []).flatMap(\.elements)
      .filter { $0.name == "stake" }.compactMap { $0["id"]?.value }
    var seen: Set<String> = []
    ids[.theme] = (stakes + self[.theme]).filter { seen.insert($0).inserted }
  }

  /// In the order of the files.
  subscript(target: Field.Target) -> [String] { ids[target] ?? [] }

  private func definitions(of element: String, in part: KnowledgeBase.Part) -> [String] {
    (roots[part]?.elements ?? []).filter { $0.name == element }.compactMap { $0["id"]?.value }
  }
}
