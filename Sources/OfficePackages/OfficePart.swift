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
  /// All before the first passage: the declaration and the root's start tag.
  package let opening: MarkupFragment
  /// The bytes of `file` between opening and closing, in order and not overlapping.
  package let passages: [Range<Int>]
  package let closing: MarkupFragment
  /// The prefixes that the root declares.
  package let prefixes: Set<String>

  package func section(_ name: String) -> XMLElement? { sections.first { $0.name == name } }

  /// The part as it was read.
  package func write(to out: inout MarkupWriter) {
    out.append(opening)
    for passage in passages { out.append(MarkupFragment(passage, of: file)) }
    out.append(closing)
  }
}
