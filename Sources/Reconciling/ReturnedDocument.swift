package import Diagnostics
import Markup
import OfficePackages

/// A document that a basin has worked in, read beside what was shipped.
package struct ReturnedDocument: Sendable {
  /// The document as the basin left it.
  package let file: SourceFile
  /// What the basin wrote into blanks that were shipped empty, in reading order.
  package let filledBlanks: [FilledBlank]

  private let theirs: OfficePackage
  private let theirStyles: StyleBook
  private let base: [Passage]
  private let passages: [Passage]
  private let keys: KeyTable
  private let hasOwnLook: Bool

  /// - Parameters:
  ///   - file: the document as it came back.
  ///   - content: `content.xml` as it was shipped.
  ///   - styles: `styles.xml` as it was shipped.
  /// - Throws: `Stopped` when the document cannot be read, or not be merged without loss:
  ///   `office.…`, `xml.…` or `reconcile.…`.
  package init(
    _ file: SourceFile, content: SourceFile, styles: SourceFile
  ) throws(Stopped) {
    self.file = file
    theirs = try OfficePackage(file)
    try checkMergeable(theirs)
    theirStyles = StyleBook(theirs)
    let baseContent = try parse(content).elements
    let baseSections = try parse(styles).elements
    let baseStyles = StyleBook(
      automatic: baseContent.filter { $0.name == "office:automatic-styles" },
      common: LookChanges.common(baseSections))
    var reader = PassageReader(baseStyles, KeyTable())
    base = reader.blocks(of: try body(of: baseContent, content.id))
    reader = PassageReader(theirStyles, reader.keys)
    passages = reader.blocks(of: try body(of: theirs.content.sections, file.id))
    keys = reader.keys
    hasOwnLook = LookChanges.areThere(baseSections, theirs.styles.sections)
    let empty = Set(base.flatMap(\.allBlanks).filter { $0.value == nil }.map(\.name))
    filledBlanks = passages.flatMap(\.allBlanks)
      .filter { $0.value != nil && empty.contains($0.name) }
  }

  /// Whether the basin changed anything that counts: a document that was only saved again says and
  /// looks the same.
  package var isChanged: Bool {
    hasOwnLook || base.map(\.key) != passages.map(\.key)
      || zip(passages, base).contains { $0.hasOtherWidths(than: $1) }
  }

  /// The document of a new kit with the basin's work in it.
  ///
  /// - Parameter settled: names of blanks that the new document fills by itself with what the
  ///   basin wrote, in its own way of writing it.
  /// - Throws: `Stopped` when the new document cannot be read.
  /// - Complexity: linear in the size of the three versions, and in the square of stretches without
  ///   anything in common, which are bounded.
  package func merged(
    with new: SourceFile, settled: Set<String> = []
  ) throws(Stopped) -> ReconciledDocument {
    let package = try OfficePackage(new)
    let styles = StyleBook(package)
    var reader = PassageReader(styles, keys)
    let body = try body(of: package.content.sections, new.id)
    var merger = Merger(settled: settled)
    let pieces = merger.merge(base, passages, reader.blocks(of: body))
    guard merger.keepsTheirs || hasOwnLook else {
      return ReconciledDocument(origin: .new, bytes: new.bytes, conflicts: [], keepsLook: false)
    }
    guard merger.takesNew else {
      return ReconciledDocument(
        origin: .theirs, bytes: file.bytes, conflicts: [], keepsLook: hasOwnLook)
    }
    let writer = MergedWriter(
      new: package, styles, theirs: theirs, theirStyles, keepsTheirLook: hasOwnLook)
    return ReconciledDocument(
      origin: .both, bytes: writer.bytes(of: pieces, in: body), conflicts: merger.conflicts,
      keepsLook: hasOwnLook)
  }
}

/// What became of a document that two sides have changed.
package struct ReconciledDocument: Sendable {
  package enum Origin: Hashable, Sendable {
    /// One side's document as it stands: the other has nothing to add.
    case new, theirs
    case both
  }

  package let origin: Origin
  package let bytes: [UInt8]
  /// Where a person must choose, in reading order.
  package let conflicts: [MergeConflict]
  /// Whether the basin's own styles and pages are kept.
  package let keepsLook: Bool
}

extension StyleBook {
  fileprivate init(_ package: OfficePackage) {
    self.init(
      automatic: [package.content.section("office:automatic-styles")].compactMap(\.self),
      common: LookChanges.common(package.styles.sections))
  }
}

private func body(
  of sections: [XMLElement], _ file: SourceFile.ID
) throws(Stopped) -> XMLElement {
  let body = sections.first { $0.name == "office:body" }
  guard let text = body?.elements.first(where: { $0.name == "office:text" }) else {
    throw Stopped([.noBody(at: SourceSpan(wholeOf: file))])
  }
  return text
}

/// The document of the kit's plan that an ODT says it is; nil for one that says nothing, or that
/// cannot be read.
package func documentKey(of bytes: [UInt8], _ name: String) -> String? {
  do throws(Stopped) {
    let package = try OfficePackage(SourceFile(id: SourceFile.ID(name), bytes: bytes))
    return package.properties.first { $0["meta:name"]?.value == "Document" }?.text
  } catch {
    return nil
  }
}
