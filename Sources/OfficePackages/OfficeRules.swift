import Diagnostics
import Markup

// What every document must keep to, flat or not.

enum MediaType {
  static let text = "application/vnd.oasis.opendocument.text"
  static let textTemplate = "application/vnd.oasis.opendocument.text-template"
  static let texts = [text, textTemplate]
}

/// The namespaces of OpenDocument 1.3 (part 3, 1.4) by the prefix that every office program writes.
private let namespaces: [(prefix: String, address: String)] = [
  ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
  ("style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
  ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
  ("table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
  ("draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"),
  ("fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
  ("svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
  ("xlink", "http://www.w3.org/1999/xlink"),
]

/// Elements are known by their prefixed names, so the prefixes must mean what they mean in the
/// standard; those of text and office must be there.
func checkPrefixes(of root: XMLElement) throws(Stopped) {
  for (prefix, address) in namespaces {
    let declared = root.attribute("xmlns:\(prefix)")
    guard declared == nil || declared?.value.string == address else {
      throw Stopped([.strangePrefix(prefix, at: declared?.value.span ?? root.span)])
    }
  }
  for prefix in ["office", "text"] where root.attribute("xmlns:\(prefix)") == nil {
    throw Stopped([.strangePrefix(prefix, at: root.span)])
  }
}

/// Refuses whatever an office program could run: modules of a macro library, listeners to events,
/// links that call a macro. An empty library, which Writer writes into every flat document, is none.
func refuseMacros(in root: XMLElement) throws(Stopped) {
  var rest = [root]
  while let element = rest.popLast() {
    let isCode =
      element.name.hasSuffix(":module") || element.name == "script:event-listener"
      || element.name == "office:script" && !isEmptyLibrary(element)
    guard !isCode else { throw Stopped([.macro(at: element.span)]) }
    if let address = element["xlink:href"], isMacro(address.value) {
      throw Stopped([.macro(at: address.span)])
    }
    rest += element.elements
  }
}

private func isEmptyLibrary(_ script: XMLElement) -> Bool {
  script.text.utf8.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
}

private func isMacro(_ address: String) -> Bool {
  let scheme = address.prefix { $0 != ":" }.lowercased()
  return ["vnd.sun.star.script", "macro", "javascript", "vnd.sun.star.expand"].contains(scheme)
}

extension XMLElement {
  /// The text of `dc:title` in a document's metadata; nil if it is empty.
  var title: XMLText? {
    let title = elements.first { $0.name == "dc:title" }
    for case .text(let text)? in [title?.children.first] { return text }
    return nil
  }

  var customProperties: [XMLElement] { elements.filter { $0.name == "meta:user-defined" } }
}
