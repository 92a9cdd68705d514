/// Renders documents as the pages of a small offline site.
///
/// A `Site` is made once for a kit; it then renders one page a document, straight into bytes. The
/// pages open from a disk (`file://`), need neither network nor script, and lead to one another by
/// relative links. Their look is one stylesheet beside them; this room writes no colour.
///
/// - `Site` is the door; `Navigation` is the side list, written once for each folder depth.
/// - `PageWriter` writes one page; its extensions follow the document model, one file a concern.
package enum HTMLFormat {}
