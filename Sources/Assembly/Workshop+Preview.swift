package import Diagnostics
import Documents
import Export
package import FileTree
import HTMLFormat
package import KnowledgeBase
import OpenDocumentFormat
import Templates

/// A file of a preview or of the reference, by its path from the folder that holds all of them.
package struct LooseFile: Sendable {
  package let path: RelativePath
  package let bytes: [UInt8]

  package init(path: RelativePath, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

extension Workshop {
  /// The documents that one template makes for a basin, each in its formats, with style and script.
  ///
  /// - Parameter name: the template's path from the templates' folder, or a document's id.
  /// - Throws: `Stopped` when no document has that template or id, when this basin's kit has none
  ///   of them, and as `kit(for:packing:)` does.
  package func preview(_ name: String, for basin: Basin) throws(Stopped) -> [LooseFile] {
    let known = kitPlan.documentIDs + kitPlan.templatePaths
    guard known.contains(name) else { throw Stopped([.unknownPreview(name, among: known)]) }
    let composed = try documents(for: basin)
    let chosen = zip(composed.documents, composed.origins)
      .filter { $1.id == name || $1.template == name }.map(\.0)
    guard !chosen.isEmpty else { throw Stopped([.notInKit(name, basin: basin.id.text)]) }
    return try files(
      of: chosen, composed.outline, composed.officeDocuments, mentions: composed.footer)
  }

  /// Whether the kit's plan has a template at a path, or a document of an id.
  package func isPlanned(_ name: String) -> Bool {
    kitPlan.documentIDs.contains(name) || kitPlan.templatePaths.contains(name)
  }

  /// The document that a template of either kind makes for a basin outside its kit, in both
  /// formats, with style and script: a letter that is not yet one of the kit's, say.
  ///
  /// - Parameters:
  ///   - letterhead: the document whose pages and styles a Writer template takes; nil for its own.
  ///   - folder: the templates' folder, for partials.
  /// - Throws: `Stopped` with all that is wrong with the template.
  package func preview(
    _ template: SourceFile, on letterhead: SourceFile?, in folder: [String: SourceFile],
    for basin: Basin
  ) throws(Stopped) -> [LooseFile] {
    var folder = folder
    if let letterhead { folder[letterhead.id.path] = letterhead }
    let compiled = try compileTemplate(
      template, in: folder, on: letterhead?.id.path, fields: TemplateFields([], hasKit: true))
    let place = DocumentPlace(folder: "", stem: template.stem, formats: [.html, .odt])
    let title = title(ofTemplate: template.id.path)
    let made = try compiled.document(
      [], of: KitValues(brief: brief(of: basin), stamp: stamp), titled: title, at: place,
      header: looseHeader(of: basin))
    return try files(
      of: [made.document], Outline(title: title, home: place, folders: []),
      made.office.map { [place: $0] } ?? [:])
  }

  /// Documents in their formats, with the style and the script that their pages need.
  ///
  /// - Parameters:
  ///   - office: what Writer templates made, by place.
  ///   - mentions: what every page says at its foot.
  func files(
    of documents: [Document], _ outline: Outline,
    _ office: [DocumentPlace: OfficeDocument] = [:], mentions: [Paragraph] = []
  ) throws(Stopped) -> [LooseFile] {
    let shared = [looks.stylesheet, looks.script]
    return try rendered(documents, outline, office, mentions: mentions)
      + shared.map { LooseFile(path: $0.path, bytes: $0.bytes) }
  }

  /// The same without style and script.
  func rendered(
    _ documents: [Document], _ outline: Outline, _ office: [DocumentPlace: OfficeDocument],
    mentions: [Paragraph] = []
  ) throws(Stopped) -> [LooseFile] {
    let site = site(outline, mentions)
    var writer = OfficeWriting(looks, mentions: mentions)
    var files: [LooseFile] = []
    for document in documents {
      for format in document.place.formats {
        let bytes =
          switch format {
          case .html: site.page(for: document)
          case .odt:
            writer.bytes(
              of: document, office[document.place], properties: properties(of: document))
          case .ods: writer.sheets(of: document, properties: properties(of: document))
          }
        files.append(LooseFile(path: try safe(document.place.path(as: format)), bytes: bytes))
      }
    }
    for picture in pictures(of: documents, office) {
      files.append(LooseFile(path: try safe(picture.path), bytes: picture.bytes))
    }
    return files
  }

  private func safe(_ text: String) throws(Stopped) -> RelativePath {
    do throws(PathError) {
      return try RelativePath(text)
    } catch {
      throw Stopped([.cannotPack(.path(error), basin: text)])
    }
  }
}
