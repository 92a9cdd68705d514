package import Diagnostics
import Documents
import French
package import KnowledgeBase
import Templates

extension Workshop {
  /// The reference of the language as a text to read in a terminal, with examples of a basin.
  package func fieldsText(for basin: Basin) -> String {
    let reference = languageReference(brief: brief(of: basin))
    var text = ""
    for record in reference.records {
      text += record.isVariable ? "\(record.name) : \(record.type)\n" : "\(record.type)\n"
      text += record.fieldsText
    }
    for family in reference.filters {
      text += "\n\(family.family)\n"
      for filter in family.filters {
        text += "  \(filter.usage) : \(filter.meaning)\n"
        text += "    {{ \(filter.example) }} → \(filter.result)\n"
      }
    }
    return text
  }

  /// The same as a document to read on screen or to print, in HTML and ODT, with its style.
  ///
  /// - Throws: `Stopped` never in practice: the paths are ours.
  package func fieldsFiles(for basin: Basin) throws(Stopped) -> [LooseFile] {
    let reference = languageReference(brief: brief(of: basin))
    let place = DocumentPlace(folder: "", stem: "champs", formats: [.html, .odt])
    let title = "Champs et filtres des modèles"
    let document = Document(
      place: place, title: title, page: .landscape,
      header: DocumentHeader(
        context: "Édition \(edition.id) · exemples du bassin \(basin.de)",
        purpose: "Savoir ce qu’un modèle peut nommer, et comment l’écrire",
        audience: "L’équipe académique, pour écrire ses modèles",
        moment: "Pendant l’écriture d’un modèle", issued: stamp.day.inFrench(.medium)),
      body: fieldBlocks(reference) + filterBlocks(reference))
    return try files(of: [document], Outline(title: title, home: place, folders: []))
  }

  private func fieldBlocks(_ reference: LanguageReference) -> [Block] {
    var blocks: [Block] = [
      .heading(Heading(level: 2, [.text("Les champs")])),
      .paragraph(
        Paragraph([
          .text(
            "Un modèle nomme un champ entre deux paires d’accolades. Un champ que personne n’a "
              + "rempli devient un blanc à compléter, montré ici entre crochets.")
        ])),
    ]
    for record in reference.records {
      let title =
        record.isVariable ? "\(record.name) : \(record.type)" : capitalised(record.type)
      blocks.append(.heading(Heading(level: 3, [.text(title)])))
      guard !record.fields.isEmpty else { continue }
      let prefix = record.isVariable ? "\(record.name)." : ""
      blocks.append(
        table(
          ["Champ", "Sorte", "Ce que c’est", "Exemple"], shares: [4, 3, 5, 5],
          record.fields.map { ["\(prefix)\($0.name)", $0.type, $0.meaning, $0.example] }))
    }
    return blocks
  }

  private func filterBlocks(_ reference: LanguageReference) -> [Block] {
    var blocks: [Block] = [.heading(Heading(level: 2, [.text("Les filtres")]))]
    for family in reference.filters {
      blocks.append(.heading(Heading(level: 3, [.text(family.family)])))
      blocks.append(
        table(
          ["Filtre", "Ce qu’il donne", "On écrit", "On obtient"], shares: [4, 5, 6, 4],
          family.filters.map { [$0.usage, $0.meaning, "{{ \($0.example) }}", $0.result] }))
    }
    return blocks
  }

  private func table(_ head: [String], shares: [Int], _ rows: [[String]]) -> Block {
    func row(_ texts: [String], isHeading: (Int) -> Bool) -> Table.Row {
      Table.Row(
        texts.enumerated().map { index, text in
          Table.Cell(
            text.isEmpty ? [] : [.paragraph(Paragraph([.text(text)]))],
            isHeading: isHeading(index), span: 1)
        })
    }
    return .table(
      Table(
        caption: nil, columns: shares.map { Table.Column(share: $0) },
        header: [row(head) { _ in true }], rows: rows.map { row($0) { $0 == 0 } }))
  }
}

extension LanguageReference.Record {
  /// A line for each field.
  var fieldsText: String {
    fields.reduce(into: "") { text, field in
      text += "  \(field.name) (\(field.type)) : \(field.meaning)"
      text += field.example.isEmpty ? "\n" : " ; exemple : \(field.example)\n"
    }
  }
}
