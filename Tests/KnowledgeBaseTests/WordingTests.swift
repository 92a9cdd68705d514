import Diagnostics
import KnowledgeBase
import TestSupport
import Testing

@Suite struct `What is said of the base` {
  struct Wording: Sendable, CustomTestStringConvertible {
    var id: String
    var edit: Edit
    var english: String
    var french: String
    var testDescription: String { id }

    init(_ id: String, _ old: String, _ new: String, _ english: String, _ french: String) {
      self.id = id
      edit = Edit(old, new)
      self.english = english
      self.french = french
    }
  }

  @Test(arguments: [
    Wording(
      "kb.missing-attribute", "number='1' title='Cadrer'", "number='1'",
      "`phase` needs the attribute `title`", "« phase » doit porter l’attribut « title »"),
    Wording(
      "kb.missing-element", "<mission>Suppléer.</mission>", "",
      "`role` needs a `<mission>`", "« role » doit contenir un « <mission> »"),
    Wording(
      "kb.not-an-id", "<partner id='mairie'", "<partner id='con'",
      """
      `con` cannot be an id
      use lower-case letters without accents, digits and single hyphens, 60 at most, and no name \
      that Windows reserves, such as `con`
      """,
      """
      « con » ne peut pas servir d’identifiant
      écrivez des minuscules sans accent, des chiffres et des traits d’union simples, 60 au plus, \
      et aucun nom réservé par Windows, comme « con »
      """),
    Wording(
      "kb.not-a-day", "day='2015-01-01'", "day='2015-02-31'",
      """
      `2015-02-31` is not a day of the calendar
      write the year, month and day, as in `2014-03-17`
      """,
      """
      « 2015-02-31 » n’est pas un jour du calendrier
      écrivez l’année, le mois et le jour, comme « 2014-03-17 »
      """),
    Wording(
      "kb.not-a-number", "rank='2'", "rank='deux'", "`deux` is not a whole number",
      "« deux » n’est pas un nombre entier"),
    Wording(
      "kb.unknown-word", "status='attested'", "status='atested'",
      """
      `atested` is not one of the words that stand here
      did you mean `attested`?
      """,
      """
      « atested » n’est pas un des mots attendus ici
      vouliez-vous dire « attested » ?
      """),
    Wording(
      "kb.duplicate-id", "<basin id='massy'", "<basin id='evry'",
      """
      the id `evry` is already taken
      (first used here)
      """,
      """
      l’identifiant « evry » est déjà pris
      (première utilisation ici)
      """),
    Wording(
      "kb.unknown-reference", "after='equipe'", "after='equipes'",
      """
      no task has the id `equipes`
      did you mean `equipe`?
      """,
      """
      « equipes » ne désigne aucune tâche
      vouliez-vous dire « equipe » ?
      """),
    Wording(
      "kb.end-before-start", "end='2015-03-22'", "end='2015-03-02'",
      """
      the week of the edition `2015` ends before it starts
      exchange `start` and `end`
      """,
      """
      la semaine de l’édition « 2015 » finit avant de commencer
      échangez « start » et « end »
      """),
    Wording(
      "kb.week-too-long", "end='2015-03-22'", "end='2015-03-31'",
      "the week of the edition `2015` lasts 16 days; a week has at most 7",
      "la semaine de l’édition « 2015 » dure 16 jours ; une semaine en a 7 au plus"),
    Wording(
      "kb.fund-years", "</principle>",
      "</principle><fund id='a' first='2014' last='2013' emblem='E' standing='proposed'>M</fund>",
      """
      the years 2014 to 2013 of a fund are no period of their own
      the first year comes before the last, and no year lies in two periods
      """,
      """
      les années 2014 à 2013 d’un fonds ne sont pas une période à elles seules
      la première année précède la dernière, et aucune n’est dans deux périodes
      """),
    Wording(
      "kb.unknown-picture", "<basin id='evry'", "<basin logo='e.png' id='evry'",
      "the folder `pictures` has no file `e.png`",
      "le dossier « pictures » n’a pas de fichier « e.png »"),
    Wording(
      "kb.brackets", "à [lieu]", "à [lieu",
      """
      a bracket of this text has no other, or nothing stands in it
      what is to be filled in stands between two brackets: `[place and hour]`
      """,
      """
      un crochet de ce texte n’a pas son pendant, ou ne contient rien
      ce qu’il y a à compléter est entre deux crochets : « [lieu et heure] »
      """),
    Wording(
      "kb.missing-source", "<tip standing='proposed' sources='note'>", "<tip standing='reported'>",
      """
      what is reported or computed names its source
      add `sources="…"`, or `standing="proposed"` if it is good practice only
      """,
      """
      ce qui est rapporté ou calculé indique sa source
      ajoutez « sources="…" », ou « standing="proposed" » si ce n’est qu’un conseil
      """),
    Wording(
      "kb.task-cycle", "after='equipe'", "after='reunion'",
      """
      tasks wait for each other in a circle: `reunion` → `reunion`
      take one of the ids out of its task's `after`
      """,
      """
      des tâches s’attendent en rond : `reunion` → `reunion`
      retirez un de ces identifiants du « after » de sa tâche
      """),
  ])
  func `is said in both languages`(_ row: Wording) throws {
    let problems = diagnostics(try tinyBase([row.edit]).files, schemas: try laxSchemas())
    let problem = try #require(problems.first { $0.id.text == row.id })
    #expect(problem.severity == .error)
    #expect(text(of: problem, in: .english) == row.english)
    #expect(text(of: problem, in: .french) == row.french)
  }

