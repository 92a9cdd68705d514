package import Diagnostics
import Documents
import Markup

/// A pattern for the names of files, with fields: `23-lettre-{{ commune }}`.
///
/// What comes out is safe on every disk: small ASCII letters, figures and hyphens. A `/` of the
/// pattern begins a folder, one of a value does not.
package struct NamePattern: Sendable {
  private let pattern: TextTemplate
  /// The names of the own fields that the pattern asks for.
  package let usedFields: Set<String>

  /// - Parameter file: the pattern as a file, for messages.
  /// - Throws: `Stopped` with all that is wrong in it.
  package init(_ file: SourceFile, fields: TemplateFields) throws(Stopped) {
    var compiler = TemplateCompiler(files: [:], documents: [])
    let scope = fields.scope
    pattern = compiler.textTemplate(XMLText(wholeOf: file), scope)
    guard compiler.diagnostics.isEmpty else { throw Stopped(compiler.diagnostics) }
    let first = scope.variables.count - fields.own.count
    usedFields = Set(
      fields.own.indices.filter { compiler.used.slots.contains(first + $0) }
        .map { fields.own[$0].name })
  }

  /// A text as a part of a name: `L’Haÿ-les-Roses` is `l-hay-les-roses`.
  package static func slug(_ text: String) -> String { FilterCatalogue.slug(text) }

  /// The parts of a path; none where nothing is left of the pattern.
  fileprivate func parts(in frame: Frame) -> [String] {
    var text = ""
    for segment in pattern.segments {
      switch segment {
      case .literal(let literal): text += literal
      case .expression(let expression):
        text += expression.value(in: frame).prose.replacing("/", with: " ")
      }
    }
    return text.split(separator: "/").map { part in
      var slug = Self.slug(String(part)).prefix(Self.partLimit)
      while slug.last == "-" { slug.removeLast() }
      return String(slug)
    }.filter { !$0.isEmpty }
  }

  /// Letters of a folder's or a file's name.
  private static let partLimit = 100
}

extension LooseTemplate {
  /// Where a pattern puts the document of these values, without an ending: the parts of a path, the
  /// last of which is the file's name; none where nothing is left of the pattern.
  package func place(
    _ pattern: NamePattern, _ values: [Value], of kit: KitValues?, as item: PlannedItem?,
    titled title: String
  ) -> [String] {
    let place = DocumentPlace(folder: "", stem: "", formats: [.odt])
    return pattern.parts(in: frame(of: kit, as: item, titled: title, at: place) + values)
  }
}
