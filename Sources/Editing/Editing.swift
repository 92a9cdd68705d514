/// **Edit**: the knowledge base as sheets, and sheets back into the knowledge base.
///
/// A kind of item (`ItemKind`) is a table of fields: where each stands in the XML, what its column
/// is called, what may be typed in it. From it come the sheets that go out (`drafts`) and, for a
/// sheet that comes back, the changes against the file (`readChanges`). Changes are written as
/// edits of the file's own bytes (`XMLEdits`), so that comments, order and formatting of what did
/// not change stay as they are. The edited base is loaded again before anything is handed on, and
/// whatever is wrong with it is told at the cell that it came from.
///
/// Fields that a sheet has no column for are never touched, and an item that a sheet lacks is kept
/// unless it is asked for.
package enum Editing {}
