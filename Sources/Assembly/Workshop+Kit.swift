import CalendarFormat
package import Diagnostics
import Documents
package import Export
import FileTree
import French
import HTMLFormat
package import KnowledgeBase
import OfficePackages
import OpenDocumentFormat
package import Planning
import Tailoring
package import Templates

/// A kit and what it says of itself.
package struct FinishedKit: Sendable {
  package let kit: Kit
  package let manifest: Manifest
  /// The documents that it was written from.
  package let composed: ComposedKit
}

extension Workshop {
  /// The name of a basin's kit: `kit-evry-2015`.
  package func kitName(of basin: Basin) -> String { "kit-\(basin.id)-\(edition.id)" }

  /// The whole way of one basin: tailor, compose, render, pack.
  ///
  /// - Throws: `Stopped` when the basin's data make a template or a name impossible.
  package func kit(for basin: Basin, packing: Packing) throws(Stopped) -> FinishedKit {
    let brief = brief(of: basin)
    let composed = try compose(kitPlan, brief: brief, stamp: stamp)
    var packer = KitPacker(name: try path(kitName(of: basin), basin), packing: packing)
    try render(composed, basin, into: &packer)
    for calendar in calendars(brief, composed) {
      packer.add(calendar.file.bytes, at: try path(calendar.path, basin))
    }
    let manifest = manifest(of: basin, brief, composed)
    do throws(PackError) {
      return FinishedKit(
        kit: try packer.finish(manifest), manifest: manifest, composed: composed)
    } catch {
      throw Stopped([.cannotPack(error, basin: basin.id.text)])
    }
  }

  /// The documents of one basin before they have a format: the first half of the way.
  ///
  /// - Throws: `Stopped` as `kit(for:packing:)` does.
  package func documents(for basin: Basin) throws(Stopped) -> ComposedKit {
    try compose(kitPlan, brief: brief(of: basin), stamp: stamp)
  }

  package func plan(of basin: Basin) -> Plan {
    guard let profile = profiles[basin.id], let plan = plans[profile] else {
      preconditionFailure("a basin of the base has no plan")
    }
    return plan
  }

  func brief(of basin: Basin) -> Brief {
    tailor(memory, for: basin, plan: plan(of: basin), from: stamp.day)
  }

  /// Every document in its formats, then the files that all kits share.
  private func render(
    _ composed: ComposedKit, _ basin: Basin, into packer: inout KitPacker
  ) throws(Stopped) {
    let site = site(composed.outline, composed.footer)
    var writer = OfficeWriting(looks, mentions: composed.footer)
    for (document, origin) in zip(composed.documents, composed.origins) {
      for format in document.place.formats {
        let path = try path(document.place.path(as: format), basin)
        switch format {
        case .html: packer.add(site.page(for: document), at: path, document: origin.key)
        case .odt:
          let bytes = writer.bytes(
            of: document, composed.officeDocuments[document.place],
            properties: properties(of: document, key: origin.key))
          packer.addPacked(bytes, at: path, document: origin.key)
        case .ods:
          let bytes = writer.sheets(
            of: document, properties: properties(of: document, key: origin.key))
          packer.addPacked(bytes, at: path, document: origin.key)
        }
      }
    }
    for picture in pictures(of: composed.documents, composed.officeDocuments) {
      packer.addPacked(picture.bytes, at: try path(picture.path, basin))
    }
    packer.add(looks.stylesheet)
    packer.add(looks.script)
    packer.add(readMeBytes(composed.readMe), at: .literal("LISEZ-MOI.txt"))
  }

  /// The pictures of pages, each file once. Only Writer documents bring some.
  func pictures(
    of documents: [Document], _ office: [DocumentPlace: OfficeDocument]
  ) -> [Picture] {
    documents.filter { office[$0.place] != nil }.flatMap(\.body).pictures
  }

  private var issued: String { "Kit du \(stamp.day.inFrench(.medium))" }

  /// - Parameter mentions: what every page says at its foot.
  func site(_ outline: Outline, _ mentions: [Paragraph] = []) -> Site {
    Site(
      outline: outline, stylesheet: Looks.stylesheetPath.text, script: Looks.scriptPath.text,
      footer: "\(issued), \(base.academy.fullName)", mentions: mentions, brand: brand)
  }

  /// - Parameter key: which document of the plan it is; nil outside a kit.
  func properties(of document: Document, key: String? = nil) -> DocumentProperties {
    DocumentProperties(
      title: document.title, subject: document.header.context, document: key,
      creator: base.academy.fullName, kit: issued, day: stamp.day.description, generator: generator)
  }

  /// Old Windows editors need the byte order mark and both signs of a line's end, each once: the
  /// template may have them already.
  private func readMeBytes(_ text: String) -> [UInt8] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var bytes = mark
    for byte in text.utf8.dropFirst(text.utf8.starts(with: mark) ? mark.count : 0)
    where byte != UInt8(ascii: "\r") {
      if byte == UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\r")) }
      bytes.append(byte)
    }
    return bytes
  }

  private func manifest(of basin: Basin, _ brief: Brief, _ composed: ComposedKit) -> Manifest {
    Manifest(
      generator: generator, basin: basin.id.text, name: basin.name, label: "bassin \(basin.de)",
      department: brief.department.name, isConfirmed: basin.status == .attested,
      isNew: brief.basin.experience == .new, edition: edition.id.text,
      day: stamp.day.description, home: composed.outline.home.path(as: .html),
      documentCount: composed.documents.count,
      blanks: composed.blanks.map {
        Manifest.Blanks(document: $0.document, title: $0.title, names: $0.names)
      },
      places: Dictionary(
        brief.blankPlaces.map { ($0.name, $0.place.text) }, uniquingKeysWith: { first, _ in first })
    )
  }

  /// Who speaks, above every page: the academy and its slogan.
  var brand: String {
    [capitalised(base.academy.fullName), base.academy.slogan].compactMap(\.self)
      .joined(separator: " · ")
  }

  private var generator: String { "trousse/\(stamp.version)" }

  private func path(_ text: String, _ basin: Basin) throws(Stopped) -> RelativePath {
    do throws(PathError) {
      return try RelativePath(text)
    } catch {
      throw Stopped([.cannotPack(.path(error), basin: basin.id.text)])
    }
  }
}
