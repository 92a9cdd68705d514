/// One document of a kit, in no format yet.
package struct Document: Hashable, Sendable {
  /// What the document is on paper: it decides which frame a writer puts around the body.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A working sheet of the team: title, small header, body.
    case sheet
    /// A letter: it leaves the team, so its office form bears nothing but the letter.
    case letter
    /// A form that others fill in: its title and its fields, without the team's header.
    case form
  }

  package enum Page: String, Hashable, Sendable, CaseIterable {
    case portrait, landscape
  }

  package var place: DocumentPlace
  package var title: String
  package var kind: Kind
  package var page: Page
  package var header: DocumentHeader
  package var body: [Block]

  package init(
    place: DocumentPlace, title: String, kind: Kind = .sheet, page: Page = .portrait,
    header: DocumentHeader, body: [Block]
  ) {
    self.place = place
    self.title = title
    self.kind = kind
    self.page = page
    self.header = header
    self.body = body
  }
}

/// Where a document stands in the kit, whatever its formats.
package struct DocumentPlace: Hashable, Sendable {
  package enum Format: String, Hashable, Sendable, CaseIterable {
    case html, odt
    /// The document's tables alone, as a spreadsheet.
    case ods
  }

  /// The folder's name, or empty at the root of the kit.
  package var folder: String
  /// The file's name without its extension: ASCII, safe on every file system.
  package var stem: String
  /// In the order of `Format.allCases`; never empty.
  package var formats: [Format]

  package init(folder: String, stem: String, formats: [Format]) {
    precondition(!formats.isEmpty, "a document has at least one format")
    self.folder = folder
    self.stem = stem
    self.formats = formats
  }

  /// The path from the kit's root, as in `03-partenaires/23-lettre-au-maire.odt`.
  package func path(as format: Format) -> String {
    folder.isEmpty ? "\(stem).\(format.rawValue)" : "\(folder)/\(stem).\(format.rawValue)"
  }

  /// The format a reader gets who reads in `format`: the same one where it exists.
  package func nearest(to format: Format) -> Format {
    formats.contains(format) ? format : formats[0]
  }
}

/// The small header that opens every sheet: what it is for, for whom, when, and what goes with it.
package struct DocumentHeader: Hashable, Sendable {
  /// Basin, edition and dates in one line.
  package var context: String
  /// A warning to keep beside the context, such as a basin's name that is not confirmed yet.
  package var notice: String?
  package var purpose: String
  package var audience: String
  package var moment: String
  package var related: [Link]
  /// What the abbreviations of the document stand for, as far as its text does not say so itself.
  package var abbreviations: [Abbreviation]
  /// What a page says below these lines, and paper does not: where the document comes in the plan.
  package var notes: [Paragraph] = []
  /// The day of the kit, in words.
  package var issued: String

  package struct Abbreviation: Hashable, Sendable {
    package var short: String
    package var long: String

    package init(short: String, long: String) {
      self.short = short
      self.long = long
    }
  }

  package init(
    context: String, notice: String? = nil, purpose: String, audience: String, moment: String,
    related: [Link] = [], abbreviations: [Abbreviation] = [], issued: String
  ) {
    self.context = context
    self.notice = notice
    self.purpose = purpose
    self.audience = audience
    self.moment = moment
    self.related = related
    self.abbreviations = abbreviations
    self.issued = issued
  }
}

extension DocumentHeader {
  /// « CIO : centre d’information et d’orientation ; MLDS : … », empty without any.
  package var abbreviationLine: String {
    abbreviations.map { "\($0.short)\u{A0}: \($0.long)" }.joined(separator: "\u{202F}; ")
  }
}
