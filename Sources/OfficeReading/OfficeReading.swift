/// OpenDocument texts as documents: what any program wrote, read into the blocks of `Documents`.
///
/// `OfficeReader` is the door: made once for a package, it reads that package, or any other text with
/// the same styles. What a text means is told by its styles, automatic ones followed to the named
/// ones and those to their parents: headings, callouts, the zones of a letter are known by the names
/// that `look/reference.fodt` gives them (`ParagraphRole`), bold and italics by what styles say.
///
/// The way is in three steps. `BodyReader` walks the elements and makes `Piece`s, paragraphs with
/// their roles; `gathered` joins neighbours into captions, callouts, slips; `gatheredLetters` joins
/// the zones of letters. What a page or a form has no place for (drawings, indexes, page numbers,
/// deleted text) is left out; KitTemplates/README.md lists it.
///
/// Clauses are those of OpenDocument 1.3, part 3 (schema).
package enum OfficeReading {}
