import Foundation
import TestSupport
import Testing

// Other people's programs judge the kits: they share no code with ours, so that a mistake of ours
// is not repeated by its check. `make conformance` builds all kits, names their folder in
// TROUSSE_KITS and sets TROUSSE_CONFORMANCE; a plain `swift test` passes over all of this.

let environment = ProcessInfo.processInfo.environment

/// The root of the repository.
let checkout = URL(filePath: RepositoryInputs.root, directoryHint: .isDirectory)

extension Trait where Self == ConditionTrait {
  /// Runs only under `make conformance`.
  static var conformance: Self {
    .enabled(if: environment["TROUSSE_CONFORMANCE"] == "1", "`make conformance` runs the judges")
  }

  /// Passed over, by name, where a person has not installed a judge; CI must have them all.
  static func judges(_ tools: Tool...) -> Self {
    let missing = tools.filter { $0.path == nil }.map(\.name)
    let isCI = !(environment["CI"] ?? "").isEmpty
    return .enabled(
      if: isCI || missing.isEmpty,
      "missing: \(missing.joined(separator: ", ")); `make conformance JUDGES=install` installs it")
  }

  /// The OASIS schemas are nobody's to hand on, so that CI may lack them too.
  static var openDocumentSchemas: Self {
    .enabled(if: OpenDocumentSchemas.folder != nil, "ODF_SCHEMAS names no folder of schemas")
  }
}

/// The schemas of OpenDocument 1.3, in the folder that ODF_SCHEMAS names.
enum OpenDocumentSchemas {
  static let folder: URL? = environment["ODF_SCHEMAS"].flatMap { path in
    path.isEmpty ? nil : URL(filePath: path, relativeTo: checkout)
  }

  static var document: String { path("OpenDocument-v1.3-schema.rng") }
  static var manifest: String { path("OpenDocument-v1.3-manifest-schema.rng") }

  private static func path(_ name: String) -> String {
    folder.map { $0.appending(path: name).path(percentEncoded: false) } ?? name
  }
}
