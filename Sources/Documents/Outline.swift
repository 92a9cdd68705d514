/// The table of contents of a kit: what a site needs to lead from any page to any other.
package struct Outline: Hashable, Sendable {
  package struct Folder: Hashable, Sendable {
    /// The folder's name on disk, as in `03-partenaires`.
    package var name: String
    /// The title people read.
    package var title: String
    package var entries: [Entry]

    package init(name: String, title: String, entries: [Entry]) {
      self.name = name
      self.title = title
      self.entries = entries
    }
  }

  package struct Entry: Hashable, Sendable {
    package var title: String
    package var place: DocumentPlace

    package init(title: String, place: DocumentPlace) {
      self.title = title
      self.place = place
    }
  }

  /// The kit's name, as in « Kit du bassin d’Évry, édition 2015 ».
  package var title: String
  package var home: DocumentPlace
  package var folders: [Folder]

  package init(title: String, home: DocumentPlace, folders: [Folder]) {
    self.title = title
    self.home = home
    self.folders = folders
  }
}
