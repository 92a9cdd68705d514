package import Diagnostics
package import Documents

/// Whether many documents are made apart, or as pages of one.
package enum Gathering: Hashable, Sendable {
  case apart
  /// Pages of one document: so many of the last own fields change from page to page.
  case together(changing: Int)

  /// The scope of what all pages share, where there are pages.
  func shared(of scope: Scope) -> Scope? {
    switch self {
    case .apart: nil
    case .together(let changing): Scope(Array(scope.variables.dropLast(changing)))
    }
  }
}

extension LooseTemplate {
  /// One document in which each row of values makes a page, or as many pages as it needs.
  ///
  /// The template was compiled for this (`Gathering.together`).
  ///
  /// - Parameter rows: never empty; each as `document(_:of:as:titled:at:header:)` wants it.
  /// - Throws: as that does.
  package func pages(
    _ rows: some Sequence<(values: [Value], item: PlannedItem?)>, of kit: KitValues? = nil,
    titled title: String, at place: DocumentPlace, header: DocumentHeader
  ) throws(Stopped) -> LooseDocument {
    precondition((kit != nil) == fields.hasKit, "the kit's values are missing, or not asked for")
    func frame(_ row: (values: [Value], item: PlannedItem?)) -> Frame {
      self.frame(of: kit, as: row.item, titled: title, at: place) + row.values
    }
    var document = Document(place: place, title: title, header: header, body: [])
    switch template {
    case .vocabulary(let template):
      for row in rows {
        let (body, diagnostics) = Composer.compose(template, with: frame(row))
        guard diagnostics.isEmpty else { throw Stopped(diagnostics) }
        if !document.body.isEmpty { document.body.append(.pageBreak) }
        document.body += body
      }
      document.kind = template.kind
      document.page = template.page
      return LooseDocument(document: document, office: nil)
    case .writer(let template):
      guard let first = rows.first(where: { _ in true }) else {
        preconditionFailure("a merge has no row")
      }
      let office = template.document(of: rows.lazy.map(frame), sharing: frame(first))
      try document.take(office, from: template)
      return LooseDocument(document: document, office: office)
    }
  }
}
