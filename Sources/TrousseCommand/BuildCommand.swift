import Diagnostics

/// `trousse build`, as typed.
struct BuildCommand: Subcommand {
  var inputs = InputOptions()
  var output: String?
  var wantsZip = false
  var shard: Shard?
  var isPublic = false
  var replacesWork = false

  static let name = "build"

  static let options: [CommandOption<BuildCommand>] =
    InputOptions.options(in: \.inputs) + [
      .text("--out", \.output),
      .flag("--zip", \.wantsZip),
      .shard("--shard", \.shard),
      .flag("--public", \.isPublic),
      .flag("--replace", \.replacesWork),
    ]

  func run(_ surroundings: Surroundings, _ console: Console) async -> ExitCode {
    await BuildRun(self, surroundings, console).run()
  }

  static let summary = Phrase(
    en: "build the kits: folders, zips, and the academic team's page",
    fr: "fabriquer les kits : dossiers, zips et page de l’équipe académique")

  static let help = Phrase(
    en: """
      trousse build: build the kits

      usage: trousse build [--edition YEAR] [--basin ID …] [--out DIR] [--zip] [--date DAY]
                           [--start DAY] [--data DIR] [--templates DIR] [--jobs N]
                           [--shard I/N] [--public] [--replace] [--strict]

        --edition YEAR    the edition, by the year of its week (else the base's current one)
        --basin ID …      only these basins (else all)
        --out DIR         where to write (else build/kits)
        --zip             a zip beside each kit (also where a zip stands already)
        --date DAY        the day that the kits carry, as 2015-01-12 (else SOURCE_DATE_EPOCH, else
                          the edition's kit-day, else 24 weeks before the week; never the clock)
        --start DAY       when the basins set to work, for a plan that starts late (see
                          `trousse help plan`)
        --data DIR        a folder with KnowledgeBase, and perhaps Calendars and Schemas
        --templates DIR   a folder of templates with kit.xml
        --jobs N          how many kits at a time (else one for each processor)
        --shard I/N       only the I-th of N parts, for one of N machines; `trousse index` then
                          makes the academic team's page of all
        --public          without personal data: names, functions, phones and mails of the team are
                          left blank, and what was left out is listed
        --replace         also where somebody has worked in the kit that stands there: that work is
                          lost (without it, the build stops and says where)
        --strict          a warning stops the build too

      Kits are written beside and swapped in at the end: a build that fails or is killed leaves the
      former kits whole. The same inputs give the same bytes, so a kit that is there already as it
      would be built is left as it is.

      """,
    fr: """
      trousse build : fabriquer les kits

      usage : trousse build [--edition ANNÉE] [--basin ID …] [--out DOSSIER] [--zip] [--date JOUR]
                            [--start JOUR] [--data DOSSIER] [--templates DOSSIER] [--jobs N]
                            [--shard I/N] [--public] [--replace] [--strict]

        --edition ANNÉE      l’édition, par l’année de sa Semaine (sinon celle en cours)
        --basin ID …         seulement ces bassins (sinon tous)
        --out DOSSIER        où écrire (sinon build/kits)
        --zip                un zip à côté de chaque kit (aussi là où il y en a déjà un)
        --date JOUR          le jour que portent les kits, comme 2015-01-12 (sinon
                             SOURCE_DATE_EPOCH, sinon le kit-day de l’édition, sinon 24 semaines
                             avant la Semaine ; jamais l’horloge)
        --start JOUR         quand les bassins se mettent au travail, pour un plan qui commence
                             tard (voir « trousse help plan »)
        --data DOSSIER       un dossier avec KnowledgeBase, et au besoin Calendars et Schemas
        --templates DOSSIER  un dossier de modèles avec kit.xml
        --jobs N             combien de kits à la fois (sinon un par processeur)
        --shard I/N          seulement la I-ième de N parts, pour une machine sur N ; « trousse
                             index » fait ensuite la page de l’équipe académique
        --public             sans donnée personnelle : noms, fonctions, téléphones et courriels de
                             l’équipe restent en blanc, et ce qui a été ôté est énuméré
        --replace            même là où quelqu’un a travaillé dans le kit en place : ce travail est
                             perdu (sans cette option, la fabrication s’arrête et dit où)
        --strict             un avertissement arrête aussi la fabrication

      Les kits sont écrits à côté puis mis en place à la fin : une fabrication qui échoue ou que
      l’on interrompt laisse les anciens kits entiers. Les mêmes sources donnent les mêmes octets :
      un kit déjà en place tel qu’il serait fabriqué est laissé comme il est.

      """)
}
