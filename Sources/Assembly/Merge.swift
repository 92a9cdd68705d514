import Diagnostics
import Documents
import Export
package import FileTree
import French
import HTMLFormat
import KnowledgeBase
import Merging
import Templates

/// A merge that has been checked: ready to make its documents, one after the other.
package struct Merge: Sendable {
  let workshop: Workshop
  let request: MergeRequest
  let template: LooseTemplate
  /// The values beside those of the rows.
  let common: [Value]
  let kit: KitValues?
  let entries: [MergeEntry]
  /// One for each entry, or one for all.
  let places: [DocumentPlace]
}

/// The files of one document.
package struct MergedDocument: Sendable {
  package let files: [LooseFile]
  /// What is left to fill in it.
  package let blankNames: [String]
}

extension Merge {
  /// How many documents there will be.
  package var documentCount: Int { places.count }

  package var rowCount: Int { request.rows.rows.count }

  /// Where all files will be but the pictures of pages, by path from the output folder.
  package var paths: [RelativePath] {
    let documents = places.flatMap { place in
      place.formats.map { RelativePath(checked: place.path(as: $0)) }
    }
    return documents + look.map(\.path)
  }

  /// Whether a path from the output folder is that of a picture of pages.
  package static func isPicture(_ path: String) -> Bool { isPictureOfPage(path) }

  /// Where a zip of all files is to be.
  package var zipPath: RelativePath { RelativePath(checked: "\(request.template.stem).zip") }

  /// The style and the script that pages need.
  private var look: [LooseFile] {
    guard places.contains(where: { $0.formats.contains(.html) }) else { return [] }
    return [workshop.looks.stylesheet, workshop.looks.script].map {
      LooseFile(path: $0.path, bytes: $0.bytes)
    }
  }

  /// Makes the documents and hands each on as soon as it is finished: memory does not grow with
  /// their number, unless they are pages of one. A picture of pages comes with the first page that
  /// shows it, their style and script come last.
  ///
  /// - Returns: nil, or why the merge did not come to its end.
  package func run<Failure: Error>(
    _ deliver: (MergedDocument) throws(Failure) -> Void
  ) -> BuildFailure<Failure>? {
    var writer = OfficeWriting(workshop.looks)
    var pictures: Set<String> = []
    for (index, place) in places.enumerated() {
      let made: MergedDocument
      do throws(Stopped) {
        let loose =
          switch request.form {
          case .apart: try document(of: entries[index], at: place)
          case .together: try pages(at: place)
          }
        made = rendered(loose, &writer, &pictures)
      } catch {
        return .stopped(error)
      }
      do throws(Failure) {
        try deliver(made)
      } catch {
        return .delivery(error)
      }
    }
    guard !look.isEmpty else { return nil }
    do throws(Failure) {
      try deliver(MergedDocument(files: look, blankNames: []))
      return nil
    } catch {
      return .delivery(error)
    }
  }

  private func document(
    of entry: MergeEntry, at place: DocumentPlace
  ) throws(Stopped) -> LooseDocument {
    try template.document(
      common + entry.values, of: kit, as: entry.item, titled: title(of: entry), at: place,
      header: header)
  }

  private func pages(at place: DocumentPlace) throws(Stopped) -> LooseDocument {
    try template.pages(
      entries.lazy.map { (common + $0.values, $0.item) }, of: kit, titled: request.title,
      at: place, header: header)
  }

  private func title(of entry: MergeEntry) -> String { entry.item?.title ?? request.title }

  /// - Parameter known: the paths of the pictures that were delivered before.
  private func rendered(
    _ loose: LooseDocument, _ writer: inout OfficeWriting, _ known: inout Set<String>
  ) -> MergedDocument {
    let document = loose.document
    var files = document.place.formats.map { format in
      let bytes =
        switch format {
        case .html: workshop.site(outline(document)).page(for: document)
        case .odt:
          writer.bytes(
            of: document, loose.office, properties: workshop.properties(of: document))
        case .ods:
          writer.sheets(of: document, properties: workshop.properties(of: document))
        }
      return LooseFile(
        path: RelativePath(checked: document.place.path(as: format)), bytes: bytes)
    }
    for picture in document.body.pictures where known.insert(picture.path).inserted {
      files.append(LooseFile(path: RelativePath(checked: picture.path), bytes: picture.bytes))
    }
    return MergedDocument(
      files: files, blankNames: loose.office?.blankNames ?? document.body.blankNames)
  }

  private func outline(_ document: Document) -> Outline {
    Outline(title: document.title, home: document.place, folders: [])
  }

  private var header: DocumentHeader { workshop.looseHeader(of: request.basin) }
}

extension Workshop {
  /// The header of a page that is in no kit.
  func looseHeader(of basin: Basin?) -> DocumentHeader {
    let place = basin.map { "Bassin \($0.de)" } ?? capitalised(base.academy.fullName)
    return DocumentHeader(
      context: "\(place) · édition \(edition.id)",
      notice: basin.map(\.status) == .unconfirmed
        ? "nom du bassin à confirmer par l’académie" : nil,
      purpose: "", audience: "", moment: "", issued: stamp.day.inFrench(.medium))
  }
}

extension RelativePath {
  /// A path that `MergeNaming` has seen to be one.
  fileprivate init(checked text: String) {
    do throws(PathError) {
      try self.init(text)
    } catch {
      preconditionFailure("`\(text)` was checked and is no path")
    }
  }
}
