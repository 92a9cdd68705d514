import Diagnostics
import Documents
import Markup

// Frames, pictures and drawings (10). Text in them follows the paragraph on which they hang; of a
// drawing, only its text is for a reader.

extension BodyReader {
  mutating func draw(_ element: XMLElement, _ look: Line.Look, _ line: inout Line) {
    switch element.name {
    case "draw:frame": drawFrame(element, look, &line)
    case "draw:a":
      var look = look
      look.link = look.link ?? element["xlink:href"].flatMap { target($0.value) }
      for inner in element.elements where Self.isDrawing(inner) { draw(inner, look, &line) }
    case "draw:g":
      for inner in element.elements where Self.isDrawing(inner) { draw(inner, look, &line) }
    case "draw:control": break
    default: line.frames += pieces(in: element)
    }
  }

  /// A frame holds the same thing in several forms (10.4.2): the first one that is known counts.
  private mutating func drawFrame(
    _ frame: XMLElement, _ look: Line.Look, _ line: inout Line
  ) {
    if let box = frame.elements.first(where: { $0.name == "draw:text-box" }) {
      line.frames += pieces(in: box)
      return
    }
    let description = self.description(of: frame)
    let images = frame.elements.filter { $0.name == "draw:image" }
    for image in images {
      guard var picture = pictures.picture(of: image) else { continue }
      picture.description = description
      picture.size = size(of: frame)
      return line.append(.picture(picture), look)
    }
    // What cannot be shown is said, so that nobody misses it.
    line.append(description, look)
  }

  /// What Writer calls the alternative text, and the longer description behind it.
  private func description(of frame: XMLElement) -> String {
    guard frame["loext:decorative"]?.value != "true" else { return "" }
    let texts = ["svg:title", "svg:desc"].compactMap { name in
      frame.elements.first { $0.name == name }?.text
    }
    return texts.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }.joined(separator: ". ")
  }

  private func size(of frame: XMLElement) -> Picture.Size? {
    let sides = ["svg:width", "svg:height"].compactMap { name -> Int? in
      guard let length = frame[name].flatMap({ millimetres($0.value) }), (0.5...5_000) ~= length
      else { return nil }
      return Int(length.rounded())
    }
    return sides.count == 2
      ? Picture.Size(widthMillimetres: sides[0], heightMillimetres: sides[1]) : nil
  }
}
