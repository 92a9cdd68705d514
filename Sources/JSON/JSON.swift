/// JSON as other programs write it (RFC 8259), read strictly and with places.
///
/// A reader that guesses hides other people's mistakes: comments, trailing commas, single quotes and
/// a key that stands twice are refused, each at its place and with what to do. Numbers stay exact.
/// Files, in reading order: `JSONValue`, `readJSON`.
package enum JSON {}
