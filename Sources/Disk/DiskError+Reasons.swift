package import Diagnostics
import Glibc

extension DiskError.Reason {
  var phrase: Phrase {
    switch self {
    case .system(let number): systemPhrase(number)
    case .tooLarge(let limit):
      Phrase(
        en: "the file is larger than \(megabytes(limit).english)",
        fr: "le fichier dépasse \(megabytes(limit).french)")
    case .tooManyEntries(let limit):
      Phrase(en: "it holds more than \(limit) names", fr: "il contient plus de \(limit) noms")
    case .tooDeep(let limit):
      Phrase(
        en: "folders lie more than \(limit) deep",
        fr: "des dossiers s’emboîtent sur plus de \(limit) niveaux")
    case .notAFolder: Phrase(en: "it is not a folder", fr: "ce n’est pas un dossier")
    case .notAFile: Phrase(en: "it is not a plain file", fr: "ce n’est pas un fichier ordinaire")
    case .symbolicLink: Phrase(en: "it is a symbolic link", fr: "c’est un lien symbolique")
    case .nameNotUTF8:
      Phrase(en: "its name is not UTF-8 text", fr: "son nom n’est pas du texte UTF-8")
    case .busy(let owner?):
      Phrase(
        en: "another `trousse` (process \(owner)) is writing there",
        fr: "une autre commande trousse (processus \(owner)) est en train d’y écrire")
    case .busy(nil):
      Phrase(
        en: "another `trousse` is writing there",
        fr: "une autre commande trousse est en train d’y écrire")
    case .lockLost:
      Phrase(
        en: "the lock of this run was removed", fr: "le verrou de cette exécution a été supprimé")
    case .changedMeanwhile:
      Phrase(
        en: "it has been changed since it was read",
        fr: "il a été modifié depuis qu’il a été lu")
    case .reservedName:
      Phrase(
        en: "the name is kept for the build itself",
        fr: "ce nom est réservé à la génération elle-même")
    }
  }
}

private func megabytes(_ bytes: Int) -> Phrase {
  bytes >= 1_000_000
    ? Phrase(en: "\(bytes / 1_000_000) MB", fr: "\(bytes / 1_000_000) Mo")
    : Phrase(en: "\(bytes) bytes", fr: "\(bytes) octets")
}

private func systemPhrase(_ number: Int32) -> Phrase {
  switch number {
  case ENOENT: Phrase(en: "it does not exist", fr: "ce chemin n’existe pas")
  case EEXIST: Phrase(en: "it exists already", fr: "cela existe déjà")
  case EACCES, EPERM: Phrase(en: "permission is denied", fr: "l’accès est refusé")
  case EROFS: Phrase(en: "the disk is read-only", fr: "le disque est en lecture seule")
  case ENOSPC: Phrase(en: "the disk is full", fr: "le disque est plein")
  case EDQUOT: Phrase(en: "the disk quota is used up", fr: "le quota de disque est épuisé")
  case EFBIG:
    Phrase(
      en: "the file is larger than the disk accepts",
      fr: "le fichier dépasse la taille que le disque accepte")
  case EIO:
    Phrase(en: "the disk does not answer properly", fr: "le disque ne répond pas correctement")
  case ENAMETOOLONG: Phrase(en: "the name is too long", fr: "le nom est trop long")
  case EISDIR: Phrase(en: "it is a folder", fr: "c’est un dossier")
  case ENOTDIR:
    Phrase(
      en: "a part of the path is not a folder", fr: "une partie du chemin n’est pas un dossier")
  case ELOOP:
    Phrase(
      en: "symbolic links lead in a circle or are not accepted here",
      fr: "des liens symboliques tournent en rond ou ne sont pas admis ici")
  case EMFILE, ENFILE: Phrase(en: "too many files are open", fr: "trop de fichiers sont ouverts")
  case EBUSY:
    Phrase(en: "another program is using it", fr: "un autre programme est en train de s’en servir")
  default: Phrase(en: "system error \(number)", fr: "erreur système \(number)")
  }
}

extension DiskError {
  /// What the organiser can do about it.
  package var help: [Phrase] {
    switch reason {
    case .system(let number): systemHelp(number)
    case .tooLarge, .tooDeep, .tooManyEntries:
      [
        Phrase(
          en: "check that this is really a file or folder of the kits",
          fr: "vérifiez qu’il s’agit bien d’un fichier ou d’un dossier des trousses")
      ]
    case .notAFolder:
      [Phrase(en: "give the path of a folder", fr: "indiquez le chemin d’un dossier")]
    case .notAFile:
      [Phrase(en: "give the path of a file", fr: "indiquez le chemin d’un fichier")]
    case .symbolicLink:
      [
        Phrase(
          en: "put the file itself in the place of the link",
          fr: "mettez le fichier lui-même à la place du lien")
      ]
    case .nameNotUTF8, .reservedName:
      [Phrase(en: "give it another name", fr: "donnez-lui un autre nom")]
    case .lockLost: []
    case .changedMeanwhile:
      [
        Phrase(
          en: "run the command again: it will start from what is there now",
          fr: "relancez la commande : elle repartira de ce qui s’y trouve maintenant")
      ]
    case .busy:
      [
        Phrase(
          en: "wait until the other run has ended, or choose another folder",
          fr: "attendez la fin de l’autre exécution, ou choisissez un autre dossier")
      ]
    }
  }

  private func systemHelp(_ number: Int32) -> [Phrase] {
    switch number {
    case ENOSPC, EDQUOT, EFBIG: [Self.spaceHelp] + formerKitsHelp
    case EROFS:
      [
        Phrase(
          en: "choose another output folder, or lift the write protection of the key",
          fr: "choisissez un autre dossier de sortie, ou ôtez la protection en écriture de la clé")
      ]
    case EACCES, EPERM:
      [
        Phrase(
          en: "check to whom the file and its folder belong, or choose another place",
          fr: "vérifiez à qui appartiennent le fichier et son dossier, ou choisissez un autre "
            + "emplacement")
      ]
    case EIO:
      [
        Phrase(
          en: "copy what matters off this disk or key, then try another one",
          fr: "copiez ce qui compte hors de ce disque ou de cette clé, puis essayez-en un autre")
      ] + formerKitsHelp
    case ENOENT:
      [Phrase(en: "check the spelling of the path", fr: "vérifiez l’orthographe du chemin")]
    case ENAMETOOLONG:
      [
        Phrase(
          en: "choose an output folder with a shorter path",
          fr: "choisissez un dossier de sortie au chemin plus court")
      ]
    case EBUSY:
      [Phrase(en: "close that program, then try again", fr: "fermez ce programme, puis réessayez")]
    default: []
    }
  }

  private static var spaceHelp: Phrase {
    Phrase(
      en: "free some space or choose another disk, then try again",
      fr: "libérez de la place ou choisissez un autre disque, puis réessayez")
  }

  /// Only what is written can fail before the old is replaced.
  private var formerKitsHelp: [Phrase] {
    switch operation {
    case .write, .create, .replace:
      [
        Phrase(
          en: "the kits that were there before are whole",
          fr: "les trousses qui s’y trouvaient auparavant sont intactes")
      ]
    case .read, .list, .lock, .remove, .tidy: []
    }
  }
}
