package import Diagnostics

/// What the machine refused, and where.
package struct DiskError: Error, Hashable, Sendable {
  package enum Operation: Hashable, Sendable, CaseIterable {
    case read
    case write
    case list
    /// Making a folder.
    case create
    /// Keeping other builds out of the output folder.
    case lock
    /// Putting what was built in the place of what was there.
    case replace
    case remove
    /// Removing what was replaced, once the new kits are in place.
    case tidy
  }

  package enum Reason: Hashable, Sendable {
    /// A value of `errno`.
    case system(Int32)
    case tooLarge(limitBytes: Int)
    case tooManyEntries(limit: Int)
    case tooDeep(limit: Int)
    case notAFolder
    /// A folder, a device, a pipe or a socket.
    case notAFile
    case symbolicLink
    case nameNotUTF8
    /// Another build, with this process number if it could be read.
    case busy(owner: Int32?)
    /// The lock file was removed by another hand, or the staging is spent.
    case lockLost
    /// It is not as it was when it was read.
    case changedMeanwhile
    /// A name that the staging needs for itself.
    case reservedName
  }

  package var operation: Operation
  /// As the person knows it. Bytes that are not UTF-8 stand as `\xNN`.
  package var path: String
  package var reason: Reason

  package init(_ operation: Operation, _ path: String, _ reason: Reason) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }

  init(_ operation: Operation, _ path: String, errno number: Int32) {
    self.init(operation, path, .system(number))
  }

  /// What could not be done, and why.
  package var message: Phrase {
    let task = operation.phrase(for: path)
    let reason = reason.phrase
    return Phrase(
      en: "\(task.english): \(reason.english)", fr: "\(task.french) : \(reason.french)")
  }
}

extension DiskError.Operation {
  fileprivate func phrase(for path: String) -> Phrase {
    switch self {
    case .read:
      Phrase(en: "cannot read `\(path)`", fr: "impossible de lire « \(path) »")
    case .write:
      Phrase(en: "cannot write `\(path)`", fr: "impossible d’écrire « \(path) »")
    case .list:
      Phrase(
        en: "cannot list the folder `\(path)`",
        fr: "impossible de parcourir le dossier « \(path) »")
    case .create:
      Phrase(
        en: "cannot make the folder `\(path)`", fr: "impossible de créer le dossier « \(path) »")
    case .lock:
      Phrase(
        en: "cannot take the folder `\(path)`", fr: "impossible de réserver le dossier « \(path) »")
    case .replace:
      Phrase(
        en: "cannot put the new `\(path)` in place",
        fr: "impossible de mettre en place le nouveau « \(path) »")
    case .remove:
      Phrase(en: "cannot remove `\(path)`", fr: "impossible de supprimer « \(path) »")
    case .tidy:
      Phrase(
        en: "the new kits are in place, but `\(path)` cannot be removed",
        fr: "les nouvelles trousses sont en place, mais « \(path) » ne peut pas être supprimé")
    }
  }
}
