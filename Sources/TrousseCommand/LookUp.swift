import Assembly
import Diagnostics
import Editing

/// What `show` and `find` share.
enum LookUp {
  static func items(_ inputs: BuildInputs, _ console: Console) throws(ExitCode) -> [ItemView] {
    do throws(Stopped) {
      return try itemViews(of: inputs.knowledge)
    } catch {
      console.complain(error.diagnostics, inputs.sources)
      throw .inputs
    }
  }
}

extension Diagnostic {
  static func unknownKind(_ word: String) -> Diagnostic {
    let known = ItemKind.all.map(\.phrase)
    let (english, french) = (known.map(\.english), known.map(\.french))
    return Diagnostic(
      "usage.unknown-kind", .error,
      Phrase(
        en: "the base has no kind of item `\(word)`",
        fr: "la base n’a pas d’éléments de la sorte « \(word) »"),
      help: [
        Phrase(
          en: "known here: \(english.joined(separator: ", "))",
          fr: "connues ici : \(french.joined(separator: ", "))")
      ])
  }

  static func unknownItem(_ id: String, _ kind: Phrase, among known: [String]) -> Diagnostic {
    Diagnostic(
      "usage.unknown-item", .error,
      Phrase(
        en: "no \(kind.english) has the id `\(id)`",
        fr: "l’identifiant « \(id) » ne désigne rien (\(kind.french))"),
      help: didYouMean(id, among: known))
  }
}
