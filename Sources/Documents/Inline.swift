/// A piece of a line.
package enum Inline: Hashable, Sendable {
  case text(String)
  case strong([Inline])
  case emphasis([Inline])
  case superscript([Inline])
  case `subscript`([Inline])
  /// What is typed or shown by a program, with all its spaces; only texts of Writer hold some.
  case code(String)
  /// Boxed, as it says more than the others.
  indirect case link(Link)
  case blank(Blank)
  indirect case picture(Picture)
  case note(Note)
  /// A place that links of the same document lead to, by its name.
  case mark(String)
  /// A box to tick (☐).
  case box
  case lineBreak
}

package struct Link: Hashable, Sendable {
  package enum Target: Hashable, Sendable {
    case document(DocumentPlace)
    /// Any other file of the tree, by its path from the root.
    case file(String)
    /// A full address: `https://…` or `mailto:…`.
    case address(String)
    /// A place of the same document, which has a `mark` of that name.
    case mark(String)
  }

  package var target: Target
  package var inlines: [Inline]

  package init(to target: Target, _ inlines: [Inline]) {
    self.target = target
    self.inlines = inlines
  }
}

/// A picture made of dots: a logo, a photograph.
package struct Picture: Hashable, Sendable {
  /// Its file, by its path from the root of the tree: equal pictures are one file.
  package var path: String
  package var bytes: [UInt8]
  /// What it shows, for who does not see it; empty for one that only decorates.
  package var description: String
  /// How large it is on paper, where that is known.
  package var size: Size?

  package struct Size: Hashable, Sendable {
    package var widthMillimetres: Int
    package var heightMillimetres: Int

    package init(widthMillimetres: Int, heightMillimetres: Int) {
      self.widthMillimetres = widthMillimetres
      self.heightMillimetres = heightMillimetres
    }
  }

  package init(path: String, bytes: [UInt8], description: String, size: Size? = nil) {
    self.path = path
    self.bytes = bytes
    self.description = description
    self.size = size
  }
}

/// A remark that stands elsewhere: at the foot of the page, or at the end.
package struct Note: Hashable, Sendable {
  package var blocks: [Block]

  package init(_ blocks: [Block]) { self.blocks = blocks }
}

/// Something that nobody has said yet: a visible field to fill, counted on « À compléter ».
package struct Blank: Hashable, Sendable {
  /// What is missing, as the reader sees it: « nom du maire ».
  package var name: String

  package init(_ name: String) { self.name = name }
}
