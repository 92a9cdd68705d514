import Diagnostics

/// The help of the whole command, or of one verb.
func helpText(_ topic: String?, in language: Language) -> String {
  switch topic {
  case "build": buildHelp.text(in: language)
  case "check": checkHelp.text(in: language)
  default: commandHelp.text(in: language)
  }
}

private let commandHelp = Phrase(
  en: """
    trousse: organisation kits for the Semaine de la persévérance scolaire

    usage: trousse COMMAND [OPTIONS]

    commands:
      build      build the kits: folders, zips, and the academic team's page
      check      check knowledge base and templates against all basins; write nothing
      help       this help; `trousse help build` tells more of one command

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
    trousse : les kits d’organisation de la Semaine de la persévérance scolaire

    usage : trousse COMMANDE [OPTIONS]

    commandes :
      build      fabriquer les kits : dossiers, zips et page de l’équipe académique
      check      contrôler la base et les modèles pour tous les bassins, sans rien écrire
      help       cette aide ; « trousse help build » en dit plus sur une commande

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

private let buildHelp = Phrase(
  en: """
    trousse build: build the kits

    usage: trousse build [--edition YEAR] [--basin ID …] [--out DIR] [--zip] [--date DAY]
                         [--data DIR] [--templates DIR] [--jobs N] [--strict]

      --edition YEAR    the edition, by the year of its week (else the base's current one)
      --basin ID …      only these basins (else all)
      --out DIR         where to write (else build/kits)
      --zip             a zip beside each kit (also where a zip stands already)
      --date DAY        the day that the kits carry, as 2015-01-12 (else SOURCE_DATE_EPOCH, else
                        the edition's kit-day, else 24 weeks before the week; never the clock)
      --data DIR        a folder with KnowledgeBase, and perhaps Calendars and Schemas
      --templates DIR   a folder of templates with kit.xml
      --jobs N          how many kits at a time (else one for each processor)
      --strict          a warning stops the build too

    Kits are written beside and swapped in at the end: a build that fails or is killed leaves the
    former kits whole. The same inputs give the same bytes.

    """,
  fr: """
    trousse build : fabriquer les kits

    usage : trousse build [--edition ANNÉE] [--basin ID …] [--out DOSSIER] [--zip] [--date JOUR]
                          [--data DOSSIER] [--templates DOSSIER] [--jobs N] [--strict]

      --edition ANNÉE      l’édition, par l’année de sa Semaine (sinon celle en cours)
      --basin ID …         seulement ces bassins (sinon tous)
      --out DOSSIER        où écrire (sinon build/kits)
      --zip                un zip à côté de chaque kit (aussi là où il y en a déjà un)
      --date JOUR          le jour que portent les kits, comme 2015-01-12 (sinon
                           SOURCE_DATE_EPOCH, sinon le kit-day de l’édition, sinon 24 semaines
                           avant la Semaine ; jamais l’horloge)
      --data DOSSIER       un dossier avec KnowledgeBase, et au besoin Calendars et Schemas
      --templates DOSSIER  un dossier de modèles avec kit.xml
      --jobs N             combien de kits à la fois (sinon un par processeur)
      --strict             un avertissement arrête aussi la fabrication

    Les kits sont écrits à côté puis mis en place à la fin : une fabrication qui échoue ou que l’on
    interrompt laisse les anciens kits entiers. Les mêmes sources donnent les mêmes octets.

    """)

private let checkHelp = Phrase(
  en: """
    trousse check: check knowledge base and templates against all basins; write nothing

    usage: trousse check [--edition YEAR] [--basin ID …] [--date DAY] [--data DIR]
                         [--templates DIR] [--jobs N] [--strict]

    The options are those of `trousse build`.

    """,
  fr: """
    trousse check : contrôler la base et les modèles pour tous les bassins, sans rien écrire

    usage : trousse check [--edition ANNÉE] [--basin ID …] [--date JOUR] [--data DOSSIER]
                          [--templates DOSSIER] [--jobs N] [--strict]

    Les options sont celles de « trousse build ».

    """)
