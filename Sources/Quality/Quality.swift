/// **Review**: where the knowledge base is thin, for the people who keep it up.
///
/// `review` gives findings, which are advice and never errors: what rests on no source, what nobody
/// calls, what is told twice, what is still blank. `sourceUses` says what rests on what.
package enum Quality {}