  @Test func `names the folder of a missing file, and how to mend it`() throws {
    let files = try tinyBase().files.filter { $0.id.path != "base/roles.xml" }
    let problem = try #require(try diagnostics(files).first)
    #expect(
      text(of: problem, in: .english) == """
        the knowledge base needs the file `roles.xml`
        put it back in `base`, or name another data folder with `--data`
        """)
    #expect(
      text(of: problem, in: .french) == """
        la base de connaissances a besoin du fichier « roles.xml »
        remettez-le dans « base », ou indiquez un autre dossier avec « --data »
        """)
  }

  /// Each kind of item has its own word, and the nearest names of that kind are offered.
  @Test(arguments: [
    Wording(
      "source", "sources='note bilan'>", "sources='bilam'>", "no source has the id `bilam`",
      "« bilam » ne désigne aucune source"),
    Wording(
      "department", "department='essonne' status='attested'", "department='eson' status='attested'",
      "no department has the id `eson`", "« eson » ne désigne aucun département"),
    Wording(
      "edition", "current='2015'", "current='2016'", "no edition has the id `2016`",
      "« 2016 » ne désigne aucune édition"),
    Wording(
      "stake", "stakes='parents'", "stakes='parent'", "no stake has the id `parent`",
      "« parent » ne désigne aucun enjeu"),
    Wording(
      "theme", "stake='ambition'", "stake='pedagogie'", "no stake or theme has the id `pedagogie`",
      "« pedagogie » ne désigne aucun enjeu ni thème"),
    Wording(
      "basin", "basin='evry massy'", "basin='evyr massy'", "no basin has the id `evyr`",
      "« evyr » ne désigne aucun bassin"),
    Wording(
      "role", "owner='animateur'", "owner='animatuer'", "no role has the id `animatuer`",
      "« animatuer » ne désigne aucun rôle"),
    Wording(
      "phase", "<duty phase='cadrage'", "<duty phase='suites'", "no phase has the id `suites`",
      "« suites » ne désigne aucune phase"),
    Wording(
      "task", "tasks='equipe reunion'", "tasks='equipe runion'", "no task has the id `runion`",
      "« runion » ne désigne aucune tâche"),
  ])
  func `calls the kinds by their names`(_ row: Wording) throws {
    let problem = try #require(try diagnostics(try tinyBase([row.edit]).files).first)
    #expect(problem.message.english == row.english)
    #expect(problem.message.french == row.french)
    #expect(!problem.help.isEmpty)
  }

  /// The message, its help below it, its notes in brackets.
  private func text(of problem: Diagnostic, in language: Language) -> String {
    ([problem.message.text(in: language)] + problem.help.map { $0.text(in: language) }
      + problem.notes.map { "(\($0.message.text(in: language)))" }).joined(separator: "\n")
  }
}
