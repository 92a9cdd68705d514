/// The document model: what a template composes and what each format writes.
///
/// A `Document` is a tree of blocks and inlines in the words of an office document: headings,
/// paragraphs, lists, checklists, tables, letters, forms, callouts, blanks. It knows no format and
/// no domain: HTML and OpenDocument are written from the same tree, by writers that do not know
/// what a basin is. Every text in it is already typographically right; writers only escape.
package enum Documents {}
