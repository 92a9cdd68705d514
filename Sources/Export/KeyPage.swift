package import FileTree
import Markup

/// `OUVRIR-LA-CLE.html` at the root of a key: the kits that lie on it.
///
/// It takes its look from the first kit's stylesheet, and is readable without it.
package enum KeyPage {
  package static let path = RelativePath.literal("OUVRIR-LA-CLE.html")

  /// By this we know a page of ours, and leave anybody else's alone.
  private static let mark: StaticString = #"<meta name="generator" content="trousse export">"#

  /// Whether a file is such a page, and may be written anew.
  package static func isOurs(_ bytes: [UInt8]) -> Bool {
    let text = Array("\(mark)".utf8)
    let head = bytes.prefix(2048)
    return head.indices.contains { head[$0...].starts(with: text) }
  }

  /// - Parameter kits: the name of each kit's folder and its manifest, in the order of the page.
  package static func bytes(listing kits: [(name: String, manifest: Manifest)]) -> [UInt8] {
    var page = MarkupWriter(reserving: 1024 + 256 * kits.count)
    page.markup("<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n")
    page.markup(mark)
    page.markup(
      """

      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Les kits de cette clé</title>

      """)
    if let first = kits.first {
      page.markup("<link rel=\"stylesheet\"")
      page.attribute("href", address("\(first.name)/apparence/kit.css"))
      page.markup(">\n")
    }
    page.markup(
      """
      <style>body { display: block; max-width: 40rem; margin: 2rem auto; padding: 0 1rem }
      li { margin: .75rem 0 }</style>
      </head>
      <body>
      <main>
      <h1>Les kits de cette clé</h1>
      <p>Choisissez votre bassin\u{A0}:</p>
      <ul>

      """)
    for kit in kits { page.item(kit.name, kit.manifest) }
    page.markup(
      """
      </ul>
      <p>Pour garder un kit, copiez son dossier entier sur votre ordinateur\u{A0}: ses pages
      renvoient à ses documents.</p>
      </main>
      </body>
      </html>

      """)
    return page.finish()
  }

  /// A path as a link says it (RFC 3986, 2.3): all but unreserved characters and slashes encoded.
  fileprivate static func address(_ path: String) -> String {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
    return path.utf8.reduce(into: "") { text, byte in
      if plain.contains(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (byte < 16 ? "0" : "") + digits
      }
    }
  }
}

extension MarkupWriter {
  fileprivate mutating func item(_ name: String, _ manifest: Manifest) {
    markup("<li><a")
    attribute("href", KeyPage.address("\(name)/\(manifest.home)"))
    markup(">")
    text("\(manifest.name)")
    markup("</a>, édition ")
    text(manifest.edition)
    markup("</li>\n")
  }
}
