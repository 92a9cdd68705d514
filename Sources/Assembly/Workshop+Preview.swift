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
