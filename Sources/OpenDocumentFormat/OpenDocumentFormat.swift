/// Documents as OpenDocument text (ODT), valid OpenDocument 1.3, for Writer and Word.
///
/// Two parts. `TextDocumentLook` reads the reference document once: a flat ODT that the academic
/// team restyles in Writer. Its styles become `styles.xml`, compressed once and shared by all
/// documents. `TextDocumentWriter` writes a `Document` into `content.xml` with the names of those
/// styles, straight into bytes; only this part and `meta.xml` are made for each document.
///
/// What the room promises: real headings, lists and table headers, no empty paragraph, no tab, no
/// text box but the addressee's, and blanks that keep their name when they are filled.
package enum OpenDocumentFormat {}
