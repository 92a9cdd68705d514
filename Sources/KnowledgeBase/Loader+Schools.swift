import Diagnostics
import Markup

/// The directory of the schools, which a base may do without.
extension Loader {
  mutating func schools() -> [School] {
    let codes = Set(elements("department", in: .academy).compactMap { $0["code"]?.value })
    var places: [String: SourceSpan] = [:]
    return elements("school", in: .schools).map { element in
      let number = reader.locatedWord("id", of: element)
      let letter = School.checkLetter(of: number.value)
      if letter == nil || letter != number.value.last {
        reader.diagnostics.append(.wrongSchoolNumber(number, letter: letter))
      }
      if let first = places[number.value] {
        reader.diagnostics.append(.duplicate(number, first: first))
      } else {
        places[number.value] = number.span
      }
      if let code = element["department"], !codes.contains(code.value) {
        reader.diagnostics.append(.unknownDepartmentCode(code, among: codes.sorted()))
      }
      let name = reader.prose("name", of: element)
      let priority: School.Priority? = reader.optionalChoice("priority", of: element)
      return School(
        number: number.value, name: name,
        kind: reader.choice("kind", of: element, default: .other),
        sector: reader.optionalChoice("sector", of: element), priority: priority,
        address: reader.optionalProse("address", of: element),
        postcode: postcode(of: element), town: reader.prose("town", of: element),
        basin: reader.reference("basin", of: element, to: basins),
        pupils: reader.number("pupils", of: element),
        provenance: reader.provenance(of: element, sources: sources), span: element.span)
    }
  }

  private mutating func postcode(of element: XMLElement) -> String? {
    guard let code = element["postcode"] else { return nil }
    if code.value.utf8.count != 5 || !code.value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      reader.diagnostics.append(.notAPostcode(code))
    }
    return code.value
  }
}
