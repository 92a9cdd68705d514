import Diagnostics
import Markup
import TestSupport

/// A tree as lines, with the places between which each thing stands: `<a> ①②`, `@b=c ③④`, `"d" ⑤⑥`.
func outline(_ element: XMLElement, in marked: MarkedText) -> [String] {
  lines(element) { " " + marked.place($0) }
}

/// A tree as lines, without places: two files that say the same have the same outline.
func outline(_ element: XMLElement) -> [String] {
  lines(element) { _ in "" }
}

private func lines(_ root: XMLElement, _ place: (SourceSpan) -> String) -> [String] {
  var lines: [String] = []
  var rest: [(XMLNode, Int)] = [(.element(root), 0)]
  while let (node, depth) = rest.popLast() {
    let margin = String(repeating: " ", count: depth)
    switch node {
    case .element(let element):
      lines.append("\(margin)<\(element.name)>\(place(element.span))")
      for attribute in element.attributes {
        lines.append(
          "\(margin)@\(attribute.name)=\(shown(attribute.value.string))"
            + place(attribute.value.span))
      }
      rest += element.children.reversed().map { ($0, depth + 1) }
    case .text(let text): lines.append("\(margin)\"\(shown(text.string))\"\(place(text.span))")
    }
  }
  return lines
}

private func shown(_ text: String) -> String {
  var shown = ""
  for scalar in text.unicodeScalars {
    if scalar.value < 0x20 {
      shown += "\\\(scalar.value)"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}
