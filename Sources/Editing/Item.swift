import Diagnostics
import Markup

/// An element of the base that has a row of its own in a sheet.
struct Item {
  /// That of its attribute `id`; else of what it belongs to and what tells it apart there:
  /// `evry/animateur`.
  let id: String
  let element: XMLElement
  /// The element in which it stands, for an item that belongs to another one.
  let owner: XMLElement?
}

/// How the items of a kind are told apart when they have no id of their own.
struct Belonging: Sendable {
  /// The name of the elements, directly below the root, in which the items stand; nothing when they
  /// stand below the root themselves.
  let owner: String?
  /// The attribute that tells them apart there; nothing when only their order does.
  let key: String?
  /// What stands before them in their owner.
  let follows: [String]

  init(to owner: String? = nil, key: String? = nil, after follows: [String] = []) {
    self.owner = owner
    self.key = key
    self.follows = follows
  }
}

extension ItemKind {
  /// The items below a root, in the order of the file. One without an id is left out: the schema
  /// refuses it.
  func items(in root: XMLElement?) -> [Item] {
    let elements = root?.elements ?? []
    guard let belonging else { return items(among: elements, of: nil, nil) }
    guard let owner = belonging.owner else { return items(among: elements, of: nil, belonging) }
    return elements.filter { $0.name == owner }
      .flatMap { items(among: $0.elements, of: $0, belonging) }
  }

  private func items(
    among elements: [XMLElement], of owner: XMLElement?, _ belonging: Belonging?
  ) -> [Item] {
    let own = elements.filter { $0.name == element }
    return own.enumerated().compactMap { number, element in
      let key = belonging.map { $0.key.map { element[$0]?.value } ?? "\(number + 1)" }
      guard let last = key ?? element["id"]?.value else { return nil }
      guard let owner else { return Item(id: last, element: element, owner: nil) }
      guard let first = owner["id"]?.value else { return nil }
      return Item(id: "\(first)/\(last)", element: element, owner: owner)
    }
  }
}
