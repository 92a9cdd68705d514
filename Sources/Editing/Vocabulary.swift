import Diagnostics
import French
import KnowledgeBase
import Markup

/// The files of the base as trees, and the ids that they define.
struct Vocabulary {
  let roots: [KnowledgeBase.Part: XMLElement]
  private var ids: [Field.Target: [String]] = [:]
  /// What people call them, folded: names, short names, codes, each with the first that has it.
  private var called: [Field.Target: [String: String]] = [:]

  init(_ roots: [KnowledgeBase.Part: XMLElement]) {
    self.roots = roots
    let places: [(Field.Target, KnowledgeBase.Part, String)] = [
      (.source, .sources, "source"), (.department, .academy, "department"),
      (.edition, .editions, "edition"), (.basin, .basins, "basin"), (.role, .roles, "role"),
      (.phase, .tasks, "phase"), (.task, .tasks, "task"), (.theme, .actions, "theme"),
      (.term, .glossary, "term"),
      (.formula, .formulas, "formula"), (.quantity, .quantities, "quantity"),
    ]
    for (target, part, element) in places {
      ids[target] = definitions(of: element, in: part)
      called[target] = names(of: (roots[part]?.elements ?? []).filter { $0.name == element })
    }
    let stakes = (roots[.editions]?.elements ?? []).flatMap(\.elements)
      .filter { $0.name == "stake" }.compactMap { $0["id"]?.value }
    let named = (roots[.editions]?.elements ?? []).flatMap(\.elements)
      .filter { $0.name == "stake" }
    called[.theme, default: [:]].merge(names(of: named)) { first, _ in first }
    var seen: Set<String> = []
    ids[.theme] = (stakes + self[.theme]).filter { seen.insert($0).inserted }
  }

  /// In the order of the files.
  subscript(target: Field.Target) -> [String] { ids[target] ?? [] }

  /// The id that a person means: itself, or the one that bears this name, title or code. What means
  /// nothing stays as it is, for the base to refuse.
  func id(_ text: String, of target: Field.Target) -> String {
    if self[target].contains(text) { return text }
    return called[target]?[folded(text)] ?? text
  }

  private func names(of elements: [XMLElement]) -> [String: String] {
    var names: [String: String] = [:]
    for element in elements {
      guard let id = element["id"]?.value else { continue }
      for attribute in ["name", "title", "short", "code"] {
        guard let name = element[attribute]?.value else { continue }
        let key = folded(typeset(name))
        if names[key] == nil { names[key] = id }
      }
    }
    return names
  }

  private func definitions(of element: String, in part: KnowledgeBase.Part) -> [String] {
    (roots[part]?.elements ?? []).filter { $0.name == element }.compactMap { $0["id"]?.value }
  }
}
