import Foundation
import TestSupport
import Testing

/// Kits that came back from anywhere, as the commands meet them: clear words in both languages, an
/// exit code, nothing written outside and nothing lost.
@Suite struct `A kit that means harm` {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    /// A line of shell, or what Python does with `kit`, the path of the zip or of the letter.
    var shell = ":"
    var python = "pass"
    var command = "verify kits/kit-evry-2015.zip"
    var code: Int32 = 1
    let english: String
    let french: String

    var testDescription: String { name }
  }

  private static func entry(_ name: String, _ content: String = "b'x'") -> String {
    "zipfile.ZipFile(kit, 'a', zipfile.ZIP_DEFLATED).writestr('\(name)', \(content))"
  }

  private static let update = "update kits/kit-evry-2015 --data data --templates templates"

  static let zips = [
    Row(
      name: "zip: a way out", python: entry("../../evil.txt"),
      english: "has a part that is empty, `.` or `..`", french: "a une partie vide"),
    Row(
      name: "zip: an absolute path", python: entry("/tmp/evil.txt"),
      english: "`/tmp/evil.txt`", french: "« /tmp/evil.txt »"),
    Row(
      name: "zip: a drive", python: entry("C:/evil.txt"),
      english: "`C:/evil.txt`", french: "« C:/evil.txt »"),
    Row(
      name: "zip: a symbolic link",
      python: """
        info = zipfile.ZipInfo('kit-evry-2015/lien'); info.create_system = 3
        info.external_attr = 0o120777 << 16
        zipfile.ZipFile(kit, 'a').writestr(info, '/etc/passwd')
        """,
      english: "`kit-evry-2015/lien` is a symbolic link",
      french: "« kit-evry-2015/lien » est un lien symbolique"),
    Row(
      name: "zip: a bomb", python: entry("kit-evry-2015/bombe", "bytes(9 << 20)"),
      english: "unpacks to more than 300 times its size",
      french: "décomprimé, dépasse 300 fois sa taille"),
    Row(
      name: "zip: not one", python: "open(kit, 'wb').write(b'PK')",
      english: "not a whole ZIP archive", french: "n’est pas une archive ZIP entière"),
    Row(
      name: "zip: no kit in it",
      python: "zipfile.ZipFile(kit, 'w').writestr('notes.txt', 'x')",
      english: "there is no kit in", french: "il n’y a pas de kit dans"),
  ]

  static let folders = [
    Row(
      name: "a manifest that leads out",
      shell: "sed -i 's#path=\"OUVRIR.html\"#path=\"../../evil.txt\"#' $kit/.trousse/manifest.xml",
      command: "verify kits/kit-evry-2015",
      english: "error[export.manifest-path]", french: "la fiche du kit annonce"),
    Row(
      name: "a manifest with other sums",
      shell: "sed -i 's/sha256=\"./sha256=\"0/' $kit/.trousse/manifest.xml",
      command: update, english: "error[export.manifest-not-sound]", french: "n’est plus intacte"),
    Row(
      name: "a manifest that is none", shell: "echo '<kit/>' >$kit/.trousse/manifest.xml",
      command: update, english: "this is not the manifest of a kit",
      french: "ce n’est pas la fiche d’un kit"),
    Row(
      name: "a link to a file", shell: "ln -s /etc/passwd $kit/lien", command: update,
      english: "it is a symbolic link", french: "c’est un lien symbolique"),
    Row(
      name: "a link to a folder", shell: "ln -s /etc $kit/lien",
      command: "export kits/kit-evry-2015 --usb key",
      english: "it is a symbolic link", french: "c’est un lien symbolique"),
    Row(
      name: "a pipe that never ends", shell: "mkfifo $kit/tuyau", command: update,
      english: "it is not a plain file", french: "ce n’est pas un fichier ordinaire"),
    Row(
      name: "a folder that is no kit", shell: "mkdir kits/vide", command: "verify kits/vide",
      english: "there is no kit in", french: "il n’y a pas de kit dans"),
    Row(
      name: "a base that is gone", shell: "rm $kit/.trousse/base.zip", command: update, code: 0,
      english: "the old kit does not remember", french: "n’a pas gardé trace"),
    Row(
      name: "a base that somebody forged", shell: "cp $kit.zip $kit/.trousse/base.zip",
      command: update, code: 0,
      english: "the old kit does not remember", french: "n’a pas gardé trace"),
  ]

  private static func letter(_ change: String) -> String {
    """
    kit = '\(odt)'; old = zipfile.ZipFile(kit); parts = [(i, old.read(i)) for i in old.infolist()]
    with zipfile.ZipFile(kit, 'w', zipfile.ZIP_DEFLATED) as odt:
        for info, data in parts: odt.writestr(info, data.replace(b'<office:text>', b'<office:text>\(change)'))
    """
  }

  private static let odt = "kits/kit-evry-2015/01-agir/01-lettre.odt"
  private static let newLetter = "sed -i 's/À </Bonjour, à </' templates/lettre.xml"

  /// Nobody's harm comes into the new document: the old one stays beside it, as it is.
  static let documents = [
    Row(
      name: "an ODT with a macro", shell: newLetter,
      python: "zipfile.ZipFile('\(odt)', 'a').writestr('Basic/Standard/Module1.xml', '<a/>')",
      command: update, code: 0,
      english: "01-lettre.odt → 01-agir/01-lettre.votre-version-2015.odt",
      french: "gardés à côté du nouveau (1) :"),
    Row(
      name: "an ODT that fetches a picture", shell: newLetter,
      python: letter(
        "<text:p><draw:frame><draw:image xlink:href=\"https://example.org/a.png\"/></draw:frame></text:p>"
      ),
      command: update, code: 0,
      english: "01-lettre.odt → 01-agir/01-lettre.votre-version-2015.odt",
      french: "gardés à côté du nouveau (1) :"),
    Row(
      name: "an ODT that is a bomb", shell: newLetter,
      python:
        "zipfile.ZipFile('\(odt)', 'a', zipfile.ZIP_DEFLATED).writestr('b.xml', bytes(9 << 20))",
      command: update, code: 0,
      english: "01-lettre.odt → 01-agir/01-lettre.abime-2015.odt",
      french: "gardés à côté du nouveau (1) :"),
  ]

  @Test(arguments: zips + folders + documents)
  func `is told clearly, and does none`(_ row: Row) throws {
    let tiny = try TinyFolder()
    let build = "\(TinyFolder.build("2014-10-06", to: "kits")) --basin evry"
    try #require(try Trousse.run(build, in: tiny.path).code == 0)
    try tiny.folder.write("mine", at: "key/notes.txt")
    try tiny.folder.write(
      "import zipfile\nkit = 'kits/kit-evry-2015.zip'\n\(row.python)\n", at: "spoil.py")
    let spoil = "kit=kits/kit-evry-2015; python3 -W ignore spoil.py && \(row.shell)"
    let spoilt = try Trousse.shell(spoil, in: tiny.path)
    try #require(spoilt.code == 0, "\(spoilt.errors)")
    try #require(try Trousse.shell("cp -r kits/kit-evry-2015 old", in: tiny.path).code == 0)
    let list = "find . -type f | sort | xargs sha256sum"
    let before = try Trousse.shell(list, in: tiny.path).output.split(separator: "\n")
    let french = try Trousse.run("\(row.command) --lang fr", in: tiny.path)
    #expect(french.code == row.code, "\(french.errors)")
    #expect((french.errors + french.output).contains(row.french), "\(french)")
    if row.code != 0 {
      let after = try Trousse.shell(list, in: tiny.path).output.split(separator: "\n")
      #expect(before == after)
    } else {
      // What the basin had is in the old kit, to the byte.
      #expect(
        try Trousse.shell("diff -r kits/kit-evry-2015.ancien old", in: tiny.path).code == 0)
      let restore = "rm -r kits/kit-evry-2015 && mv kits/kit-evry-2015.ancien kits/kit-evry-2015"
      #expect(try Trousse.shell(restore, in: tiny.path).code == 0)
    }
    let english = try Trousse.run(row.command, in: tiny.path)
    #expect(english.code == row.code)
    #expect((english.errors + english.output).contains(row.english), "\(english)")
    #expect(!FileManager.default.fileExists(atPath: "/tmp/evil.txt"))
    #expect(!FileManager.default.fileExists(atPath: "\(tiny.path)/../evil.txt"))
  }

  /// Whatever is written takes a name; what another name of the same file leads to stays as it is.
  @Test func `with hard links writes through none of them`() throws {
    let tiny = try TinyFolder()
    let build = "\(TinyFolder.build("2014-10-06", to: "kits")) --basin evry"
    try #require(try Trousse.run(build, in: tiny.path).code == 0)
    let line = """
      mkdir key && cp -r kits/kit-evry-2015 key/ && cp key/kit-evry-2015/OUVRIR.html mine.html &&
      for kit in kits key; do ln -f mine.html $kit/kit-evry-2015/OUVRIR.html; done &&
      echo note >note.txt && ln note.txt kits/kit-evry-2015/note.txt && cp mine.html copy.html &&
      sed -i s/Bienvenue/Bonjour/ templates/accueil.xml &&
      "$0" \(Self.update) && echo more >>kits/kit-evry-2015/note.txt &&
      "$0" export kits/kit-evry-2015 --usb key && echo more >>key/kit-evry-2015/note.txt &&
      cmp mine.html copy.html && test "$(cat note.txt)" = note &&
      grep -q Bonjour key/kit-evry-2015/OUVRIR.html
      """
    let outcome = try Trousse.shell(line, in: tiny.path)
    #expect(outcome.code == 0, "\(outcome)")
  }
}
