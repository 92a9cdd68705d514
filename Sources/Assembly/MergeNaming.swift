import Diagnostics
import Documents
import FileTree
import Merging
import Templates

/// The names of all files of a merge, known and safe before the first is written.
struct MergeNaming {
  private let request: MergeRequest
  private let template: LooseTemplate
  private let common: [Value]
  private let kit: KitValues?
  private let entries: [MergeEntry]
  private(set) var warnings: [Diagnostic] = []
  /// The fields that the pattern asks for.
  private(set) var usedFields: Set<String> = []

  init(
    _ request: MergeRequest, _ template: LooseTemplate, _ entries: [MergeEntry],
    _ common: [Value], _ kit: KitValues?
  ) {
    self.request = request
    self.template = template
    self.common = common
    self.kit = kit
    self.entries = entries
  }

  private var formats: [DocumentPlace.Format] { (request.format ?? .both).formats }

  /// Where the documents go: one for each entry, or the one for all.
  mutating func places(_ fields: TemplateFields) throws(Stopped) -> [DocumentPlace] {
    var pattern: NamePattern?
    if let file = request.pattern {
      let compiled = try NamePattern(file, fields: fields)
      usedFields = compiled.usedFields
      pattern = compiled
    }
    switch request.form {
    case .apart: return try apart(pattern)
    case .together: return [try together(pattern)]
    }
  }

  private func together(_ pattern: NamePattern?) throws(Stopped) -> DocumentPlace {
    let columns = request.rows.columns.filter { usedFields.contains($0.name) }
    if let column = columns.first, let file = request.pattern {
      throw Stopped([.nameOfOne(column, in: file)])
    }
    let parts = pattern.flatMap { pattern in entries.first.map { self.parts(pattern, $0) } } ?? []
    return try place(parts.isEmpty ? [request.template.stem] : parts, row: nil)
  }

  private mutating func apart(_ pattern: NamePattern?) throws(Stopped) -> [DocumentPlace] {
    var rowsByPath: [String: Int] = [:]
    var places: [DocumentPlace] = []
    let width = "\(entries.count)".count
    for (index, entry) in entries.enumerated() {
      let row = entry.row
      var parts = pattern.map { self.parts($0, entry) } ?? []
      if parts.isEmpty {
        let number = "\(index + 1)"
        let zeros = String(repeating: "0", count: width - number.count)
        parts = ["\(request.template.stem)-\(zeros)\(number)"]
      }
      let path = parts.joined(separator: "/")
      if let first = rowsByPath[path] {
        var number = 2
        while rowsByPath["\(path)-\(number)"] != nil { number += 1 }
        parts[parts.count - 1] += "-\(number)"
        warnings.append(
          .sameFileName(path, rows: (first, row.number), renamed: parts[parts.count - 1]))
      }
      rowsByPath[parts.joined(separator: "/")] = row.number
      places.append(try place(parts, row: row.number))
    }
    return places
  }

  private func parts(_ pattern: NamePattern, _ entry: MergeEntry) -> [String] {
    template.place(
      pattern, common + entry.values, of: kit, as: entry.item,
      titled: entry.item?.title ?? request.title)
  }

  private func place(_ parts: [String], row: Int?) throws(Stopped) -> DocumentPlace {
    let place = DocumentPlace(
      folder: parts.dropLast().joined(separator: "/"), stem: parts[parts.count - 1],
      formats: formats)
    for format in formats {
      do throws(PathError) {
        _ = try RelativePath(place.path(as: format))
      } catch {
        throw Stopped([.unsafeFileName(place.path(as: format), error.message, row: row)])
      }
    }
    return place
  }
}

extension SourceFile {
  /// The file's name without folder and ending, safe on every disk.
  var stem: String {
    let name = id.path.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".")
    let stem = NamePattern.slug(parts.dropLast(parts.count > 1 ? 1 : 0).joined(separator: "-"))
    return stem.isEmpty ? "document" : stem
  }
}
