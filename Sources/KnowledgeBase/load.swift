package import Diagnostics
import French
import Markup

/// Loads the knowledge base.
///
/// - Parameters:
///   - files: the XML files of the base's folder and of the calendars' folder, and the pictures in
///     the base's folder `pictures`, in any order.
///   - schemas: the RELAX NG files.
///   - folder: the base's folder as the person knows it, for messages.
/// - Throws: `Stopped` with every problem that could be found when there is an error among them.
/// - Complexity: linear in the size of the files.
package func load(
  _ files: [SourceFile], schemas: [SourceFile], folder: String
) throws(Stopped) -> Reported<KnowledgeBase> {
  var diagnostics: [Diagnostic] = []
  let roots = roots(of: files, schemas, folder, &diagnostics)
  // A broken file would make every reference into it look wrong: one cause, one report.
  guard !diagnostics.hasErrors else { throw Stopped(diagnostics) }
  var loader = Loader(roots: roots, pictures: pictures(among: files))
  let parts = loader.parts()
  let calendar = loader.calendar()
  diagnostics += loader.reader.diagnostics
  guard let parts, !diagnostics.hasErrors else { throw Stopped(diagnostics) }
  return Reported(KnowledgeBase(parts, calendar: calendar), diagnostics)
}

/// The trees of the files, by name, each judged by its schema. A schema is compiled once.
private func roots(
  of files: [SourceFile], _ schemas: [SourceFile], _ folder: String,
  _ diagnostics: inout [Diagnostic]
) -> [String: XMLElement] {
  var roots: [String: XMLElement] = [:]
  let optional = Set(KnowledgeBase.Part.allCases.filter(\.isOptional).map(\.fileName))
  let parts = KnowledgeBase.Part.allCases.map { (schema: $0.schemaName, names: [$0.fileName]) }
  for (schemaName, names) in parts + [(CalendarPart.schema, CalendarPart.fileNames)] {
    var found: [(name: String, file: SourceFile)] = []
    for name in names {
      let path = "/\(name)"
      if let file = files.first(where: { $0.id.path.hasSuffix(path) || $0.id.path == name }) {
        found.append((name, file))
      } else if !optional.contains(name) {
        diagnostics.append(.missingFile(name, in: folder))
      }
    }
    guard !found.isEmpty else { continue }
    guard let schema = schemas.first(where: { $0.id.path.hasSuffix("/\(schemaName)") }) else {
      diagnostics.append(.missingFile(schemaName, in: "Schemas"))
      continue
    }
    do throws(Stopped) {
      try read(found, RelaxNGSchema(schema), &roots, &diagnostics)
    } catch {
      diagnostics += error.diagnostics
    }
  }
  return roots
}

private func read(
  _ found: [(name: String, file: SourceFile)], _ schema: borrowing RelaxNGSchema,
  _ roots: inout [String: XMLElement], _ diagnostics: inout [Diagnostic]
) {
  for (name, file) in found {
    do throws(Stopped) {
      roots[name] = try parse(file, limits: .data, against: schema)
    } catch {
      diagnostics += error.diagnostics
    }
  }
}

/// The files of the folder `pictures`, by name.
private func pictures(among files: [SourceFile]) -> [String: SourceFile] {
  let named = files.compactMap { file -> (String, SourceFile)? in
    let parts = file.id.path.split(separator: "/")
    guard parts.count > 1, parts[parts.count - 2] == "pictures" else { return nil }
    return (String(parts[parts.count - 1]), file)
  }
  return Dictionary(named, uniquingKeysWith: { first, _ in first })
}

extension SchoolCalendar {
  /// The names of the files that it is read from.
  package static let fileNames = CalendarPart.fileNames
}

/// The files of the calendars' folder.
enum CalendarPart {
  static let holidays = "school-holidays.xml"
  static let publicHolidays = "public-holidays.xml"
  static let events = "events.xml"
  static let schema = "calendar.rng"
  static let fileNames = [holidays, publicHolidays, events]
}
