/// Whether a drawing (SVG) could do more than be looked at: run a script, listen to an event, or
/// fetch or lead to what is not in its file. A page shows a drawing as a picture, in which nothing
/// runs, but its file may also be opened alone.
///
/// - Parameter root: the `svg` element.
/// - Complexity: linear in the size of the tree.
package func isActiveDrawing(_ root: XMLElement) -> Bool {
  var rest = [root]
  while let element = rest.popLast() {
    let name = element.name.split(separator: ":").last ?? ""
    if ["script", "foreignObject", "handler", "iframe"].contains(name) { return true }
    if name == "style", leadsAway(style: element.text) { return true }
    if element.attributes.contains(where: isActive) { return true }
    rest += element.elements
  }
  return false
}

private func isActive(_ attribute: XMLAttribute) -> Bool {
  let value = attribute.value.string
  if attribute.name.hasPrefix("on") { return true }
  if attribute.name == "href" || attribute.name.hasSuffix(":href") {
    // A picture of dots may stand in the file itself (RFC 2397).
    let isPicture = ["png", "jpeg", "gif"].contains { value.hasPrefix("data:image/\($0);") }
    return !value.hasPrefix("#") && !isPicture
  }
  // An animation may change where a link leads (SVG 1.1, 19.2.5).
  if attribute.name == "attributeName", value.hasSuffix("href") { return true }
  return leadsAway(style: value)
}

/// Whether a style fetches something: by `@import`, or by `url(…)` of anything but a part of the file.
private func leadsAway(style: String) -> Bool {
  guard !style.contains("@import") else { return true }
  return style.ranges(of: "url(").contains { range in
    let target = style[range.upperBound...].drop { $0 == " " || $0 == "'" || $0 == "\"" }
    return !target.hasPrefix("#")
  }
}
