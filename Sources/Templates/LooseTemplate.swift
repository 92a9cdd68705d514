package import Diagnostics
package import Documents
package import Tailoring

/// What a template that stands apart from the plan of a kit may name.
package struct TemplateFields: Hashable, Sendable {
  /// Whether the variables of a basin's kit are in reach: `basin`, `team`, `plan` and the others.
  package let hasKit: Bool
  /// Variables of its own, such as the columns of a list. They hide the kit's of the same name.
  package let own: [RecordType.Field]

  package init(_ own: [RecordType.Field], hasKit: Bool = false) {
    self.own = own
    self.hasKit = hasKit
  }

  /// The names that the kit's variables have.
  package static var kitNames: [String] { kitVariables.map(\.name) }

  var scope: Scope {
    Scope(
      (hasKit ? kitVariables : []) + own.map { Variable(name: $0.name, type: $0.type) })
  }
}

/// A compiled template of either kind, for documents that are in no kit.
///
/// Made by `compileTemplate`. It is a value: compile it once, render it for each row of a list.
package struct LooseTemplate: Sendable {
  package let fields: TemplateFields
  /// The names of its own fields that the template never asks for, in the order of the fields.
  package let unusedFields: [String]
  let template: KitPlan.EntryTemplate
}

/// The values of a basin's kit, read once for all documents that are made with them.
package struct KitValues: Sendable {
  let view: BriefView
  /// The values of all variables but `document`.
  let frame: Frame

  /// - Parameter template: the document of the plan that is made with them, if it is one.
  package init(brief: Brief, stamp: BuildStamp, for template: PlannedTemplate? = nil) {
    let telling = template.flatMap { $0.entry.isSheet ? $0.entry.id : nil }
    view = BriefView(brief: brief, titles: [:], telling: Set([telling].compactMap(\.self)))
    frame =
      globalValues(of: view) + [
        kitShape.value(of: KitView(stamp: stamp, folders: [], blanks: []))
      ]
  }
}

/// A document that is in no kit.
package struct LooseDocument: Sendable {
  /// One made from a Writer template has blocks where it is to be a page too.
  package let document: Document
  /// What was made from a Writer template.
  package let office: OfficeDocument?
}

extension LooseTemplate {
  /// The document that the values make.
  ///
  /// - Parameters:
  ///   - values: one for each own field, in their order and of their types, or a blank.
  ///   - kit: the values of the kit, exactly if the fields have one.
  ///   - item: what the kit's plan makes the document for, if it knows the template.
  ///   - title: what `document.title` gives and the document is called, unless a Writer template
  ///     has a title of its own.
  /// - Throws: `Stopped` when a row does not fill its table, or a Writer document is larger than a
  ///   page may be.
  /// - Complexity: linear in the size of what is composed.
  package func document(
    _ values: [Value], of kit: KitValues? = nil, as item: PlannedItem? = nil, titled title: String,
    at place: DocumentPlace, header: DocumentHeader
  ) throws(Stopped) -> LooseDocument {
    precondition(values.count == fields.own.count, "a field has no value, or a value no field")
    precondition((kit != nil) == fields.hasKit, "the kit's values are missing, or not asked for")
    let frame = self.frame(of: kit, as: item, titled: title, at: place) + values
    var document = Document(place: place, title: title, header: header, body: [])
    switch template {
    case .vocabulary(let template):
      let (body, diagnostics) = Composer.compose(template, with: frame)
      guard diagnostics.isEmpty else { throw Stopped(diagnostics) }
      document.body = body
      document.kind = template.kind
      document.page = template.page
      return LooseDocument(document: document, office: nil)
    case .writer(let template):
      let office = template.document(in: frame)
      try document.take(office, from: template)
      return LooseDocument(document: document, office: office)
    }
  }

  func frame(
    of kit: KitValues?, as item: PlannedItem?, titled title: String, at place: DocumentPlace
  ) -> Frame {
    guard let kit else { return [] }
    let document = DocumentView(
      document: item?.document ?? .loose(title, at: place), view: kit.view)
    return kit.frame + [documentShape.value(of: document)]
  }
}

extension PlannedDocument {
  /// A document that no plan speaks of.
  fileprivate static func loose(_ title: String, at place: DocumentPlace) -> PlannedDocument {
    PlannedDocument(
      id: "", key: "", number: "", title: title, purpose: "", audience: "", moment: "", folder: "",
      place: place, changesBeforeElection: false, need: "")
  }
}
