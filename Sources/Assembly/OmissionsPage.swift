package import Diagnostics
import Documents
import French
package import KnowledgeBase
import Templates

/// What a public build leaves out of the kit of one basin for one role: kinds of data, never data.
package struct Omission: Sendable {
  package let basin: Basin
  package let role: Role.ID
  fileprivate let title: String
  package let kinds: [Phrase]
}

extension Workshop {
  /// What kits without personal data leave out, in the order of the basins and of their people.
  package func omissions(from basins: [Basin]) -> [Omission] {
    basins.flatMap { basin in
      basin.people.compactMap { person in
        let kinds: [(value: String?, name: Phrase)] = [
          (person.name, Phrase(en: "name", fr: "nom")),
          (person.function, Phrase(en: "function", fr: "fonction")),
          (person.phone, Phrase(en: "phone", fr: "téléphone")),
          (person.mail, Phrase(en: "mail", fr: "courriel")),
        ]
        let known = kinds.filter { $0.value != nil }.map(\.name)
        guard !known.isEmpty else { return nil }
        return Omission(
          basin: basin, role: person.role, title: base[person.role].title, kinds: known)
      }
    }
  }
}

/// The page for the person who publishes kits: what they do not say, and that nothing else is
/// missing. It stands beside the kits and in none of them.
struct OmissionsPage {
  static let place = DocumentPlace(folder: "", stem: "donnees-otees", formats: [.html])

  let omissions: [Omission]
  let academy: String
  let stamp: BuildStamp

  var document: Document {
    let index = DocumentPlace(folder: "", stem: "index", formats: [.html])
    return Document(
      place: Self.place, title: "Ce que les kits publics ne disent pas",
      header: DocumentHeader(
        context: capitalised(academy),
        purpose: "vérifier, avant de publier, qu’aucune donnée personnelle ne part avec les kits",
        audience: "la personne qui publie les kits", moment: "avant la mise en ligne",
        related: [Link(to: .document(index), [.text("Les kits de l’édition")])],
        issued: stamp.day.inFrench(.medium)),
      body: [.paragraph(Paragraph([.text(typeset(lead))], look: .lead))]
        + (omissions.isEmpty ? [] : [table]) + [.paragraph(Paragraph([.text(typeset(note))]))])
  }

  private var lead: String {
    guard !omissions.isEmpty else {
      return
        "Rien n’a été ôté : la base de connaissances ne contient aucune donnée personnelle sur "
        + "les équipes de ces bassins."
    }
    let basins = count(Set(omissions.map(\.basin.id)).count, "bassin", "bassins")
    return "Les données suivantes ont été ôtées des kits de \(basins). Dans les documents, elles "
      + "sont des champs à remplir. Cette page dit de quelle sorte elles sont, jamais ce qu’elles "
      + "disent."
  }

  private var note: String {
    "Cette page reste à côté des kits : aucun ne la contient. Les photos et les fichiers que vous "
      + "ajouteriez aux kits ne sont pas vérifiés."
  }

  private var table: Block {
    func cell(_ text: String, isHeading: Bool = false) -> Table.Cell {
      Table.Cell([.paragraph(Paragraph([.text(typeset(text))]))], isHeading: isHeading)
    }
    return .table(
      Table(
        caption: "Données ôtées, bassin par bassin",
        columns: [3, 4, 4].map { Table.Column(share: $0) },
        header: [
          Table.Row(["Bassin", "Rôle", "Ce qui est ôté"].map { cell($0, isHeading: true) })
        ],
        rows: omissions.map { omission in
          Table.Row([
            cell(omission.basin.name, isHeading: true), cell(omission.title),
            cell(listed(omission.kinds.map(\.french))),
          ])
        }))
  }
}
