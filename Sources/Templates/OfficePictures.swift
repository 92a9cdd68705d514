import Diagnostics
import FileTree
import KnowledgeBase
import Markup
import OfficePackages

// A picture of a Writer document whose name is a field: the field's picture takes its place, as
// large as the frame allows without being distorted. While there is none, the author's own stays.

/// The room that a frame gives to a picture.
struct OfficePictureFrame: Sendable {
  /// Width and height in hundredths of a millimetre; nil where the document does not say both.
  let size: (width: Int, height: Int)?

  init(_ frame: XMLElement) {
    let lengths = ["svg:width", "svg:height"].map { hundredths(frame[$0]?.value ?? "") }
    size = if let width = lengths[0], let height = lengths[1] { (width, height) } else { nil }
  }

  /// The largest size with the picture's proportions.
  func fitted(_ picture: Logo) -> (width: Int, height: Int)? {
    guard let size else { return nil }
    let wide = size.width * picture.height
    let high = size.height * picture.width
    if wide <= high { return (width: size.width, height: max(1, wide / picture.width)) }
    return (width: max(1, high / picture.height), height: size.height)
  }
}

enum OfficeSide: Sendable {
  case width, height
}

extension OfficeCompiler {
  /// Lets the picture of a frame be that of the field that is its name.
  ///
  /// - Returns: whether the name is such a field.
  mutating func compilePicture(_ frame: XMLElement) -> Bool {
    guard frame.name == "draw:frame", let name = frame.attribute("draw:name")?.value,
      name.string.contains("{{")
    else { return false }
    let images = frame.elements.filter { $0.name == "draw:image" }
    guard let first = images.first, let last = images.last else { return false }
    let text = placed(name.string)
    guard let (expression, inner) = pictureField(text) else { return false }
    replace(name.span.bytes, by: inner)
    let range = first.extent.bytes.lowerBound..<last.extent.bytes.upperBound
    let room = OfficePictureFrame(frame)
    insert(
      .piece(.picture(expression, instead: MarkupFragment(range, of: part.file))),
      at: range.lowerBound)
    edits.remove(range)
    for (side, attribute) in [(OfficeSide.width, "svg:width"), (.height, "svg:height")] {
      guard room.size != nil, let value = frame.attribute(attribute)?.value else { continue }
      insert(
        .piece(
          .pictureSide(
            expression, side, room, instead: MarkupFragment(value.span.bytes, of: part.file))),
        at: value.span.bytes.lowerBound)
      edits.remove(value.span.bytes)
    }
    return true
  }

  /// The field that a name consists of, if it gives a picture, and what stands between its braces.
  private mutating func pictureField(_ text: XMLText) -> (expression: Expression, inner: String)? {
    do throws(Diagnostic) {
      let pieces = try text.pieces()
      guard pieces.count == 1, case .expression(let range)? = pieces.first else { return nil }
      let result = try sources.compiler.expression(text, range, scope)
      guard result.type == .picture else { return nil }
      return (result.expression, text.literal(range, .verbatim))
    } catch {
      // It is told where the name is compiled.
      return nil
    }
  }

  private mutating func replace(_ range: Range<Int>, by text: String) {
    var out = MarkupWriter()
    out.attributeText(text.split(separator: " ").joined(separator: " "))
    insert(.piece(.markup(out.finishFragment())), at: range.lowerBound)
    edits.remove(range)
  }
}

extension OfficeRenderer {
  mutating func write(picture value: Value, instead own: MarkupFragment) {
    guard case .picture(let picture) = value else { return out.append(own) }
    if !pictures.contains(picture) { pictures.append(picture) }
    out.markup("<draw:image xmlns:xlink=\"http://www.w3.org/1999/xlink\"")
    out.attribute("xlink:href", "\(pictureFolder)/\(picture.name)")
    out.markup(" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/>")
  }

  mutating func write(
    _ side: OfficeSide, of value: Value, in frame: OfficePictureFrame, instead own: MarkupFragment
  ) {
    guard case .picture(let picture) = value, let size = frame.fitted(picture) else {
      return out.append(own)
    }
    let hundredths = side == .width ? size.width : size.height
    out.number(hundredths / 100)
    if hundredths % 100 > 0 {
      out.markup(".")
      out.number(hundredths / 10 % 10)
      out.number(hundredths % 10)
    }
    out.markup("mm")
  }

  /// The pictures that were asked for, as files of the package.
  var pictureFiles: [OfficePackage.File] {
    pictures.map { picture in
      do throws(PathError) {
        return OfficePackage.File(
          storing: picture.bytes, at: try RelativePath("\(pictureFolder)/\(picture.name)"),
          mediaType: picture.kind.rawValue)
      } catch {
        preconditionFailure("a picture’s name was let through: \(error)")
      }
    }
  }
}

/// A length of OpenDocument (part 3, 18.3.18) in hundredths of a millimetre; nil for a relative one.
private func hundredths(_ text: String) -> Int? {
  let units = ["cm": 1000.0, "mm": 100, "in": 2540, "pt": 2540.0 / 72, "pc": 2540.0 / 6]
  guard let factor = units[String(text.suffix(2))], let value = Double(text.dropLast(2)),
    value > 0, value < 10_000
  else { return nil }
  return Int((value * factor).rounded())
}
