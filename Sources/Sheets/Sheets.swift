/// Tables as data: what a person keeps in Calc or Excel, as rows of cells with their addresses.
///
/// The room reads and writes CSV, in the dialects that Calc and Excel write, and makes records of
/// the rows below a row of headings. Spreadsheets of the OpenDocument format have the same values
/// and are read and written by `OpenDocumentFormat`. A cell knows its address (« F12 ») and its
/// place in the file, so that whatever is wrong with its content can be told where a person looks.
package enum Sheets {}
