import Diagnostics
import Disk
import Export
import FileTree

/// A whole kit on a disk, ready to go.
struct Parcel: Sendable {
  struct File: Sendable {
    /// From the folder that holds all kits.
    let path: RelativePath
    /// Where it lies now.
    let place: String
    let sizeBytes: Int
  }

  let name: RelativePath
  let files: [File]
  /// The kit's folder.
  private let place: String

  /// - Throws: the exit code, after the console has told what cannot go and why.
  init(_ folder: KitFinder.Folder, _ console: Console) throws(ExitCode) {
    guard folder.verdict.isWhole else {
      console.complain([.notWhole(folder.path, folder.verdict)], [:])
      throw .inputs
    }
    let last = folder.path.split(separator: "/").last.map(String.init) ?? folder.path
    do throws(PathError) {
      let name = try RelativePath(last)
      var files: [File] = []
      for text in folder.names {
        let place = "\(folder.path)/\(text)"
        files.append(
          File(
            path: try name.appending(RelativePath(text)), place: place,
            sizeBytes: fileSize(at: place) ?? 0))
      }
      self.name = name
      self.files = files
      place = folder.path
    } catch {
      console.complain([.unportable(error.message, in: folder.path)], [:])
      throw .inputs
    }
  }

  var sizeBytes: Int { files.reduce(0) { $0 + $1.sizeBytes } }

  /// The names that each of its folders holds.
  var folders: [[String]] {
    var folders: [String: Set<String>] = ["": [name.text]]
    for file in files {
      let parts = file.path.components
      for depth in 1..<parts.count {
        folders[parts[..<depth].joined(separator: "/"), default: []].insert(parts[depth])
      }
    }
    return folders.sorted { $0.key < $1.key }.map { $0.value.sorted() }
  }

  /// Whether a file of another folder lies, to the byte, in an old kit that an update has left beside
  /// this one: then nothing of it is lost with that folder.
  func keeps(_ path: String, of folder: String) -> Bool {
    var number = 1
    while true {
      let former = FormerKit.name(of: place, number)
      guard folderExists(at: former) else { return false }
      do throws(DiskError) {
        let limit = KitFinder.limitBytes
        let own = try readFile(at: "\(former)/\(path)", limitBytes: limit)
        if try readFile(at: "\(folder)/\(path)", limitBytes: limit) == own { return true }
      } catch {
        // Not there, or not to be read: another old kit may have it.
      }
      number += 1
    }
  }

  /// Whether the bytes are those of the file; not when it cannot be read.
  func holds(_ bytes: [UInt8], as file: File) -> Bool {
    guard bytes.count == file.sizeBytes else { return false }
    do throws(DiskError) {
      return try self.bytes(of: file) == bytes
    } catch {
      return false
    }
  }

  func bytes(of file: File) throws(DiskError) -> [UInt8] {
    try readFile(at: file.place, limitBytes: KitFinder.limitBytes)
  }
}
