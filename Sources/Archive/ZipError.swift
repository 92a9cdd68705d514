package import Diagnostics
package import FileTree

/// Why bytes are not an archive that may be read. Whoever sent them may mean harm: nothing of an
/// archive with one such fault is used.
package enum ZipError: Error, Hashable, Sendable {
  /// No end record closes the bytes: another kind of file, one that was cut off, or one with
  /// something behind its end.
  case notAnArchive
  /// The bytes cannot be had from where they lie.
  case unreadable
  /// A record leads outside the archive, or does not begin as it should.
  case damaged(Part)
  /// A volume of an archive that goes on in another file.
  case severalDisks
  /// A password is needed. The name is as the archive gives it.
  case encrypted(String)
  /// Neither stored nor deflated (APPNOTE 4.4.5).
  case unknownMethod(UInt16, String)
  /// The bytes of a name are not text.
  case nameNotText
  /// A name that would leave the folder, or that a machine refuses.
  case path(PathError)
  /// Two names that are one, or a file that is a folder too.
  case names(TreeError)
  case symbolicLink(RelativePath)
  /// The two headers of an entry, or its data descriptor, tell different things.
  case headersDisagree(RelativePath)
  /// Two entries share bytes, which makes a small archive a very large one.
  case overlap(RelativePath, RelativePath)
  case tooManyEntries(limit: Int)
  /// All entries together would be larger when unpacked.
  case tooLarge(limitBytes: Int)
  /// An entry unpacks to more times its size than honest files do.
  case tooDense(RelativePath, limit: Int)
  /// The bytes of the entry are not those that were packed.
  case wrongContent(RelativePath)

  /// The parts in which damage is met.
  package enum Part: Hashable, Sendable {
    case end
    case directory
    case entry(RelativePath)
  }

  package var message: Phrase {
    switch self {
    case .notAnArchive:
      Phrase(
        en: "this is not a whole ZIP archive: its end is missing",
        fr: "ce n’est pas une archive ZIP entière : sa fin manque")
    case .unreadable:
      Phrase(
        en: "the archive cannot be read to its end",
        fr: "l’archive ne peut pas être lue jusqu’au bout")
    case .damaged(let part): part.message
    case .severalDisks:
      Phrase(
        en: "the archive is one of several volumes",
        fr: "l’archive n’est qu’un volume parmi plusieurs")
    case .encrypted(let name):
      Phrase(
        en: "`\(name)` is protected by a password",
        fr: "« \(name) » est protégé par un mot de passe"
      )
    case .unknownMethod(let method, let name):
      Phrase(
        en: "`\(name)` is packed by the method \(method), and only 0 and 8 are read",
        fr: "« \(name) » est comprimé par la méthode \(method), seules 0 et 8 se lisent")
    case .nameNotText:
      Phrase(
        en: "a name in the archive is not UTF-8 text, though it is said to be",
        fr: "un nom de l’archive n’est pas du texte UTF-8, bien qu’il soit annoncé comme tel")
    case .path(let error): error.message
    case .names(let error): error.message
    case .symbolicLink(let path):
      Phrase(
        en: "`\(path)` is a symbolic link", fr: "« \(path) » est un lien symbolique")
    case .headersDisagree(let path):
      Phrase(
        en: "the archive says two different things of `\(path)`",
        fr: "l’archive dit deux choses différentes de « \(path) »")
    case .overlap(let path, let other):
      Phrase(
        en: "`\(path)` and `\(other)` share bytes of the archive",
        fr: "« \(path) » et « \(other) » se partagent des octets de l’archive")
    case .tooManyEntries(let limit):
      Phrase(
        en: "the archive holds more than \(limit) files",
        fr: "l’archive contient plus de \(limit) fichiers")
    case .tooLarge(let limit):
      Phrase(
        en: "unpacked, the archive is larger than \(limit >> 20) MiB",
        fr: "décomprimée, l’archive dépasse \(limit >> 20) Mio")
    case .tooDense(let path, let limit):
      Phrase(
        en: "`\(path)` unpacks to more than \(limit) times its size",
        fr: "« \(path) », décomprimé, dépasse \(limit) fois sa taille")
    case .wrongContent(let path):
      Phrase(
        en: "`\(path)` is damaged: its bytes are not those that were packed",
        fr: "« \(path) » est abîmé : ses octets ne sont pas ceux qui ont été comprimés")
    }
  }
}

extension ZipError.Part {
  fileprivate var message: Phrase {
    switch self {
    case .end:
      Phrase(
        en: "the archive is damaged at its end", fr: "l’archive est abîmée à la fin")
    case .directory:
      Phrase(
        en: "the list of files in the archive is damaged",
        fr: "la liste des fichiers de l’archive est abîmée")
    case .entry(let path):
      Phrase(
        en: "the archive is damaged where `\(path)` should stand",
        fr: "l’archive est abîmée là où devrait se trouver « \(path) »")
    }
  }
}
