import Diagnostics
package import Documents
import French
import KnowledgeBase
import Templates

/// The catalogue of the kit's documents, for the academic team: what each is for, for whom, when
/// and with whom, read from the plan and the tasks.
struct CataloguePage {
  private let base: KnowledgeBase
  private let entries: [CatalogueEntry]
  private let stamp: BuildStamp

  static let place = DocumentPlace(folder: "", stem: "catalogue", formats: [.html, .odt])

  static let headings = [
    "N°", "Document", "À quoi il sert", "Pour qui", "Phase et tâches qui l’appellent",
    "Qui le tient", "Kits", "Pages",
  ]

  init(_ base: KnowledgeBase, _ plan: KitPlan, _ stamp: BuildStamp) {
    self.base = base
    entries = plan.catalogueEntries
    self.stamp = stamp
  }

  var document: Document {
    let index = DocumentPlace(folder: "", stem: "index", formats: [.html])
    let numbers = Set(entries.compactMap { Int($0.number) })
    return Document(
      place: Self.place, title: "Le catalogue des documents", page: .landscape,
      header: DocumentHeader(
        context: "\(capitalised(base.academy.fullName)), \(base.academy.programme)",
        purpose: "Voir tous les documents d’un kit, ce qu’ils font et qui s’en sert",
        audience: "L’équipe académique et les équipes départementales",
        moment: "Avant de relire ou de changer un modèle",
        related: [Link(to: .document(index), [.text("Les kits de l’édition")])],
        issued: stamp.day.inFrench(.medium)),
      body: [
        .paragraph(
          Paragraph(
            [
              .text(
                "\(count(entries.count, "modèle", "modèles")) pour "
                  + "\(count(numbers.count, "numéro", "numéros")) du catalogue ; les lettres, "
                  + "les fiches de rôle et les dates se répètent pour chaque destinataire.")
            ], look: .lead)), .table(table),
      ])
  }

  private var table: Table {
    let shares = [2, 7, 9, 7, 10, 6, 5, 2]
    let folders = entries.map(\.folder)
    let rows = entries.enumerated().flatMap { index, entry -> [Table.Row] in
      let row = Table.Row(cells(of: entry))
      guard index == 0 || folders[index - 1] != entry.folder else { return [row] }
      let band = Table.Cell(paragraphs(entry.folder), isHeading: true, span: shares.count)
      return [Table.Row([band], look: .band), row]
    }
    return Table(
      caption: "Les documents, dans l’ordre des dossiers",
      columns: shares.enumerated().map { index, share in
        Table.Column(share: share, alignment: index == 7 ? .end : .start)
      },
      header: [
        Table.Row(Self.headings.map { Table.Cell(paragraphs($0), isHeading: true) })
      ], rows: rows)
  }

  private func cells(of entry: CatalogueEntry) -> [Table.Cell] {
    let tasks = base.tasks.filter { task in task.documents.contains { $0.value == entry.id } }
    let phases = base.phases.compactMap { phase -> String? in
      let own = tasks.filter { $0.phase == phase.id }.map { lowered($0.short) }
      return own.isEmpty ? nil : "\(phase.title)\u{A0}: \(own.joined(separator: "\u{202F}; "))"
    }
    let owner =
      base.roles.first { $0.id.text == entry.owner } ?? tasks.first.map { base[$0.owner] }
    let texts = [
      entry.number, entry.title, entry.purpose, entry.audience,
      phases.isEmpty ? "toute l’année" : phases.joined(separator: ". "),
      owner.map { capitalised($0.short) } ?? "", entry.only.isEmpty ? "tous" : entry.only,
      pages(entry.pages),
    ]
    return texts.enumerated().map { Table.Cell(paragraphs($1), isHeading: $0 == 1) }
  }

  private func pages(_ pages: ClosedRange<Int>?) -> String {
    guard let pages else { return "" }
    return pages.count == 1 ? "\(pages.lowerBound)" : "\(pages.lowerBound)-\(pages.upperBound)"
  }

  private func paragraphs(_ text: String) -> [Block] {
    text.isEmpty ? [] : [.paragraph(Paragraph([.text(text)]))]
  }
}

extension Workshop {
  /// The catalogue of the documents of all kits.
  package var catalogue: Document { CataloguePage(base, kitPlan, stamp).document }
}
