import Documents
import Markup

/// Writes one page, front to back.
///
/// Holds the bytes so far and what a page must remember as it grows: the ids taken, and how many
/// tables, fields and slips it has had.
struct PageWriter: ~Copyable {
  var html: MarkupWriter
  let place: DocumentPlace
  let depth: Int
  var ids = IDs()
  var tableCount = 0
  var chartCount = 0
  var fieldCount = 0
  var slipCount = 0
  /// The notes so far, which stand at the end of the page.
  var notes: [Note] = []
  /// The numbers of the places that links of the page lead to, by name.
  var marks: [String: Int] = [:]
  /// HTML 4.5.1: an `a` holds no other `a`.
  var isInLink = false

  init(at place: DocumentPlace, reserving bytes: Int) {
    html = MarkupWriter(reserving: bytes)
    self.place = place
    depth = place.depth
  }

  consuming func finish() -> [UInt8] { html.finish() }
}

extension PageWriter {
  /// Writes ` href="…"` to a document of the site; the shortest way within the page's folder.
  mutating func href(to target: DocumentPlace, as format: DocumentPlace.Format) {
    if target.folder == place.folder {
      html.href(toNeighbour: target, as: format)
    } else {
      html.href(to: target, as: format, fromDepth: depth)
    }
  }
}
