package import Diagnostics
import French
import KnowledgeBase
import Markup
import Sheets

/// An item of the base with all that it says, for people to read.
package struct ItemView: Sendable {
  package let kind: ItemKind
  package let id: String
  /// Its title, its name, or the beginning of its text.
  package let title: String
  /// Headings and values as a sheet shows them, without the id and without what is blank.
  package let fields: [(heading: String, value: String)]
  package let file: SourceFile.ID
}

/// All items of the base that people edit, in the order of the files.
///
/// - Throws: `Stopped` when a file cannot be read.
/// - Complexity: linear in the size of the files.
package func itemViews(of files: [SourceFile]) throws(Stopped) -> [ItemView] {
  let roots = try partRoots(of: files)
  return ItemKind.all.flatMap { kind in
    kind.items(in: roots[kind.part]).map { ItemView($0, kind) }
  }
}

extension ItemView {
  fileprivate init(_ item: Item, _ kind: ItemKind) {
    self.kind = kind
    id = item.id
    file = item.element.span.file
    let shown = kind.fields.compactMap { field -> (field: Field, value: String)? in
      switch field.shown(field.value(in: item)) {
      case .empty: nil
      case .text(let text), .day(let text): (field, text)
      case .number(let number): (field, String(number))
      }
    }
    let naming = ["title", "name", "short", "school-year", "academy", "text"]
    let names = naming.compactMap { name in shown.first { $0.field.name == name }?.value }
    title = names.first.map { $0.count > 100 ? $0.prefix(97) + "…" : $0 } ?? id
    fields = shown.filter { ![.attribute("id"), .identity].contains($0.field.place) }.map {
      ($0.field.heading, $0.value)
    }
  }

  /// The first field that holds the text, whatever its accents and case; nothing if none does.
  ///
  /// - Parameter text: as `folded` gives it.
  package func match(_ text: String) -> (heading: String, value: String)? {
    fields.first { folded($0.value).contains(text) }
  }
}

extension ItemKind {
  /// The kind that a person means: `basin`, « bassin », `basins`, « Bassins ».
  package static func named(_ word: String) -> ItemKind? {
    let wanted = slug(word)
    return all.first { kind in
      let names = [
        kind.element, kind.part.rawValue, kind.sheet, kind.english.one, kind.english.many,
        kind.french.one, kind.french.many,
      ]
      return names.contains { slug($0) == wanted }
    }
  }

  /// Its name, for one of them.
  package var phrase: Phrase { Phrase(en: english.one, fr: french.one) }
}
