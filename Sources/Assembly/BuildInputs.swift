package import Diagnostics

/// Every file that a build reads, in memory.
package struct BuildInputs: Sendable {
  /// The folders as the person knows them, for messages.
  package var knowledgeFolder: String
  package var templatesFolder: String
  package var knowledge: [SourceFile]
  package var schemas: [SourceFile]
  /// The XML and text templates, by their path from the templates' folder.
  package var templates: [String: SourceFile]
  /// The look: stylesheet, script and reference document.
  package var look: [String: SourceFile]

  package init(
    knowledgeFolder: String, templatesFolder: String, knowledge: [SourceFile],
    schemas: [SourceFile], templates: [String: SourceFile], look: [String: SourceFile]
  ) {
    self.knowledgeFolder = knowledgeFolder
    self.templatesFolder = templatesFolder
    self.knowledge = knowledge
    self.schemas = schemas
    self.templates = templates
    self.look = look
  }

  /// All files by id, for the renderer of diagnostics.
  package var sources: [SourceFile.ID: [UInt8]] {
    let all = knowledge + schemas + Array(templates.values) + Array(look.values)
    return Dictionary(all.map { ($0.id, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }
}
