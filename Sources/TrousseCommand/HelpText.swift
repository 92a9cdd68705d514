import Diagnostics

/// The help of the whole command: what all commands have in common, and a line for each.
func helpText(in language: Language) -> String {
  opening.text(in: language) + commandLines(in: language) + closing.text(in: language)
}

private func commandLines(in language: Language) -> String {
  let lines =
    TrousseCommand.subcommands.map { ($0.name, $0.summary) } + [("help", helpSummary)]
  let width = lines.map(\.0.count).max() ?? 0
  return lines.map { name, summary in
    "  \(name)\(String(repeating: " ", count: width - name.count + 2))"
      + summary.text(in: language) + "\n"
  }
  .joined()
}

private let helpSummary = Phrase(
  en: "this help; `trousse help build` tells more of one command",
  fr: "cette aide ; « trousse help build » en dit plus sur une commande")

private let opening = Phrase(
  en: """
    trousse: organisation kits for the Semaine de la persévérance scolaire

    usage: trousse COMMAND [OPTIONS]

    commands:

    """,
  fr: """
    trousse : les kits d’organisation de la Semaine de la persévérance scolaire

    usage : trousse COMMANDE [OPTIONS]

    commandes :

    """)

private let closing = Phrase(
  en: """

    options of all commands:
      --lang en|fr                     language of the messages (else from the locale)
      --diagnostics human|short|json   form of the problems on standard error
      --help, --version

    exit codes: 0 done · 1 errors in the inputs · 2 wrong usage · 3 the machine refused

    examples:
      trousse build --zip                        every kit of the current edition
      trousse build --basin evry --out /tmp/kit  one kit, elsewhere
      trousse check --diagnostics short          for an editor or a robot

    """,
  fr: """

    options de toutes les commandes :
      --lang en|fr                     langue des messages (sinon celle du système)
      --diagnostics human|short|json   forme des problèmes sur la sortie d’erreur
      --help, --version

    codes de sortie : 0 fait · 1 erreurs dans les sources · 2 commande mal écrite
                      3 refus de la machine

    exemples :
      trousse build --zip                        tous les kits de l’édition en cours
      trousse build --basin evry --out /tmp/kit  un seul kit, ailleurs
      trousse check --diagnostics short          pour un éditeur ou un automate

    """)
