/// OpenDocument texts as packages: their parts in, their parts out.
///
/// Reads `.odt`, `.ott` and flat `.fodt` documents into an `OfficePackage`: the two XML parts that a
/// person writes (content and styles) as trees over their own bytes, and the files that nobody looks
/// into, deflated once. What comes in may be anything: sizes and depths have limits, and a macro, a
/// password or a document of another program is refused with a diagnostic that says what to do.
/// `OfficePackageWriter` puts parts together again.
///
/// Clauses are those of OpenDocument 1.3, part 2 (packages) and part 3 (schema).
package enum OfficePackages {}
