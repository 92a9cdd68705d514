import Assembly
import Diagnostics
import TestSupport

/// The inputs that a text of files holds, with the repository's schemas and look.
func tinyInputs(_ text: String) throws -> BuildInputs {
  let all = files(in: text)
  let templates = all.filter { $0.id.path.hasPrefix("templates/") }
  return BuildInputs(
    knowledgeFolder: "base", templatesFolder: "templates",
    knowledge: all.filter { !$0.id.path.hasPrefix("templates/") }, schemas: try assets("Schemas"),
    templates: Dictionary(
      uniqueKeysWithValues: templates.map {
        (String($0.id.path.dropFirst("templates/".count)), $0)
      }),
    look: try Samples.inputs().look)
}
