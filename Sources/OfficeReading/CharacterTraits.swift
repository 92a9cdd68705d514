import Diagnostics
import Markup

/// What a style says of letters; nil where it says nothing.
struct CharacterTraits: Hashable, Sendable {
  enum Position: Hashable, Sendable {
    case raised, base, lowered
  }

  var isBold: Bool?
  var isItalic: Bool?
  var isUnderlined: Bool?
  var position: Position?
  var isHidden: Bool?
  /// What is typed or shown by a program.
  var isCode: Bool?

  /// - Parameter style: a `style:style` with `style:text-properties`.
  init(of style: XMLElement) {
    for properties in style.elements where properties.name == "style:text-properties" {
      for attribute in properties.attributes {
        let value = attribute.value.string
        switch attribute.name {
        case "fo:font-weight": isBold = value == "bold" || Int(value).map { $0 >= 600 } ?? false
        case "fo:font-style": isItalic = value != "normal"
        case "style:text-underline-style": isUnderlined = value != "none"
        case "style:text-position": position = Position(value)
        case "text:display": isHidden = value == "none"
        default: break
        }
      }
    }
  }

  init() {}

  /// Whether letters are emphasised: in italics, or underlined where they are not bold already. A
  /// page underlines links and nothing else, so what underlining means is carried over, not its line.
  var isEmphasised: Bool { isItalic == true || isUnderlined == true && isBold != true }

  /// What holds where `inner` stands within this.
  func overridden(by inner: CharacterTraits) -> CharacterTraits {
    var traits = self
    traits.isBold = inner.isBold ?? isBold
    traits.isItalic = inner.isItalic ?? isItalic
    traits.isUnderlined = inner.isUnderlined ?? isUnderlined
    traits.position = inner.position ?? position
    traits.isHidden = inner.isHidden ?? isHidden
    traits.isCode = inner.isCode ?? isCode
    return traits
  }
}

extension CharacterTraits.Position {
  /// `super 58%`, `sub 58%` or a height in percent (20.384).
  init(_ text: String) {
    let first = text.prefix { $0 != " " }
    let percent = first.hasSuffix("%") ? Double(first.dropLast()) : nil
    if first == "super" || percent.map({ $0 > 0 }) == true {
      self = .raised
    } else if first == "sub" || percent.map({ $0 < 0 }) == true {
      self = .lowered
    } else {
      self = .base
    }
  }
}

extension CharacterTraits {
  /// What the name of a character style says, whatever the style looks like: an academy may restyle
  /// it. Styles that only mark what stands in them, such as links, say nothing.
  init?(styleName name: String) {
    self.init()
    switch name {
    case "Strong Emphasis": isBold = true
    case "Emphasis": isItalic = true
    case "Exposant": position = .raised
    case "Indice": position = .lowered
    case "Source Text", "Teletype", "Example", "User Entry": isCode = true
    case "Internet link", "Visited Internet Link", "Champ à compléter", "Case", "Source",
      "Footnote Symbol", "Footnote anchor", "Endnote Symbol", "Endnote anchor", "Placeholder":
      break
    default: return nil
    }
  }
}
