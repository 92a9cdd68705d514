/// XML into a tree whose every word knows its place, RELAX NG, and trees out as XML or HTML.
///
/// Reading is done twice, by two programs that share no code. `XMLReader` reads the bytes itself,
/// because libxml2 tells neither where an attribute stands nor where a run of text began; it
/// builds the tree and tells of mistakes with exact spans. libxml2 then reads the same bytes as
/// the judge: what it refuses is refused here too, and it validates against RELAX NG. A document
/// type is refused before either of them, so no entity is ever declared, let alone expanded.
///
/// The only room that imports `CLibXML2`. No pointer of it leaves the file that made it.
package enum Markup {}
