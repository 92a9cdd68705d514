/// **Compose**: a brief and templates become documents.
///
/// A template is an XML file in the document vocabulary, with `for` and `if` on any element and
/// `{{ … }}` in any text. It is compiled once: names are resolved to positions, types are checked,
/// literals are made typographically right; after that, a flat program runs and appends. The
/// language is small, typed, strict and pure: no code runs from a template, and no value is ever
/// read again as a template.
///
/// Files, in reading order: `Value`, `ValueType` and `Shape` (what a template may name), the
/// expression parser, `Program` (the compiled form), `DocumentPiece`, the compiler, the composer,
/// and `KitPlan` (the documents of a kit). `BriefFields` lists the fields.
package enum Templates {}
