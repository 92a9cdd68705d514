package import Diagnostics
import Documents
import FileTree
import French
package import KnowledgeBase
package import Merging
import Tailoring
import Templates

/// The formats that a merge may be asked for.
package enum MergeFormat: String, CaseIterable, Sendable {
  case odt, html, both

  var formats: [DocumentPlace.Format] {
    switch self {
    case .odt: [.odt]
    case .html: [.html]
    case .both: [.html, .odt]
    }
  }
}

/// What the person asked of a merge.
package struct MergeRequest: Sendable {
  package enum Form: Sendable {
    /// A file for each row.
    case apart
    /// One document with a page for each row.
    case together
  }

  /// Of either kind, as the ending of its name says.
  package var template: SourceFile
  /// The template's path from the templates' folder, where it is one of the kit's; the plan may
  /// give it a letterhead.
  package var path: String?
  /// The document whose pages and styles a Writer template takes; nil leaves that to the plan.
  package var letterhead: SourceFile?
  /// What the documents are called.
  package var title: String
  package var rows: RowList
  /// Whose fields stand beside the list's; nil leaves the academy's and the edition's.
  package var basin: Basin?
  /// The pattern of the files' names as a file, for messages; nil is the template's name and the
  /// row's number.
  package var pattern: SourceFile?
  package var form: Form
  /// nil is both.
  package var format: MergeFormat?

  package init(
    template: SourceFile, path: String?, letterhead: SourceFile? = nil, title: String,
    rows: RowList, basin: Basin?, pattern: SourceFile?, form: Form, format: MergeFormat?
  ) {
    self.template = template
    self.path = path
    self.letterhead = letterhead
    self.title = title
    self.rows = rows
    self.basin = basin
    self.pattern = pattern
    self.form = form
    self.format = format
  }
}

extension Workshop {
  /// What a document made from a template is called: as the kit's plan calls it, else as its file
  /// is named.
  ///
  /// - Parameter path: the template's path from the templates' folder, or as the person gave it.
  package func title(ofTemplate path: String) -> String {
    if let title = kitPlan.plainTitle(ofTemplate: path) { return title }
    let name = path.split(separator: "/").last ?? ""
    let stem = String(name.prefix { $0 != "." })
    return typeset(capitalised(stem.replacing("-", with: " ").replacing("_", with: " ")))
  }

  /// The path of the template that a word means: itself, or the one of a document's id.
  package func templatePath(_ word: String) -> String { kitPlan.templatePath(of: word) ?? word }

  /// The diagnostic for a template that is nowhere.
  package func unknownTemplate(_ word: String) -> Stopped {
    Stopped([.noTemplate(word, among: kitPlan.documentIDs + kitPlan.templatePaths)])
  }

  /// Compiles and checks all that a merge needs, the names of its files too: what comes after can
  /// fail only for the data of one row.
  ///
  /// - Parameter folder: the templates' folder, for partials.
  /// - Returns: the merge, and what the person should know before the first file.
  /// - Throws: `Stopped` with all that is wrong with the template or the pattern.
  package func merge(
    _ request: MergeRequest, in folder: [String: SourceFile]
  ) throws(Stopped) -> Reported<Merge> {
    let rows = request.rows
    let academy = NamedValues.ofAcademy(
      base.academy, principles: base.principles, edition: edition, stamp: stamp)
    let planned =
      request.basin == nil ? nil : request.path.flatMap { kitPlan.planned(template: $0) }
    let kit = request.basin.map { KitValues(brief: brief(of: $0), stamp: stamp, for: planned) }
    let binding = try RowBinding(rows, planned, kit)
    let common =
      request.basin == nil
      ? academy.without(Set(rows.columns.map(\.name))) : NamedValues([], [])
    let fields = TemplateFields(common.fields + binding.fields, hasKit: kit != nil)
    let template = try compiled(request, in: folder, fields, changing: binding.fields.count)
    var naming = MergeNaming(request, template, binding.entries, common.values, kit)
    let places = try naming.places(fields)
    let warnings =
      hidden(rows, request) + binding.warnings + unused(rows, template, naming) + naming.warnings
    return Reported(
      Merge(
        workshop: self, request: request, template: template, common: common.values, kit: kit,
        entries: binding.entries, places: places), warnings)
  }

  /// - Parameter count: how many of the last fields change from row to row.
  private func compiled(
    _ request: MergeRequest, in folder: [String: SourceFile], _ fields: TemplateFields,
    changing count: Int
  ) throws(Stopped) -> LooseTemplate {
    var folder = folder
    if let letterhead = request.letterhead { folder[letterhead.id.path] = letterhead }
    let planned = request.path.flatMap { kitPlan.letterheadPath(ofTemplate: $0) }
    func compile(_ fields: TemplateFields) throws(Stopped) -> LooseTemplate {
      try compileTemplate(
        request.template, in: folder, on: request.letterhead?.id.path ?? planned, fields: fields,
        gathering: request.form == .apart ? .apart : .together(changing: count))
    }
    do throws(Stopped) {
      return try compile(fields)
    } catch {
      let faults = fields.hasKit ? error.diagnostics : withBasin(request, error, compile)
      throw Stopped(faults.map { $0.naming(request.rows.columns) })
    }
  }

  /// What is wrong with a template that was compiled without a basin: if one would mend some of it,
  /// that is told once, for all the names that only a basin's kit has.
  private func withBasin(
    _ request: MergeRequest, _ stopped: Stopped,
    _ compile: (TemplateFields) throws(Stopped) -> LooseTemplate
  ) -> [Diagnostic] {
    let planned = request.path.flatMap { kitPlan.planned(template: $0) }
    let added = planned?.itemFields ?? []
    let columns = request.rows.record.fields.filter { column in
      !added.contains { $0.name == column.name }
    }
    let fields = TemplateFields(columns + added, hasKit: true)
    var rest: [Diagnostic] = []
    do throws(Stopped) {
      _ = try compile(fields)
    } catch {
      rest = error.diagnostics
    }
    guard rest.count < stopped.diagnostics.count else { return stopped.diagnostics }
    return [.needsBasin(request.template.id)] + rest
  }

  private func hidden(_ rows: RowList, _ request: MergeRequest) -> [Diagnostic] {
    let known =
      request.basin == nil
      ? NamedValues.academyFields.map(\.name) : TemplateFields.kitNames
    return rows.columns.filter { known.contains($0.name) }.map { .columnHides($0) }
  }

  private func unused(
    _ rows: RowList, _ template: LooseTemplate, _ naming: MergeNaming
  ) -> [Diagnostic] {
    let unused = Set(template.unusedFields).subtracting(naming.usedFields)
    let columns = rows.columns.filter { unused.contains($0.name) }
    return columns.isEmpty ? [] : [.unusedColumns(columns, in: rows.file)]
  }
}

extension Diagnostic {
  /// An unknown name may be a column that is written in another way.
  fileprivate func naming(_ columns: [RowList.Column]) -> Diagnostic {
    guard id == "template.unknown-name" else { return self }
    var diagnostic = self
    diagnostic.help.append(.fields(of: columns))
    return diagnostic
  }
}
