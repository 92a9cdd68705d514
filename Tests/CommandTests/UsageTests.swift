import TestSupport
import Testing

@Suite struct `The command line` {
  private static let english = [
    Line(command: "--version", output: .exactly("trousse 0.1.0\n")),
    Line(command: "--help", output: .containing(["usage: trousse COMMAND", "exit codes: 0 done"])),
    Line(command: "help", output: .containing(["usage: trousse COMMAND"])),
    Line(command: "help build", output: .containing(["usage: trousse build", "--jobs N"])),
    Line(command: "build --help", output: .containing(["usage: trousse build"])),
    Line(command: "check -h", output: .containing(["usage: trousse check"])),
  ]

  private static let languages = [
    Line(
      command: "--help", environment: ["LANG": "fr_FR.UTF-8"],
      output: .containing(["usage : trousse COMMANDE", "codes de sortie"])),
    Line(
      command: "--help", environment: ["LANG": "en_GB.UTF-8", "LC_ALL": "fr_CA"],
      output: .containing(["usage : trousse COMMANDE"])),
    Line(
      command: "--help", environment: ["LANG": "fr_FR.UTF-8", "LC_ALL": "C"],
      output: .containing(["usage: trousse COMMAND"])),
    Line(
      command: "--help", environment: ["LANG": "de_DE", "LC_MESSAGES": "fr"],
      output: .containing(["usage : trousse COMMANDE"])),
    Line(
      command: "--help", environment: ["LANG": "frr_DE"],
      output: .containing(["usage: trousse COMMAND"])),
    Line(command: "--lang fr --help", output: .containing(["usage : trousse COMMANDE"])),
    Line(command: "--help --lang=fr", output: .containing(["usage : trousse COMMANDE"])),
    Line(
      command: "build --help --lang en", environment: ["LANG": "fr_FR.UTF-8"],
      output: .containing(["trousse build: build the kits"])),
    Line(
      command: "--lang en build --help", environment: ["LANG": "fr_FR.UTF-8"],
      output: .containing(["usage: trousse build"])),
    Line(command: "--lang fr --version", output: .exactly("trousse 0.1.0\n")),
    Line(
      command: "buid --lang fr", code: 2,
      errors: .containing([
        "erreur[usage.unknown-command]", "il n’y a pas de commande « buid »", "build",
        "« trousse --help » montre toute la commande",
      ])),
  ]

