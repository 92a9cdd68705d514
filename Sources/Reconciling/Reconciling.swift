/// **Reconcile**: a document that a basin has worked in, and the new version of it, become one.
///
/// Three versions meet: what was shipped (the base), what the basin made of it (theirs), and what
/// the kit says now (the new one). Each is read as a tree of passages (`Passage`): paragraphs, lists
/// and items, tables, rows and cells. A passage is known by what it says and by what it looks like,
/// never by the names of its automatic styles, which an office program gives anew at each save; nor
/// by page breaks it notes, nor by how it cuts a line into spans. `Alignment` finds the same passage
/// in two versions, `Merger` decides passage by passage, and `MergedWriter` writes the result: the
/// new document's own bytes where the basin changed nothing, the basin's passages with their styles
/// and pictures where it did.
///
/// Where both changed one paragraph, both stand one after the other under a visible label, and the
/// place is reported. A blank that the basin has filled is no change of the paragraph around it: its
/// text goes into the new paragraph's blank of the same name.
///
/// The basin's document is read within the limits of `OfficePackages`; what cannot be merged without
/// loss (corrections under way, embedded objects, contents fetched from elsewhere) is refused, for
/// the caller to keep beside. Pure: bytes in, bytes out.
package enum Reconciling {}
