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
  /// What the documents are called.
  package var title: String
  package var rows: RowList
  /// Whose fields stand beside the list's; nil leaves the academy's and the edition's.
  package var basin: Basin?
  /// The pattern of the files' names as a file, for messages; nil is the template's name and the
  /// row's number.
  package var pattern: SourceFile?
  package var form: Form
  /// nil is both, or what the kind of template can give.
  package var format: MergeFormat?

  package init(
    template: SourceFile, path: String?, title: String, rows: RowList, basin: Basin?,
    pattern: SourceFile?,
    form: Form, format: MergeFormat?
  ) {
    self.template = template
    self.path = path
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
    let common =
      request.basin == nil
      ? academy.without(Set(rows.columns.map(\.name))) : NamedValues([], [])
    let fields = TemplateFields(
      common.fields + rows.record.fields, hasKit: request.basin != nil)
    let template: LooseTemplate
    do throws(Stopped) {
      template = try compileTemplate(
        request.template, in: folder,
        on: request.path.flatMap { kitPlan.letterheadPath(ofTemplate: $0) }, fields: fields,
        gathering: request.form == .apart ? .apart : .together(changing: rows.columns.count))
    } catch {
      throw Stopped(error.diagnostics.map { $0.naming(rows.columns) })
    }
    let formats = try formats(request, template)
    let kit = request.basin.map { KitValues(brief: brief(of: $0), stamp: stamp) }
    var naming = MergeNaming(request, template, common.values, kit, formats)
    let places = try naming.places(fields)
    let warnings =
      hidden(rows, request) + unused(rows, template, naming) + naming.warnings
    return Reported(
      Merge(
        workshop: self, request: request, template: template, common: common.values, kit: kit,
        places: places), warnings)
  }

  private func formats(
    _ request: MergeRequest, _ template: LooseTemplate
  ) throws(Stopped) -> [DocumentPlace.Format] {
    let wanted: [DocumentPlace.Format] =
      switch request.format {
      case nil: template.formats
      case .both: [.html, .odt]
      case .odt: [.odt]
      case .html: [.html]
      }
    guard wanted.allSatisfy(template.formats.contains) else {
      throw Stopped([.noPageOfWriter(request.template.id)])
    }
    return wanted
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
