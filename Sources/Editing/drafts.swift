package import Diagnostics
import KnowledgeBase
import Markup
package import Sheets

/// The sheets of the knowledge base, one a kind, with the lists of their columns.
///
/// - Parameter files: the XML files of the base's folder.
/// - Throws: `Stopped` when a file cannot be read, or is missing.
package func drafts(of files: [SourceFile]) throws(Stopped) -> [(kind: ItemKind, sheet: SheetDraft)]
{
  let vocabulary = Vocabulary(try partRoots(of: files))
  return ItemKind.all.map { kind in (kind, draft(of: kind, vocabulary)) }
}

/// The trees of the files, by what they are.
func partRoots(of files: [SourceFile]) throws(Stopped) -> [KnowledgeBase.Part: XMLElement] {
  var roots: [KnowledgeBase.Part: XMLElement] = [:]
  for part in KnowledgeBase.Part.allCases {
    guard let file = file(of: part, in: files) else {
      if part.isOptional { continue }
      throw Stopped([.missingPart(part.fileName)])
    }
    roots[part] = try parse(file, limits: .data)
  }
  return roots
}

func file(of part: KnowledgeBase.Part, in files: [SourceFile]) -> SourceFile? {
  files.first { $0.id.path.hasSuffix("/" + part.fileName) || $0.id.path == part.fileName }
}

private func draft(of kind: ItemKind, _ vocabulary: Vocabulary) -> SheetDraft {
  let items = kind.items(in: vocabulary.roots[kind.part])
  return SheetDraft(
    name: kind.sheet, columns: kind.fields.map { column(of: $0, vocabulary) },
    rows: items.map { item in kind.fields.map { $0.shown($0.value(in: item)) } })
}

private func column(of field: Field, _ vocabulary: Vocabulary) -> SheetDraft.Column {
  let content: SheetDraft.Column.Content =
    switch field.content {
    case .id, .text, .choices, .references, .words, .lead: .text
    case .number: .wholeNumber
    case .day: .day
    case .flag: .choice(Field.flags.map(\.label))
    case .choice(let words): .choice(words.map(\.label))
    case .reference(let target): vocabulary[target].isEmpty ? .text : .choice(vocabulary[target])
    }
  let isID = if case .id = field.content { true } else { false }
  return SheetDraft.Column(
    heading: field.heading, help: field.help, content: content, widthMillimetres: field.width,
    isProtected: isID)
}
