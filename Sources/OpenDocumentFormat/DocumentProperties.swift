/// What a document says of itself, in its properties, its page header and its footer.
package struct DocumentProperties: Hashable, Sendable {
  package var title: String
  /// Basin and edition in one line: the page header shows it beside the title.
  package var subject: String
  package var description: String?
  /// Who publishes it: the academy.
  package var creator: String
  /// The kit and its day, as in « Kit du 17 novembre 2014 »: the page footer shows it.
  package var kit: String
  /// As in `fr-FR`.
  package var language: String
  /// The day of the kit, as in `2014-11-17`; the documents carry no other date.
  package var day: String
  /// The program and its version, as in `trousse/1.0`.
  package var generator: String

  package init(
    title: String, subject: String, description: String? = nil, creator: String, kit: String,
    language: String = "fr-FR", day: String, generator: String
  ) {
    self.title = title
    self.subject = subject
    self.description = description
    self.creator = creator
    self.kit = kit
    self.language = language
    self.day = day
    self.generator = generator
  }
}
