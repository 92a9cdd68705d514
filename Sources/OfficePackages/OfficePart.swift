package import Diagnostics
package import Markup

/// One XML part of a package (`content.xml`, say), as passages of the bytes it was read from.
///
/// The parts of a flat document are passages of one and the same file. What is not changed is
/// written out as it was read, byte for byte.
package struct OfficePart: Sendable {
  /// The bytes that the passages are cut from.
  package let file: SourceFile
  /// What stands in the part, in order: the children of its root that are not left out.
  package let sections: [XMLElement]
  /// The namespaces that its root declares.
  package let declarations: [XMLAttribute]
  /// All before the first passage but the `>` of the root's start tag.
  let start: MarkupFragment
  /// The bytes of `file` between opening and closing, in order and not overlapping.
  package let passages: [Range<Int>]
  package let closing: MarkupFragment

  init(
    file: SourceFile, root: XMLElement, sections: [XMLElement], start: MarkupFragment,
    passages: [Range<Int>], closing: MarkupFragment
  ) {
    self.file = file
    self.sections = sections
    declarations = root.attributes.filter { $0.name.hasPrefix("xmlns:") }
    self.start = start
    self.passages = passages
    self.closing = closing
  }

  package func section(_ name: String) -> XMLElement? { sections.first { $0.name == name } }

  /// All before the first passage, with more namespaces.
  package func opening(declaring more: [XMLAttribute] = []) -> MarkupFragment {
    var out = MarkupWriter()
    out.append(start)
    for declaration in more { out.attribute(declaration, declaration.value.string) }
    out.markup(">")
    return out.finishFragment()
  }

  /// What of a stretch of the file is in the part.
  package func passages(in range: Range<Int>) -> [Range<Int>] {
    passages.map { $0.clamped(to: range) }.filter { !$0.isEmpty }
  }

  /// The part as it was read.
  package func write(to out: inout MarkupWriter) {
    out.append(opening())
    for passage in passages { out.append(MarkupFragment(passage, of: file)) }
    out.append(closing)
  }
}
