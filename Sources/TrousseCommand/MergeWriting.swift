import Assembly
import Disk
import Export
import FileTree

/// The files of a merge on their way to the disk, and into a zip beside them if there is one.
struct MergeWriting: ~Copyable {
  private let staging: Staging
  private let zip: StagedFile?
  private var zipper = KitZipper()
  /// How many documents came.
  private(set) var count = 0
  /// What is left to fill, each name with its number of documents.
  private(set) var blanks: [String: Int] = [:]

  init(_ staging: Staging, zip: RelativePath?) throws(DiskError) {
    self.staging = staging
    if let zip { self.zip = try staging.openFile(at: zip) } else { self.zip = nil }
  }

  mutating func write(_ document: MergedDocument) throws(DiskError) {
    for file in document.files {
      try staging.write(file.bytes, at: file.path)
      guard let zip else { continue }
      let piece: [UInt8]
      do throws(PackError) {
        piece = try zipper.add(file.bytes, at: file.path)
      } catch {
        preconditionFailure("two files of a merge have the path \(file.path.text)")
      }
      try zip.write(piece)
    }
    count += 1
    for name in document.blankNames { blanks[name, default: 0] += 1 }
  }

  /// Ends the zip.
  consuming func finish() throws(DiskError) {
    guard let zip else { return }
    let end: [UInt8]
    do throws(PackError) {
      end = try zipper.finish().bytes
    } catch {
      preconditionFailure("a merge without documents was finished")
    }
    try zip.write(end)
  }
}
