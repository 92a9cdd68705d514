package import Diagnostics

/// Reads an XML file into a tree with spans.
///
/// Only UTF-8 (a byte order mark is accepted), no document type, nothing fetched, nothing
/// repaired. The work is linear in the size of the file.
///
/// - Throws: `Stopped` with one diagnostic, the first thing that makes the file unreadable:
///   `xml.…` in the catalogue.
package func parse(
  _ file: SourceFile, limits: XMLLimits = .standard
) throws(Stopped) -> XMLElement {
  let root = try read(file, limits)
  if let complaint = LibXMLDocument.complaint(about: file.bytes) {
    throw Stopped([.refused(complaint, by: file, root)])
  }
  return root
}

/// Reads an XML file into a tree with spans and checks it against a schema.
///
/// - Throws: `Stopped` with the first thing that makes the file unreadable, or else with all that
///   the schema does not allow: `schema.…` in the catalogue, one for each cause.
package func parse(
  _ file: SourceFile, limits: XMLLimits = .standard, against schema: borrowing RelaxNGSchema
) throws(Stopped) -> XMLElement {
  try checkCharacters(of: file, limits)
  // libxml2 makes no tree of a file that is in order: ours is the only one in memory. What is wrong
  // is told by ours, so a faulty file is read once more.
  if schema.allows(file.bytes) {
    var reader = XMLReader(file, limits)
    return try reader.readDocument()
  }
  let root = try read(file, limits)
  let document: LibXMLDocument
  do throws(LibXMLComplaint) {
    document = try LibXMLDocument(file.bytes)
  } catch {
    throw Stopped([.refused(error, by: file, root)])
  }
  let problems = schema.problems(of: document, root)
  guard problems.isEmpty else { throw Stopped(problems) }
  return root
}

private func read(_ file: SourceFile, _ limits: XMLLimits) throws(Stopped) -> XMLElement {
  try checkCharacters(of: file, limits)
  var reader = XMLReader(file, limits)
  return try reader.readDocument()
}
