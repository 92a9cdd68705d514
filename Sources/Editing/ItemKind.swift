import French
package import KnowledgeBase

/// A kind of item that people edit in a sheet of its own.
package struct ItemKind: Sendable {
  package let part: KnowledgeBase.Part
  /// The name of its elements, directly below the root unless it belongs to others.
  let element: String
  /// The name of its sheet, which is its plural: « Actions ».
  package let sheet: String
  /// One and several of them, for reports.
  let english: (one: String, many: String)
  let french: (one: String, many: String)
  /// The first is the id.
  let fields: [Field]
  /// Attributes that every item has and no sheet shows.
  let fixed: [(name: String, value: String)]
  /// Headings of lists that others publish and that the base has no use for.
  let passedOver: [String]
  /// Nothing for items with an id of their own.
  let belonging: Belonging?
  /// Attributes of a child that the schema wants and no sheet shows.
  let fixedOfChildren: [String: [(name: String, value: String)]]
  /// The names of an item's children, as the schema wants them to follow one another.
  let childOrder: [String]

  init(
    part: KnowledgeBase.Part, element: String, sheet: String,
    english: (one: String, many: String), french: (one: String, many: String), fields: [Field],
    fixed: [(name: String, value: String)] = [], passedOver: [String] = [],
    belonging: Belonging? = nil,
    fixedOfChildren: [String: [(name: String, value: String)]] = [:],
    childOrder: [String]? = nil
  ) {
    self.part = part
    self.element = element
    self.sheet = sheet
    self.english = english
    self.french = french
    self.fields = fields
    self.fixed = fixed
    self.passedOver = passedOver
    self.belonging = belonging
    self.fixedOfChildren = fixedOfChildren
    self.childOrder = childOrder ?? fields.compactMap(\.child)
  }

  /// The name of its file without an ending: `retours-d-experience`.
  package var fileName: String { slug(sheet) }
}

/// A column of a sheet, and where its values stand in the XML.
struct Field: Sendable {
  enum Place: Hashable, Sendable {
    case attribute(String)
    /// The text of the element itself.
    case text
    /// The text of the one child of this name.
    case child(String)
    /// The texts of all children of this name: lines of the cell.
    case children(String)
    case childAttribute(String, String)
    /// The id that is made of what an item belongs to.
    case identity
    /// The id of the element in which it stands, which has this name.
    case owner(String)
  }

  enum Content: Sendable {
    case id, text, number, day
    /// `yes` and, where it may be said, `no`: « oui », « non ».
    case flag
    /// Words of the vocabulary, with the way in which people say them.
    case choice([Word])
    case choices([Word])
    case reference(Target)
    case references(Target)
    /// A time before the week: `6 school-weeks`, « 6 semaines de classe ».
    case lead
    /// Ids of documents of the kit, and others that only later stages know.
    case words
  }

  struct Word: Hashable, Sendable {
    let code: String
    let label: String
    /// Other ways in which people write it.
    let also: [String]

    init(code: String, label: String, also: [String] = []) {
      self.code = code
      self.label = label
      self.also = also
    }
  }

  /// What a reference may point at: elements of a part with an id.
  enum Target: Hashable, Sendable {
    case source, department, edition, basin, role, phase, task, theme, term, formula, quantity
  }

  let heading: String
  let place: Place
  let content: Content
  let help: String
  /// Other headings of the same column, in lists that others publish.
  let aliases: [String]
  let width: Int

  init(
    _ heading: String, _ place: Place, _ content: Content, _ help: String = "",
    aliases: [String] = [], width: Int = 40
  ) {
    self.heading = heading
    self.place = place
    self.content = content
    self.help = help
    self.aliases = aliases
    self.width = width
  }

  /// The name of the child in which its values stand.
  var child: String? {
    switch place {
    case .attribute, .text, .identity, .owner: nil
    case .child(let name), .children(let name), .childAttribute(let name, _): name
    }
  }

  /// The name in the XML, by which a heading may call it too.
  var name: String {
    switch place {
    case .attribute(let name), .child(let name), .children(let name): name
    case .text: "text"
    case .childAttribute(let child, let name): "\(child)-\(name)"
    case .identity: "identity"
    case .owner(let name): name
    }
  }
}

/// A text as an id: small letters without accents, digits and single hyphens, 60 at most.
func slug(_ text: String) -> String {
  let words = folded(text).split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
  var result = ""
  for word in words {
    let longer = result.isEmpty ? String(word) : "\(result)-\(word)"
    guard longer.utf8.count <= 60 else { break }
    result = longer
  }
  return result
}
