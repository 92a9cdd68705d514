package import Export
import Templates

/// What the academic team's page needs of the kits that stand in the output, built now or by an
/// earlier run.
///
/// It keeps numbers, and each blank once with the number of kits that have it, so that it stays
/// small whatever the number of kits. The order in which kits are entered leaves no trace.
package struct KitLedger: Sendable {
  struct Entry: Sendable {
    let name: String
    let summary: KitSummary
  }

  private(set) var entries: [Entry] = []
  /// By the path of a document: its title, and the blanks with their numbers of kits.
  private var census: [String: (title: String, blanks: [String: Int])] = [:]

  package init() {}

  package var kitCount: Int { entries.count }
  package var documentCount: Int { entries.reduce(0) { $0 + $1.summary.documentCount } }
  package var blankCount: Int { entries.reduce(0) { $0 + $1.summary.blankCount } }
  package var unconfirmedCount: Int { entries.count { !$0.summary.isConfirmed } }

  /// Enters one kit.
  ///
  /// - Parameters:
  ///   - name: the name of its folder.
  ///   - zipBytes: the size of the zip beside it, nil when there is none.
  package mutating func enter(_ manifest: Manifest, name: String, zipBytes: Int?) {
    let summary = KitSummary(
      id: manifest.basin, name: manifest.name, label: manifest.label,
      department: manifest.department, isConfirmed: manifest.isConfirmed, isNew: manifest.isNew,
      home: "\(name)/\(manifest.home)", zip: zipBytes == nil ? "" : "\(name).zip",
      zipBytes: zipBytes ?? 0, day: manifest.day, documentCount: manifest.documentCount,
      blankCount: manifest.blanks.reduce(0) { $0 + $1.names.count })
    entries.append(Entry(name: name, summary: summary))
    for document in manifest.blanks {
      var counts = census[document.document] ?? (document.title, [:])
      for blank in document.names { counts.blanks[blank, default: 0] += 1 }
      census[document.document] = counts
    }
  }

  /// What is still missing, in the order of the documents, what most kits lack first.
  var missing: [MissingInDocument] {
    census.sorted { $0.key < $1.key }.map { _, document in
      let blanks = document.blanks.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      return MissingInDocument(
        title: document.title,
        blanks: blanks.map { MissingInDocument.Blank(name: $0.key, kitCount: $0.value) })
    }
  }
}
