import Diagnostics
import Documents
import French
import KnowledgeBase
import Templates

/// The compiled guide, nil for a folder of templates without one. It is a Writer document, and a
/// template itself: what it says of fields and filters comes from the compiler's own lists.
func compileGuide(_ templates: [String: SourceFile]) throws(Stopped) -> LooseTemplate? {
  guard let file = templates[guidePath] else { return nil }
  return try compileTemplate(file, in: templates, fields: TemplateFields(guideFields))
}

/// The academy's fields and those of the language.
private let guideFields = NamedValues.academyFields + NamedValues.languageFields

extension Workshop {
  /// Where the guide stands in the academic team's output; nil without one.
  var guidePlace: DocumentPlace? {
    guard guide != nil else { return nil }
    return DocumentPlace(folder: "", stem: "guide-des-modeles", formats: [.html, .odt])
  }

  /// The guide with examples of the first basin.
  func guideFiles() throws(Stopped) -> [LooseFile] {
    guard let guide, let guidePlace, let basin = base.basins.first else { return [] }
    let academy = NamedValues.ofAcademy(
      base.academy, principles: base.principles, edition: edition, stamp: stamp)
    let language = NamedValues.of(languageReference(brief: brief(of: basin)))
    let title = "Écrire ses propres modèles"
    let made = try guide.document(
      academy.values + language.values, titled: title, at: guidePlace,
      header: DocumentHeader(
        context: "\(capitalised(base.academy.fullName)) · édition \(edition.id)",
        purpose: "", audience: "L’équipe académique", moment: "",
        issued: stamp.day.inFrench(.medium)))
    return try rendered(
      [made.document], Outline(title: title, home: guidePlace, folders: []),
      made.office.map { [guidePlace: $0] } ?? [:])
  }
}
