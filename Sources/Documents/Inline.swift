/// A piece of a line.
package enum Inline: Hashable, Sendable {
  case text(String)
  case strong([Inline])
  case emphasis([Inline])
  case superscript([Inline])
  /// Boxed, as it says more than the others.
  indirect case link(Link)
  case blank(Blank)
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
  }

  package var target: Target
  package var inlines: [Inline]

  package init(to target: Target, _ inlines: [Inline]) {
    self.target = target
    self.inlines = inlines
  }
}

/// Something that nobody has said yet: a visible field to fill, counted on « À compléter ».
package struct Blank: Hashable, Sendable {
  /// What is missing, as the reader sees it: « nom du maire ».
  package var name: String

  package init(_ name: String) { self.name = name }
}
