package import Diagnostics
package import FileTree
import Markup

/// What a kit says of itself, for programs: `.trousse/manifest.xml` in every kit.
///
/// The academic team's page is made from manifests alone, so that it can also tell of kits that
/// an earlier run built.
package struct Manifest: Hashable, Sendable {
  /// What one document leaves to be filled.
  package struct Blanks: Hashable, Sendable {
    /// The document's path from the kit's root, without an extension.
    package var document: String
    package var title: String
    package var names: [String]

    package init(document: String, title: String, names: [String]) {
      self.document = document
      self.title = title
      self.names = names
    }
  }

  package static let path = RelativePath.literal(".trousse/manifest.xml")

  package var generator: String
  package var basin: String
  package var name: String
  package var label: String
  package var department: String
  package var isConfirmed: Bool
  package var isNew: Bool
  package var edition: String
  package var day: String
  package var home: String
  package var documentCount: Int
  package var blanks: [Blanks]
  /// Where the knowledge base keeps what a blank asks for, by the blank's name: what a basin fills
  /// in finds its way back by it.
  package var places: [String: String]

  package init(
    generator: String, basin: String, name: String, label: String, department: String,
    isConfirmed: Bool, isNew: Bool, edition: String, day: String, home: String,
    documentCount: Int, blanks: [Blanks], places: [String: String] = [:]
  ) {
    self.generator = generator
    self.basin = basin
    self.name = name
    self.label = label
    self.department = department
    self.isConfirmed = isConfirmed
    self.isNew = isNew
    self.edition = edition
    self.day = day
    self.home = home
    self.documentCount = documentCount
    self.blanks = blanks
    self.places = places
  }
}

// MARK: Writing

extension Manifest {
  func bytes(of files: [FileSum]) -> [UInt8] {
    var xml = MarkupWriter(reserving: 1024 + 160 * files.count)
    xml.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kit format=\"1\"")
    xml.attribute("generator", generator)
    xml.attribute("basin", basin)
    xml.attribute("name", name)
    xml.attribute("label", label)
    xml.attribute("department", department)
    xml.attribute("confirmed", isConfirmed ? "yes" : "no")
    xml.attribute("new", isNew ? "yes" : "no")
    xml.attribute("edition", edition)
    xml.attribute("day", day)
    xml.attribute("home", home)
    xml.attribute("documents", "\(documentCount)")
    xml.markup(">\n")
    for document in blanks {
      xml.markup("  <blanks")
      xml.attribute("document", document.document)
      xml.attribute("title", document.title)
      xml.markup(">\n")
      for name in document.names {
        xml.markup("    <blank")
        if let place = places[name] { xml.attribute("place", place) }
        xml.markup(">")
        xml.text(name)
        xml.markup("</blank>\n")
      }
      xml.markup("  </blanks>\n")
    }
    for file in files {
      xml.markup("  <file")
      xml.attribute("path", file.path.text)
      xml.attribute("size", "\(file.sizeBytes)")
      if let document = file.document { xml.attribute("document", document) }
      xml.attribute("sha256", file.digest)
      xml.markup("/>\n")
    }
    xml.markup("</kit>\n")
    return xml.finish()
  }
}

// MARK: Reading

extension Manifest {
  /// Reads the manifest of a kit that an earlier run built.
  ///
  /// - Throws: `Stopped` when the file is no manifest of a kit.
  package init(_ file: SourceFile) throws(Stopped) {
    try self.init(parse(file), file.id)
  }

  init(_ root: XMLElement, _ file: SourceFile.ID) throws(Stopped) {
    func value(_ name: String) throws(Stopped) -> String {
      guard root.name == "kit", let value = root[name] else {
        throw Stopped([.notAManifest(file, missing: name)])
      }
      return value.value
    }
    generator = try value("generator")
    basin = try value("basin")
    name = try value("name")
    label = try value("label")
    department = try value("department")
    isConfirmed = try value("confirmed") == "yes"
    isNew = try value("new") == "yes"
    edition = try value("edition")
    day = try value("day")
    home = try value("home")
    documentCount = Int(try value("documents")) ?? 0
    blanks = root.elements.filter { $0.name == "blanks" }.map { element in
      Blanks(
        document: element["document"]?.value ?? "", title: element["title"]?.value ?? "",
        names: element.elements.filter { $0.name == "blank" }.map(\.text))
    }
    let named = root.elements.filter { $0.name == "blanks" }.flatMap(\.elements)
      .compactMap { blank in blank["place"].map { (blank.text, $0.value) } }
    places = Dictionary(named, uniquingKeysWith: { first, _ in first })
  }
}
