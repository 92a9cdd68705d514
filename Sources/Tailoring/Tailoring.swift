/// **Tailor**: the knowledge base, a plan and one basin become a `Brief`: all that a kit may say.
///
/// What differs from basin to basin is decided here: new or experienced, department, first degree,
/// stakes, which tasks, lessons and actions, and what is still a blank. The room does not know
/// what a paragraph is.
package enum Tailoring {}
