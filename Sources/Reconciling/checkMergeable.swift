import Diagnostics
import Markup
import OfficePackages

/// Refuses what would be lost or would come along unseen: corrections under way, objects of other
/// programs, pictures and texts that are fetched from elsewhere when the document is opened.
func checkMergeable(_ package: OfficePackage) throws(Stopped) {
  var rest = package.content.sections + package.styles.sections
  while let element = rest.popLast() {
    switch element.name {
    case "text:tracked-changes" where !element.elements.isEmpty:
      throw Stopped([.trackedChanges(at: element.span)])
    case "draw:object", "draw:object-ole", "draw:plugin", "draw:applet", "draw:floating-frame":
      throw Stopped([.embeddedObject(at: element.span)])
    case "office:dde-source": throw Stopped([.foreignContent("DDE", at: element.span)])
    // A link is followed by who clicks on it.
    case "text:a", "draw:a": break
    default:
      if let address = element["xlink:href"], !isInside(address.value) {
        throw Stopped([.foreignContent(address.value, at: address.span)])
      }
    }
    rest += element.elements
  }
}

/// Whether an address is that of a file of the same package (ODF 1.3 part 2, 3.7).
private func isInside(_ address: String) -> Bool {
  if address.hasPrefix("/") || address.hasPrefix("..") { return false }
  return !address.prefix { $0 != "/" }.contains(":")
}
