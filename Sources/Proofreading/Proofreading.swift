/// **Proofread**: the documents of a kit read as a careful reader reads them, before they leave.
///
/// A document may be sound in itself and still be wrong beside the others: an acronym that nobody
/// has explained, a Monday that is a Tuesday, a meeting that two sheets date differently, a letter
/// that does not fit its page. Such faults stand in the text that was made and in no file alone, so
/// they are looked for there. What the words and the days should be is given as values
/// (`ProofRules`): this room knows no basin and no plan.
///
/// A document is read passage by passage (`Passage`), a passage as words (`WordRun`) whose folded
/// forms are numbers, so that a kit costs some milliseconds.
package enum Proofreading {}
