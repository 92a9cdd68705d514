import Foundation
package import Testing

/// Compares `actual` with the file `Tests/Golden/<name>`, byte for byte.
///
/// `UPDATE_GOLDEN=1 swift test` rewrites the files; read the diff before you commit it. A missing
/// golden is a failure, never a silent first recording, and CI refuses to update.
package func expectGolden(
  _ actual: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let golden = testsFolder.appending(path: "Golden").appending(path: name)
  if isUpdating {
    try #require(
      environment["CI"] == nil, "goldens are updated by people, not by CI",
      sourceLocation: sourceLocation)
    try FileManager.default.createDirectory(
      at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(actual.utf8).write(to: golden)
    return
  }
  let path = golden.path(percentEncoded: false)
  guard let expected = FileManager.default.contents(atPath: path) else {
    Issue.record(
      "no golden \(name); make it with UPDATE_GOLDEN=1", sourceLocation: sourceLocation)
    return
  }
  guard expected != Data(actual.utf8) else { return }
  let difference = firstDifference(String(decoding: expected, as: UTF8.self), actual)
  Issue.record("\(name) differs at \(difference)", sourceLocation: sourceLocation)
}

private let environment = ProcessInfo.processInfo.environment
private let isUpdating = environment["UPDATE_GOLDEN"] == "1"
/// `Tests`, whichever way the sources were reached.
private let testsFolder = URL(filePath: #filePath).resolvingSymlinksInPath()
  .deletingLastPathComponent().deletingLastPathComponent()

private func firstDifference(_ expected: String, _ actual: String) -> String {
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let same = zip(old, new).prefix { $0 == $1 }.count
  return """
    line \(same + 1)
    - \(same < old.count ? old[same] : "(end of file)")
    + \(same < new.count ? new[same] : "(end of file)")
    """
}
