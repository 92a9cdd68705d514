import Diagnostics
import Documents
import French
import KnowledgeBase
import Ranking
import Tailoring

// The kit's own documents, and what the academic team sees of all kits.

/// A document of a kit, as its plan made it.
struct PlannedDocument {
  let id: String
  /// The id, and the instance for a repeated document: what a link names.
  let key: String
  let number: String
  let title: String
  let purpose: String
  let audience: String
  let moment: String
  let folder: String
  let place: DocumentPlace
  /// Whether its text is another one before an election.
  let changesBeforeElection: Bool
  /// What a person who looks for it wants to do, or nothing.
  let need: String
}

extension PlannedDocument {
  /// Stands where a template is read outside any document.
  static let none = PlannedDocument(
    id: "", key: "", number: "", title: "", purpose: "", audience: "", moment: "", folder: "",
    place: DocumentPlace(folder: "", stem: "", formats: [.html]), changesBeforeElection: false,
    need: "")
}

struct PlannedFolder {
  let id: String
  let title: String
  let documents: [PlannedDocument]
}

/// The blanks of one document.
struct DocumentBlanks {
  let document: PlannedDocument
  let names: [String]
}

struct KitView {
  let stamp: BuildStamp
  let folders: [PlannedFolder]
  let blanks: [DocumentBlanks]
}

private let listedDocumentShape = Shape<PlannedDocument>("listedDocument", documentFields())

private func documentFields() -> [Shape<PlannedDocument>.Field] {
  [
    .text("id", "l’identifiant, pour un lien") { $0.key },
    .text("number", "le numéro au catalogue") { $0.number },
    .text("title", "le titre") { $0.title },
    .text("purpose", "à quoi il sert") { $0.purpose },
    .text("audience", "pour qui") { $0.audience },
    .text("moment", "quand") { $0.moment },
    .flag("changesBeforeElection", "vrai si le texte change à l’approche d’un scrutin") {
      $0.changesBeforeElection
    },
    .text("need", "ce que veut faire qui le cherche : « écrire au maire », ou rien") { $0.need },
    .text("formats", "« HTML et ODT »") {
      listed($0.place.formats.map { $0.rawValue.uppercased() })
    },
  ]
}

private let folderShape = Shape<PlannedFolder>(
  "folder",
  [
    .text("id", "le nom du dossier") { $0.id },
    .text("title", "le titre") { $0.title },
    .init("documents", .list(.record(listedDocumentShape.type)), "ses documents") {
      listedDocumentShape.list(of: $0.documents)
    },
  ])

private let blanksShape = Shape<DocumentBlanks>(
  "documentBlanks",
  [
    .text("id", "le document, pour un lien") { $0.document.key },
    .text("title", "son titre") { $0.document.title },
    .text("folder", "le titre de son dossier") { $0.document.folder },
    .texts("names", "ce qu’il y a à compléter") { $0.names },
  ])

let kitShape = Shape<KitView>(
  "kit",
  [
    .day("day", "le jour que porte le kit") { $0.stamp.day },
    .text("version", "la version du programme") { $0.stamp.version },
    .init("folders", .list(.record(folderShape.type)), "les dossiers") {
      folderShape.list(of: $0.folders)
    },
    .init("documents", .list(.record(listedDocumentShape.type)), "tous les documents") {
      listedDocumentShape.list(of: $0.folders.flatMap(\.documents))
    },
    .init("blanks", .list(.record(blanksShape.type)), "ce qui reste à compléter, par document") {
      blanksShape.list(of: $0.blanks)
    },
    .number("blankCount", "combien de choses restent à compléter") { kit in
      kit.blanks.reduce(0) { $0 + $1.names.count }
    },
  ])

struct DocumentView {
  let document: PlannedDocument
  let view: BriefView
}

let documentShape = Shape<DocumentView>(
  "document",
  [
    .text("id", "l’identifiant") { $0.document.id },
    .text("number", "le numéro au catalogue") { $0.document.number },
    .text("title", "le titre") { $0.document.title },
    .text("purpose", "à quoi il sert") { $0.document.purpose },
    .text("audience", "pour qui") { $0.document.audience },
    .text("moment", "quand") { $0.document.moment },
    .init("lessons", .list(.record(lessonShape.type)), "les retours d’expérience qui y tiennent") {
      lessonShape.list(of: $0.view.lessons[.document($0.document.id)])
    },
    .init("tasks", .list(.record(taskShape.type)), "les tâches qui en ont besoin") { view in
      tasks(view.tasks, view.view)
    },
    .init(
      "before", .list(.record(documentNameShape.type)),
      "les documents qui le précèdent dans le plan"
    ) { documentNameShape.list(of: $0.neighbours(.before)) },
    .init(
      "after", .list(.record(documentNameShape.type)), "les documents qui le suivent dans le plan"
    ) { documentNameShape.list(of: $0.neighbours(.after)) },
  ])

extension DocumentView {
  enum Side { case before, after }

  /// The positions of the tasks that call for it.
  fileprivate var tasks: [Int] { view.callers[document.id] ?? [] }

