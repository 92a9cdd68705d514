import Diagnostics
import Export
import French
import KnowledgeBase
import Templates

extension Workshop {
  /// The sum of all that decides the bytes of a kit: every file that was read, the edition, the day,
  /// the version, and what the caller adds. Two runs with one sum write the same kits.
  ///
  /// Files count by their last name or their path among the templates, so that the sum is the same
  /// wherever the folders lie.
  ///
  /// - Parameter more: options that stand in no file.
  package func sum(of inputs: BuildInputs, more: [String]) -> String {
    var sum = ByteSum()
    for text in [stamp.version, stamp.day.description, edition.id.text] + more { sum.add(text) }
    for file in inputs.knowledge + inputs.schemas {
      sum.add(String(file.id.path.split(separator: "/").last ?? ""))
      sum.add(file)
    }
    for files in [inputs.templates, inputs.look] {
      for (path, file) in files.sorted(by: { $0.key < $1.key }) {
        sum.add(path)
        sum.add(file)
      }
    }
    return sum.hex
  }
}

extension ByteSum {
  /// With its length before it, so that no two rows of texts run into the same bytes.
  fileprivate mutating func add(_ text: String) { add(Array("\(text.utf8.count) \(text)".utf8)) }

  fileprivate mutating func add(_ file: SourceFile) {
    add("\(file.bytes.count)")
    add(file.bytes)
  }
}
