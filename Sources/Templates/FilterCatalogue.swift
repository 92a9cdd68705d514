/// The filters that authors may use, family by family.
enum FilterCatalogue {
  static let families: [(title: String, rules: [FilterRule])] = [
    ("Jours et heures", dayRules), ("Nombres", numberRules), ("Textes", textRules),
    ("Personnes et fonctions", personRules), ("Listes", listRules),
  ]

  static let names = families.flatMap { $0.rules.map(\.name) }

  static func rule(_ name: String) -> FilterRule? { rules[name] }

  private static let rules = Dictionary(
    families.flatMap(\.rules).map { ($0.name, $0) },
    uniquingKeysWith: { _, _ in preconditionFailure("two filters have one name") })
}
