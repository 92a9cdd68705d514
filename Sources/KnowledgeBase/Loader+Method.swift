import Diagnostics
import French
import Markup

/// What every edition uses again: formulas of letters, lines of a budget, risks and short messages.
extension Loader {
  mutating func formula(_ element: XMLElement) -> LetterFormula? {
    guard let id: LetterFormula.ID = reader.identifier("id", of: element) else { return nil }
    return LetterFormula(
      id: id, title: reader.prose("title", of: element),
      masculineCall: reader.prose("call-masculine", of: element),
      feminineCall: reader.prose("call-feminine", of: element),
      closingStart: reader.prose("closing-start", of: element),
      closing: reader.prose("closing", of: element),
      note: reader.optionalChild("note", of: element),
      provenance: reader.provenance(of: element, sources: sources), span: element.span)
  }

  mutating func budgetLine(_ element: XMLElement) -> BudgetLine? {
    guard let id: BudgetLine.ID = reader.identifier("id", of: element) else { return nil }
    return BudgetLine(
      id: id, side: reader.choice("side", of: element, default: .expense),
      title: reader.prose("title", of: element),
      quantities: reader.references("quantities", of: element, to: quantities),
      conditions: Set(reader.choices("only-if", of: element)),
      note: reader.optionalChild("note", of: element),
      provenance: reader.provenance(of: element, sources: sources), span: element.span)
  }

  mutating func risk(_ element: XMLElement) -> Risk? {
    guard let id: Risk.ID = reader.identifier("id", of: element),
      let owner = reader.requiredReference("owner", of: element, to: roles)
    else { return nil }
    return Risk(
      id: id, title: reader.prose("title", of: element), owner: owner,
      conditions: Set(reader.choices("only-if", of: element)),
      sign: reader.child("sign", of: element), prevention: reader.child("prevention", of: element),
      fallback: reader.child("fallback", of: element),
      provenance: reader.provenance(of: element, sources: sources), span: element.span)
  }

  mutating func message(_ element: XMLElement) -> Message? {
    guard let id: Message.ID = reader.identifier("id", of: element),
      let moment = moment(of: element)
    else { return nil }
    let text = reader.prose(of: element)
    guard Message.parts(of: text) != nil else {
      reader.diagnostics.append(.brackets(element))
      return nil
    }
    return Message(
      id: id, title: reader.prose("title", of: element), to: reader.prose("to", of: element),
      moment: moment, conditions: Set(reader.choices("only-if", of: element)), text: text,
      provenance: reader.provenance(of: element, sources: sources), span: element.span)
  }

  private mutating func moment(of element: XMLElement) -> Message.Moment? {
    if element["task"] != nil {
      return reader.reference("task", of: element, to: tasks).map(Message.Moment.task)
    }
    if element["lead"] != nil {
      return reader.leadTime("lead", of: element).map(Message.Moment.lead)
    }
    guard let text = element["moment"] else {
      reader.diagnostics.append(.missingAttribute("moment", on: element))
      return nil
    }
    switch text.value {
    case "first-day": return .firstDay
    case "each-day": return .eachDay
    default:
      reader.diagnostics.append(.notOneOf(text, ["first-day", "each-day"]))
      return nil
    }
  }
}
