import Diagnostics
import Markup

/// Where the walk through a Writer document is, in the words of who wrote it.
struct OfficeOutline {
  fileprivate struct Table {
    let name: String
    var row = 0
    var column = 0
  }

  private var heading: String?
  private var tables: [Table] = []
  private var zones: [Phrase] = []

  mutating func enter(_ element: XMLElement) {
    switch element.name {
    case "table:table": tables.append(Table(name: element["table:name"]?.value ?? ""))
    // A row outside a table is against the standard, and comes all the same.
    case "table:table-row" where !tables.isEmpty:
      tables[tables.count - 1].row += 1
      tables[tables.count - 1].column = 0
    case "table:table-cell" where !tables.isEmpty,
      "table:covered-table-cell" where !tables.isEmpty:
      tables[tables.count - 1].column += 1
    default: if let zone = Self.zone(of: element) { zones.append(zone) }
    }
  }

  mutating func leave(_ element: XMLElement) {
    if element.name == "table:table" {
      tables.removeLast()
    } else if Self.zone(of: element) != nil {
      zones.removeLast()
    }
  }

  /// Notes a heading, under which what follows stands.
  mutating func read(_ paragraph: XMLElement, _ text: String) {
    if paragraph.name == "text:h", !text.isEmpty { heading = text }
  }

  var place: [Phrase] {
    var place: [Phrase] = []
    if let heading {
      place.append(Phrase(en: "under the heading “\(heading)”", fr: "sous le titre « \(heading) »"))
    }
    place += zones
    if let table = tables.last {
      place.append(
        Phrase(
          en: "table “\(table.name)”, cell \(table.cell)",
          fr: "tableau « \(table.name) », cellule \(table.cell)"))
    }
    return place
  }

  private static func zone(of element: XMLElement) -> Phrase? {
    switch element.name {
    case "style:header", "style:header-left", "style:header-first":
      Phrase(en: "page header", fr: "en-tête de page")
    case "style:footer", "style:footer-left", "style:footer-first":
      Phrase(en: "page footer", fr: "pied de page")
    case "text:note": Phrase(en: "note", fr: "note")
    case "draw:frame":
      Phrase(
        en: "frame “\(element["draw:name"]?.value ?? "")”",
        fr: "cadre « \(element["draw:name"]?.value ?? "") »")
    default: nil
    }
  }
}

extension OfficeOutline.Table {
  /// `B3`, as Writer counts.
  fileprivate var cell: String {
    var letters = ""
    var rest = max(column, 1)
    while rest > 0 {
      let letter = UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      letters = String(Character(letter)) + letters
      rest = (rest - 1) / 26
    }
    return "\(letters)\(row)"
  }
}
