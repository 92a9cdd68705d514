package import Diagnostics
import Markup
import OfficePackages

/// Compiles one template of either kind, apart from the plan of a kit.
///
/// - Parameters:
///   - file: the template; the ending of its name says which kind it is.
///   - folder: the files of the templates' folder by their path from it: the partials that the
///     template may include, and the plan that says which documents it may link to.
///   - letterhead: the path in the folder of the document whose pages and styles a Writer template
///     takes; nil for its own.
///   - fields: what the template may name. A template that names anything else is faulty.
///   - gathering: whether documents are made apart, or as pages of one.
/// - Throws: `Stopped` with all that is wrong in the template and in what it includes.
/// - Complexity: linear in the size of the files.
package func compileTemplate(
  _ file: SourceFile, in folder: [String: SourceFile] = [:], on letterhead: String? = nil,
  fields: TemplateFields, gathering: Gathering = .apart
) throws(Stopped) -> LooseTemplate {
  let isWriter = OfficePackage.endings.contains(where: file.id.path.hasSuffix)
  var files = folder.filter {
    $0.key.hasPrefix("partials/") || $0.key == planPath || $0.key == letterhead
  }
  files[file.id.path] = file
  let roots = try parsed(files)
  var compiler = TemplateCompiler(files: roots, documents: documentIDs(in: roots[planPath]))
  var library = OfficeLibrary(files)
  let path = Located(file.id.path, at: SourceSpan(wholeOf: file.id))
  if let letterhead, !isWriter {
    compiler.diagnostics.append(.letterheadOfVocabulary(Located(letterhead, at: path.span)))
  }
  let template: KitPlan.EntryTemplate? =
    isWriter
    ? compiler.officeTemplate(
      at: path, on: letterhead.map { Located($0, at: path.span) }, from: &library,
      scope: fields.scope, sharing: gathering.shared(of: fields.scope)
    ).map { .writer($0) }
    : compiler.template(path, scope: fields.scope).map { .vocabulary($0) }
  guard let template, !compiler.diagnostics.hasErrors else { throw Stopped(compiler.diagnostics) }
  let first = fields.scope.variables.count - fields.own.count
  let unused = fields.own.indices.filter { !compiler.used.slots.contains(first + $0) }
  return LooseTemplate(
    fields: fields, unusedFields: unused.map { fields.own[$0].name }, template: template)
}