  /// The documents of the task before the first that calls for it, or after that one; tasks whose
  /// documents are no others are passed over, and what comes before does not come after too.
  fileprivate func neighbours(_ side: Side) -> [DocumentName] {
    guard let first = tasks.first else { return [] }
    let others =
      side == .before ? Array(view.called[..<first].reversed()) : Array(view.called[(first + 1)...])
    let told = [document.id] + (side == .after ? neighbours(.before).map(\.id) : [])
    let lists = others.lazy.map { $0.filter { !told.contains($0) } }
    let ids = lists.first { !$0.isEmpty }?.prefix(2) ?? []
    return ids.map { DocumentName(id: $0, title: view.titles[$0] ?? "") }
  }
}

// MARK: The academic team's page

/// What the academic team's page tells of one kit: numbers only, so that a page over thousands of
/// kits stays small.
package struct KitSummary: Sendable {
  package let id: String
  package let name: String
  package let label: String
  package let department: String
  package let isConfirmed: Bool
  package let isNew: Bool
  /// The paths of its home page and of its zip, from the page's own folder.
  package let home: String
  package let zip: String
  package let zipBytes: Int
  /// The day that the kit carries, as in `2014-09-29`.
  package let day: String
  package let documentCount: Int
  package let blankCount: Int

  package init(
    id: String, name: String, label: String, department: String, isConfirmed: Bool, isNew: Bool,
    home: String, zip: String, zipBytes: Int, day: String, documentCount: Int, blankCount: Int
  ) {
    self.id = id
    self.name = name
    self.label = label
    self.department = department
    self.isConfirmed = isConfirmed
    self.isNew = isNew
    self.home = home
    self.zip = zip
    self.zipBytes = zipBytes
    self.day = day
    self.documentCount = documentCount
    self.blankCount = blankCount
  }
}

/// What a document still lacks, over all kits.
package struct MissingInDocument: Sendable {
  package struct Blank: Sendable {
    package let name: String
    /// In how many kits it is still a blank.
    package let kitCount: Int

    package init(name: String, kitCount: Int) {
      self.name = name
      self.kitCount = kitCount
    }
  }

  package let title: String
  package let blanks: [Blank]

  package init(title: String, blanks: [Blank]) {
    self.title = title
    self.blanks = blanks
  }
}

struct AcademyPageView {
  let academy: AcademyView
  let edition: EditionView
  let stamp: BuildStamp
  let kits: [KitSummary]
  let missing: [MissingInDocument]
  /// The path of the guide for authors from the page; empty without one.
  let guide: String
}

private let missingBlankShape = Shape<MissingInDocument.Blank>(
  "missingBlank",
  [
    .text("name", "ce qu’il y a à compléter") { $0.name },
    .number("kitCount", "dans combien de kits") { $0.kitCount },
  ])

private let missingShape = Shape<MissingInDocument>(
  "missing",
  [
    .text("title", "le document") { $0.title },
    .init("blanks", .list(.record(missingBlankShape.type)), "ce qui y manque") {
      missingBlankShape.list(of: $0.blanks)
    },
  ])

private let summaryShape = Shape<KitSummary>(
  "kitSummary",
  [
    .text("id", "l’identifiant du bassin") { $0.id },
    .text("name", "le nom du bassin") { $0.name },
    .text("label", "« bassin d’Évry »") { $0.label },
    .text("department", "le département") { $0.department },
    .flag("isConfirmed", "vrai si le nom est attesté") { $0.isConfirmed },
    .flag("isNew", "vrai si le bassin commence") { $0.isNew },
    .text("home", "la page d’accueil du kit") { $0.home },
    .text("zip", "le fichier zip du kit, ou rien") { $0.zip },
    .text("zipSize", "sa taille") { "\(inFrench(($0.zipBytes + 1023) / 1024))\u{A0}Ko" },
    .text("day", "le jour que porte le kit") { kit in
      CalendarDay(kit.day)?.inFrench(.numeric) ?? kit.day
    },
    .number("documentCount", "le nombre de documents") { $0.documentCount },
    .number("blankCount", "combien de choses restent à compléter") { $0.blankCount },
  ])

private let totalsShape = Shape<[KitSummary]>(
  "totals",
  [
    .number("kitCount", "le nombre de kits") { $0.count },
    .number("documentTotal", "le nombre de documents") { kits in
      kits.reduce(0) { $0 + $1.documentCount }
    },
    .number("blankTotal", "le nombre de choses à compléter") { kits in
      kits.reduce(0) { $0 + $1.blankCount }
    },
  ])

let stampShape = Shape<BuildStamp>(
  "stamp",
  [
    .day("day", "le jour que portent les kits") { $0.day },
    .text("version", "la version du programme") { $0.version },
  ])

let academyVariables = [
  Variable(name: "academy", type: .record(academyShape.type)),
  Variable(name: "edition", type: .record(editionShape.type)),
  Variable(name: "kit", type: .record(stampShape.type)),
  Variable(name: "kits", type: .list(.record(summaryShape.type))),
  Variable(name: "unconfirmed", type: .list(.record(summaryShape.type))),
  Variable(name: "totals", type: .record(totalsShape.type)),
  Variable(name: "missing", type: .list(.record(missingShape.type))),
  Variable(name: "guide", type: .text),
]

func frame(of view: AcademyPageView) -> Frame {
  [
    academyShape.value(of: view.academy), editionShape.value(of: view.edition),
    stampShape.value(of: view.stamp), summaryShape.list(of: view.kits),
    summaryShape.list(of: view.kits.filter { !$0.isConfirmed }),
    totalsShape.value(of: view.kits), missingShape.list(of: view.missing),
    .text(view.guide),
  ]
}
