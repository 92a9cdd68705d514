import Assembly
import Diagnostics
import Disk

/// The folders that a run reads.
struct Workplace: Sendable {
  let knowledge: String
  let calendars: String
  let schemas: String
  let templates: String
  private let surroundings: Surroundings

  /// Finds the folders: those of the options, else those that lie beside the program.
  ///
  /// Beside means in the folder of the program or one above it: `Assets` and `KitTemplates` in a
  /// checkout, `share/trousse/Assets` and `share/trousse/KitTemplates` after an installation.
  init(_ typed: InputOptions, _ surroundings: Surroundings) throws(WorkplaceError) {
    self.surroundings = surroundings
    let own = Self.ownFolder(surroundings.executable)
    guard let assets = typed.data ?? own.map({ "\($0)/Assets" }) else { throw .noData }
    guard let templates = typed.templates ?? own.map({ "\($0)/KitTemplates" }) else {
      throw .noTemplates
    }
    self.templates = surroundings.shown(templates)
    // A data folder of one's own may hold only what differs: what it lacks comes from our own.
    func part(_ name: String) -> String {
      let wanted = "\(assets)/\(name)"
      guard let own, !folderExists(at: wanted) else { return surroundings.shown(wanted) }
      return surroundings.shown("\(own)/Assets/\(name)")
    }
    knowledge = surroundings.shown("\(assets)/KnowledgeBase")
    calendars = part("Calendars")
    schemas = part("Schemas")
  }

  private static func ownFolder(_ executable: String) -> String? {
    var folder = executable[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      for place in [String(folder), "\(folder)/share/trousse"]
      where folderExists(at: "\(place)/Assets") && folderExists(at: "\(place)/KitTemplates") {
        return place
      }
    }
    return nil
  }

  /// All folders that are read.
  var folders: [String] { [templates, knowledge, calendars, schemas] }

  /// Reads all files of a build.
  func inputs() throws(DiskError) -> BuildInputs {
    let knowledgeFiles = try read(knowledge, endings: [".xml"], limitBytes: 256_000_000)
    let pictureFiles = try read(knowledge, endings: [".png", ".jpg", ".jpeg", ".svg"])
    let calendarFiles = try read(calendars, endings: [".xml"])
    let schemaFiles = try read(schemas, endings: [".rng"])
    let templateFiles = try read(templates, endings: [".xml", ".txt", ".fodt", ".odt", ".ott"])
    let lookFiles = try read(templates, endings: [".css", ".js", ".fodt"])
    return BuildInputs(
      knowledgeFolder: knowledge, templatesFolder: templates,
      knowledge: (knowledgeFiles + pictureFiles + calendarFiles).map(\.file),
      schemas: schemaFiles.map(\.file),
      templates: byPath(templateFiles), look: byPath(lookFiles))
  }

  /// No template comes near 16 MB, and no part of a base near 256 MB; more is a mistake, told
  /// before anything is read.
  private func read(
    _ folder: String, endings: [String], limitBytes: Int = 16 << 20
  ) throws(DiskError) -> [(path: String, file: SourceFile)] {
    var files: [(path: String, file: SourceFile)] = []
    for path in try listFiles(under: folder, depthLimit: 8)
    where endings.contains(where: path.hasSuffix) {
      let place = "\(folder)/\(path)"
      let bytes = try readFile(at: place, limitBytes: limitBytes)
      files.append((path, SourceFile(id: SourceFile.ID(place), bytes: bytes)))
    }
    return files
  }

  private func byPath(_ files: [(path: String, file: SourceFile)]) -> [String: SourceFile] {
    Dictionary(files.map { ($0.path, $0.file) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Why the folders of a run cannot be found.
enum WorkplaceError: Error {
  case noData, noTemplates

  var diagnostic: Diagnostic {
    switch self {
    case .noData:
      Diagnostic(
        "usage.no-data", .error,
        Phrase(
          en: "no data folder lies beside the program",
          fr: "aucun dossier de données ne se trouve à côté du programme"),
        help: [Phrase(en: "name one with `--data`", fr: "indiquez-en un avec « --data »")])
    case .noTemplates:
      Diagnostic(
        "usage.no-templates", .error,
        Phrase(
          en: "no templates lie beside the program",
          fr: "aucun dossier de modèles ne se trouve à côté du programme"),
        help: [
          Phrase(
            en: "name their folder with `--templates`",
            fr: "indiquez leur dossier avec « --templates »")
        ])
    }
  }
}
