import Diagnostics
import Disk
import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct `Reading a file` {
  @Test func `gives its bytes`() throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0) }
    try folder.write(bytes, at: "file")
    #expect(try readFile(at: folder.path(of: "file"), limitBytes: 10_000) == bytes)
    try folder.write([], at: "empty")
    #expect(try readFile(at: folder.path(of: "empty"), limitBytes: 0) == [])
  }

  @Test func `gives what the system makes up as it is read`() throws {
    let bytes = try readFile(at: "/proc/self/status", limitBytes: 1 << 20)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("Name:"))
    #expect(throws: DiskError(.read, "/proc/self/status", .tooLarge(limitBytes: 20))) {
      try readFile(at: "/proc/self/status", limitBytes: 20)
    }
  }

  @Test func `refuses a larger one before reading it`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "large")
    try folder.write([], at: "large")
    // A hole of 8 TB, which takes no room.
    #expect(truncate(path, 8 << 40) == 0)
    let error = #expect(throws: DiskError.self) { try readFile(at: path, limitBytes: 16_000_000) }
    #expect(error?.reason == .tooLarge(limitBytes: 16_000_000))
    #expect(error?.message.english == "cannot read `\(path)`: the file is larger than 16 MB")
  }

  @Test func `refuses what is not a plain file, without waiting`() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.path(of: "pipe")
    #expect(mkfifo(pipe, 0o644) == 0)
    for path in [pipe, folder.path, "/dev/zero"] {
      #expect(throws: DiskError(.read, path, .notAFile)) { try readFile(at: path, limitBytes: 10) }
      #expect(!fileExists(at: path))
    }
  }

  @Test func `says which file is missing`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", at: "a")
    let missing = folder.path(of: "b")
    let error = #expect(throws: DiskError.self) { try readFile(at: missing, limitBytes: 10) }
    #expect(error == DiskError(.read, missing, .system(ENOENT)))
    #expect(error?.message.french == "impossible de lire « \(missing) » : ce chemin n’existe pas")
    let under = folder.path(of: "a/b")
    #expect(throws: DiskError(.read, under, .system(ENOTDIR))) {
      try readFile(at: under, limitBytes: 10)
    }
    #expect(fileExists(at: folder.path(of: "a")) && !folderExists(at: folder.path(of: "a")))
    #expect(folderExists(at: folder.path) && !fileExists(at: missing))
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `says that permission is denied`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", at: "a")
    let path = folder.path(of: "a")
    #expect(chmod(path, 0) == 0)
    #expect(throws: DiskError(.read, path, .system(EACCES))) {
      try readFile(at: path, limitBytes: 10)
    }
  }
}

@Suite struct `Listing a folder` {
  @Test func `gives plain files in the order of their bytes, without hidden ones`() throws {
    let folder = try TemporaryFolder()
    for name in ["b.xml", "a/z.xml", "a/b/c.xml", "a.xml", "é.xml", ".x", ".git/config", "Z"] {
      try folder.write("", at: name)
    }
    let names = try listFiles(under: folder.path, depthLimit: 2)
    #expect(names == ["Z", "a.xml", "a/b/c.xml", "a/z.xml", "b.xml", "é.xml"])
    #expect(throws: DiskError(.list, folder.path(of: "a/b"), .tooDeep(limit: 1))) {
      try listFiles(under: folder.path, depthLimit: 1)
    }
    #expect(throws: DiskError(.list, folder.path, .tooManyEntries(limit: 9))) {
      try listFiles(under: folder.path, depthLimit: 2, countLimit: 9)
    }
  }

  @Test(arguments: ["/etc/passwd", "a", "nowhere", ".", ".."])
  func `refuses a symbolic link wherever it leads`(_ target: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("", at: "a")
    #expect(symlink(target, folder.path(of: "link")) == 0)
    #expect(throws: DiskError(.read, folder.path(of: "link"), .symbolicLink)) {
      try listFiles(under: folder.path, depthLimit: 9)
    }
  }

  @Test func `reports a name that is not text`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "").utf8.map { CChar(bitPattern: $0) }
    // « été.xml » in Latin-1, as an old key may have it.
    let name: [CChar] = [-0x17, 116, -0x17, 46, 120, 109, 108, 0]
    #expect(mkdir(path + name, 0o755) == 0)
    defer { rmdir(path + name) }
    let error = #expect(throws: DiskError.self) {
      try listFiles(under: folder.path, depthLimit: 9)
    }
    #expect(error == DiskError(.read, folder.path(of: "\\xE9t\\xE9.xml"), .nameNotUTF8))
  }

  @Test func `refuses a pipe, a file and nothing`() throws {
    let folder = try TemporaryFolder()
    #expect(mkfifo(folder.path(of: "pipe"), 0o644) == 0)
    #expect(throws: DiskError(.read, folder.path(of: "pipe"), .notAFile)) {
      try listFiles(under: folder.path, depthLimit: 9)
    }
    try folder.write("", at: "file")
    #expect(throws: DiskError(.list, folder.path(of: "file"), .notAFolder)) {
      try listFiles(under: folder.path(of: "file"), depthLimit: 9)
    }
    #expect(throws: DiskError(.list, folder.path(of: "none"), .system(ENOENT))) {
      try listFiles(under: folder.path(of: "none"), depthLimit: 9)
    }
  }
}

@Suite struct `A disk error` {
  @Test(arguments: [
    (ENOENT, "ce chemin n’existe pas"), (EACCES, "l’accès est refusé"),
    (EPERM, "l’accès est refusé"),
    (EROFS, "le disque est en lecture seule"), (ENOSPC, "le disque est plein"),
    (EDQUOT, "le quota de disque est épuisé"), (EIO, "le disque ne répond pas correctement"),
    (ENAMETOOLONG, "le nom est trop long"), (EISDIR, "c’est un dossier"),
    (ENOTDIR, "une partie du chemin n’est pas un dossier"),
    (EMFILE, "trop de fichiers sont ouverts"), (EXDEV, "erreur système 18"),
  ])
  func `is told in plain words`(_ number: Int32, _ reason: String) {
    let error = DiskError(.write, "sortie/a", .system(number))
    #expect(error.message.french == "impossible d’écrire « sortie/a » : \(reason)")
    #expect(error.message.english.hasPrefix("cannot write `sortie/a`: "))
  }

  @Test func `of a full disk says what to do and that the former kits are whole`() {
    let error = DiskError(.write, "sortie/a", .system(ENOSPC))
    #expect(
      error.help.map(\.french) == [
        "libérez de la place ou choisissez un autre disque, puis réessayez",
        "les trousses qui s’y trouvaient auparavant sont intactes",
      ])
    #expect(DiskError(.read, "a", .system(EIO)).help.count == 1)
  }

  @Test(arguments: DiskError.Operation.allCases)
  func `has a sentence for every operation`(_ operation: DiskError.Operation) {
    let message = DiskError(operation, "dossier", .system(EIO)).message
    #expect(message.english.contains("`dossier`") && message.french.contains("« dossier »"))
  }
}
