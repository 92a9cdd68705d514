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

  /// Where all files will be, by path from the output folder.
  package var paths: [RelativePath] {
    let documents = places.flatMap { place in
      place.formats.map { RelativePath(checked: place.path(as: $0)) }
    }
    return documents + look.map(\.path)
  }

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
  /// their number, unless they are pages of one. Style and script of pages come last.
  ///
  /// - Returns: nil, or why the merge did not come to its end.
  package func run<Failure: Error>(
    _ deliver: (MergedDocument) throws(Failure) -> Void
  ) -> BuildFailure<Failure>? {
    var writer = OfficeWriting(workshop.looks)
    for (index, place) in places.enumerated() {
      let made: MergedDocument
      do throws(Stopped) {
        let loose =
          switch request.form {
          case .apart: try document(of: request.rows.rows[index], at: place)
          case .together: try pages(at: place)
          }
        made = rendered(loose, &writer)
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
    of row: RowList.Row, at place: DocumentPlace
  ) throws(Stopped) -> LooseDocument {
    try template.document(
      common + row.values, of: kit, titled: request.title, at: place, header: header)
  }

  private func pages(at place: DocumentPlace) throws(Stopped) -> LooseDocument {
    try template.pages(
      request.rows.rows.lazy.map { common + $0.values }, of: kit, titled: request.title, at: place,
      header: header)
  }

  private func rendered(_ loose: LooseDocument, _ writer: inout OfficeWriting) -> MergedDocument {
    let document = loose.document
    let files = document.place.formats.map { format in
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
    return MergedDocument(
      files: files, blankNames: loose.office?.blankNames ?? document.body.blankNames)
  }

  private func outline(_ document: Document) -> Outline {
    Outline(title: request.title, home: document.place, folders: [])
  }

  private var header: DocumentHeader {
    let edition = "édition \(workshop.edition.id)"
    let place =
      request.basin.map { "Bassin \($0.de)" } ?? capitalised(workshop.base.academy.fullName)
    return DocumentHeader(
      context: "\(place) · \(edition)",
      notice: request.basin.map(\.status) == .unconfirmed
        ? "nom du bassin à confirmer par l’académie" : nil,
      purpose: "", audience: "", moment: "", issued: workshop.stamp.day.inFrench(.medium))
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
