import Diagnostics
import Disk
import Export
import FileTree
import KnowledgeBase

/// The kits that stand in the output before a build: what need not be built again, and what must
/// not be built over.
struct StandingKits {
  let output: String
  let record: BuildRecord
  /// The sum of what this run would make kits from.
  let inputs: String
  let wantsZip: Bool
  /// Whether kits give way although somebody has worked in them.
  let replacesWork: Bool
  private let finder: KitFinder

  init(
    in output: String, inputs: String, wantsZip: Bool, replacesWork: Bool, jobs: Int,
    _ console: Console
  ) {
    self.output = output
    self.inputs = inputs
    self.wantsZip = wantsZip
    self.replacesWork = replacesWork
    finder = KitFinder(console, jobs: jobs)
    do throws(DiskError) {
      record = BuildRecord(
        try readFile(at: "\(output)/\(BuildRecord.path.text)", limitBytes: 16 << 20))
    } catch {
      record = BuildRecord()
    }
  }

  /// Whether the kit of this name is there just as this run would build it.
  ///
  /// - Throws: `Stopped` when something in its place would be lost if it were built.
  func isCurrent(_ name: String) async throws(Stopped) -> Bool {
    let place = "\(output)/\(name)"
    guard folderExists(at: place) || fileExists(at: place) else { return false }
    guard let found = await finder.quietFolder(place) else {
      guard replacesWork else { throw Stopped([.nameTaken(place)]) }
      return false
    }
    guard found.verdict.isUntouched, let entry = record.entries[name], entry.inputs == inputs,
      sum(of: "\(place)/\(ShippedKit.checksumsPath.text)") == entry.checksums
    else {
      guard replacesWork || found.verdict.work.isEmpty else {
        throw Stopped([.workWouldBeLost(place, found.verdict.work, isOnKey: false)])
      }
      return false
    }
    let zip = "\(output)/\(name).zip"
    guard wantsZip || fileExists(at: zip) else { return true }
    return entry.zip != nil && sum(of: zip) == entry.zip
  }

  private func sum(of path: String) -> String? {
    do throws(DiskError) {
      var sum = ByteSum()
      sum.add(try readFile(at: path, limitBytes: KitFinder.limitBytes))
      return sum.hex
    } catch {
      return nil
    }
  }
}