  private static let mistakes = [
    Line(
      command: "", code: 2,
      errors: .exactly(
        """
        error[usage.no-command]: no command was given
         = help: `trousse build` builds the kits, `trousse check` checks their sources
         = help: `trousse --help` shows the whole command

        """)),
    Line(
      command: "buid", code: 2,
      errors: .exactly(
        """
        error[usage.unknown-command]: there is no command `buid`
         = help: did you mean `build`?
         = help: `trousse --help` shows the whole command

        """)),
    Line(
      command: "--verzion", code: 2,
      errors: .containing(["usage.unknown-option", "did you mean `--version`?"])),
    Line(
      command: "build --baisn evry", code: 2,
      errors: .containing(["there is no option `--baisn` here", "did you mean `--basin`?"])),
    Line(
      command: "check --zip", code: 2, errors: .containing(["there is no option `--zip` here"])),
    Line(
      command: "build evry", code: 2, errors: .containing(["`evry` belongs to no option"])),
    Line(command: "build --out", code: 2, errors: .containing(["`--out` needs a value"])),
    Line(command: "build --data=", code: 2, errors: .containing(["`--data` needs a value"])),
    Line(command: "build --basin", code: 2, errors: .containing(["`--basin` needs a value"])),
    // An option is not the value of the one before it.
    Line(command: "build --basin --zip", code: 2, errors: .containing(["`--basin` needs a value"])),
    Line(command: "build --out --zip", code: 2, errors: .containing(["`--out` needs a value"])),
    Line(command: "build --basin ,", code: 2, errors: .containing(["`--basin` needs a value"])),
    Line(
      command: "help bild", code: 2,
      errors: .containing(["there is no command `bild`", "did you mean `build`?"])),
    Line(command: "help build more", code: 2, errors: .containing(["`more` belongs to no option"])),
    Line(
      command: "build --jobs 0", code: 2,
      errors: .exactly(
        "error[usage.not-a-number]: `--jobs` is a number from 1 to 256, not `0`\n")),
    Line(command: "build --jobs -1", code: 2, errors: .containing(["not `-1`"])),
    Line(command: "build --jobs 1e3", code: 2, errors: .containing(["not `1e3`"])),
    Line(
      command: "build --jobs 99999999999999999999", code: 2,
      errors: .containing(["usage.not-a-number"])),
    Line(
      command: "build --lang de", code: 2,
      errors: .containing(["`--lang` cannot be `de`", "`en`"])),
    Line(
      command: "build --diagnostics jsn", code: 2,
      errors: .containing(["`--diagnostics` cannot be `jsn`", "did you mean `json`?"])),
    Line(
      command: "build --date 2015-02-29", code: 2,
      errors: .exactly(
        """
        error[usage.not-a-day]: `--date` wants a day, and `2015-02-29` is none
         = help: write the year, month and day, as in `2015-01-12`

        """)),
    Line(command: "build --date today", code: 2, errors: .containing(["`today` is none"])),
    Line(
      command: "check", environment: ["SOURCE_DATE_EPOCH": "yesterday"], code: 2,
      errors: .containing(["`SOURCE_DATE_EPOCH` is a number of seconds"])),
    Line(
      command: "check", environment: ["SOURCE_DATE_EPOCH": "-1"], code: 2,
      errors: .containing(["usage.not-an-epoch"])),
    Line(
      command: "check", environment: ["SOURCE_DATE_EPOCH": "99999999999"], code: 2,
      errors: .containing(["usage.not-an-epoch"])),
    // The terminal is not driven by what was typed.
    Line(
      command: "build --bas\u{1B}[31min", code: 2, errors: .containing([#"--bas\u{1b}[31min"#])),
  ]

  private static let unknown = [
    Line(
      command: "build --basin evri", code: 1,
      errors: .exactly(
        """
        error[build.unknown-basin]: no basin has the id `evri`
         = help: did you mean `evry`?

        """)),
    Line(
      command: "build --basin evry,atlantis", code: 1,
      errors: .containing(["no basin has the id `atlantis`", "known here: antony, argenteuil"])),
    Line(
      command: "build --basin ../evry", code: 1, errors: .containing(["no basin has the id"])),
    Line(
      command: "build --edition 2071", code: 1,
      errors: .containing(["build.unknown-edition", "no edition has the id `2071`", "2017"])),
    Line(
      command: "build --edition 2014", code: 1,
      errors: .containing(["build.edition-without-end", "Assets/KnowledgeBase/editions.xml:"])),
    Line(command: "build --bogus --diagnostics json", code: 2, errors: .containing(["{\"id\":"])),
    Line(
      command: "build --edition 2017", code: 1,
      errors: .containing([
        "plan.edition-without-week", "Assets/KnowledgeBase/editions.xml:",
        "choose an edition that has them: 2013, 2015, 2016",
      ])),
    Line(
      command: "build --data nowhere", code: 1,
      errors: .containing(["disk.list", "`nowhere/KnowledgeBase`", "it does not exist"])),
    Line(
      command: "check --templates nowhere", code: 1,
      errors: .containing(["disk.list", "`nowhere`", "it does not exist"])),
  ]

  @Test(arguments: english + languages + mistakes + unknown)
  func `is understood, or answered with what is wrong, and nothing is written`(
    _ line: Line
  ) throws {
    let folder = try TemporaryFolder()
    try line.expect(in: folder.path)
    #expect(try folder.contents() == [])
  }
}
