import Documents
import Markup
import Sheets

/// Writes the tables of `content.xml`.
struct SpreadsheetContent {
  private let palette: Palette
  /// The rules for what may be typed, numbered in the order of the columns that have one.
  private var rules: [RuleKey: Int] = [:]
  private var ruleCount = 0

  private struct RuleKey: Hashable {
    let sheet: Int
    let column: Int
  }

  /// Rows below the last item that keep the lists and the formats of their columns.
  private static let spareRows = 200

  init(_ palette: Palette) { self.palette = palette }

  mutating func number(_ sheet: SheetDraft, _ index: Int) {
    for (column, plan) in sheet.columns.enumerated() where plan.content != .text {
      ruleCount += 1
      rules[RuleKey(sheet: index, column: column)] = ruleCount
    }
  }

  // MARK: Opening

  func writeOpening(_ sheets: [SheetDraft], to out: inout MarkupWriter) {
    out.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content")
    SpreadsheetParts.declareNamespaces(in: &out)
    out.markup("><office:automatic-styles>")
    SpreadsheetParts.writeCellStyles(palette, to: &out)
    for width in Set(sheets.flatMap { $0.columns.map(\.widthMillimetres) }).sorted() {
      out.markup("<style:style style:family=\"table-column\"")
      out.attribute("style:name", "L\(width)")
      out.markup("><style:table-column-properties")
      out.attribute("style:column-width", "\(width)mm")
      out.markup("/></style:style>")
    }
    out.markup("</office:automatic-styles><office:body><office:spreadsheet>")
    guard ruleCount > 0 else { return }
    out.markup("<table:content-validations>")
    for (index, sheet) in sheets.enumerated() { writeRules(sheet, index, to: &out) }
    out.markup("</table:content-validations>")
  }

  private func writeRules(_ sheet: SheetDraft, _ index: Int, to out: inout MarkupWriter) {
    for (column, plan) in sheet.columns.enumerated() {
      guard let rule = rules[RuleKey(sheet: index, column: column)] else { continue }
      out.markup("<table:content-validation")
      out.attribute("table:name", "regle\(rule)")
      out.attribute("table:condition", condition(of: plan.content))
      out.markup(" table:allow-empty-cell=\"true\"")
      if case .choice = plan.content { out.markup(" table:display-list=\"unsorted\"") }
      let base = "\(reference(to: sheet.name)).\(CellAddress.columnName(column))2"
      out.attribute("table:base-cell-address", base)
      out.markup(">")
      writeHelp(plan, to: &out)
      out.markup("<table:error-message table:display=\"true\"")
      out.markup(" table:message-type=\"stop\"")
      out.attribute("table:title", plan.heading)
      out.markup("><text:p>")
      out.text(refusal(of: plan.content))
      out.markup("</text:p></table:error-message></table:content-validation>")
    }
  }

  private func writeHelp(_ column: SheetDraft.Column, to out: inout MarkupWriter) {
    guard !column.help.isEmpty else { return }
    out.markup("<table:help-message table:display=\"true\"")
    out.attribute("table:title", column.heading)
    out.markup("><text:p>")
    out.text(column.help)
    out.markup("</text:p></table:help-message>")
  }

  /// OpenDocument 1.3 part 3, 19.599, with formulas in the syntax of part 4.
  private func condition(of content: SheetDraft.Column.Content) -> String {
    switch content {
    case .text: ""
    case .wholeNumber:
      "of:cell-content-is-whole-number() and cell-content-is-between(-100000;10000000)"
    case .day: "of:cell-content-is-date() and cell-content()>=36526"
    case .amount:
      "of:cell-content-is-decimal-number() and cell-content-is-between(-10000000;10000000)"
    case .choice(let words):
      "of:cell-content-is-in-list(" + words.map(quoted).joined(separator: ";") + ")"
    }
  }

  private func quoted(_ word: String) -> String {
    "\"" + word.replacing("\"", with: "\"\"") + "\""
  }

  private func refusal(of content: SheetDraft.Column.Content) -> String {
    switch content {
    case .text: ""
    case .wholeNumber: "Un nombre entier est attendu ici."
    case .day: "Une date est attendue ici, comme 16/03/2015."
    case .amount: "Un montant en euros est attendu ici, comme 12,50."
    case .choice: "Choisissez un mot de la liste, ou laissez la cellule vide."
    }
  }

  private func reference(to sheet: String) -> String {
    "$'" + sheet.replacing("'", with: "''") + "'"
  }

  // MARK: Tables

  func write(_ sheet: SheetDraft, _ index: Int, to out: inout MarkupWriter) {
    out.markup("<table:table table:style-name=\"Feuille\"")
    out.attribute("table:name", sheet.name)
    if sheet.columns.contains(where: \.isProtected) { out.markup(" table:protected=\"true\"") }
    out.markup(">")
    for column in sheet.columns {
      out.markup("<table:table-column")
      out.attribute("table:style-name", "L\(column.widthMillimetres)")
      out.attribute("table:default-cell-style-name", style(of: column))
      out.markup("/>")
    }
    out.markup("<table:table-header-rows>")
    writeHeadings(sheet.columns.map(\.heading), style: "Titre", to: &out)
    if sheet.hasHelp { writeHeadings(sheet.helpRow, style: "Aide", to: &out) }
    out.markup("</table:table-header-rows>")
    for (place, row) in sheet.rows.enumerated() {
      out.markup("<table:table-row table:style-name=\"Rang\">")
      if sheet.sums.contains(place) {
        writeSums(place, of: sheet, to: &out)
      } else {
        for (column, value) in row.enumerated() {
          write(value, column, index, sheet.columns[column], to: &out)
        }
      }
      out.markup("</table:table-row>")
    }
    // What is added to a table with sums goes above them.
    if sheet.sums.isEmpty { writeSpareRows(sheet, index, to: &out) }
    out.markup("</table:table>")
  }

  private func writeHeadings(_ texts: [String], style: String, to out: inout MarkupWriter) {
    out.markup("<table:table-row table:style-name=\"Rang\">")
    for text in texts {
      out.markup("<table:table-cell")
      out.attribute("table:style-name", style)
      writeText(text, to: &out)
    }
    out.markup("</table:table-row>")
  }

  /// A row of sums, from the first row below the headings, or below the sums before.
  private func writeSums(_ place: Int, of sheet: SheetDraft, to out: inout MarkupWriter) {
    let start = sheet.sums.last { $0 < place }.map { $0 + 1 } ?? 0
    let top = sheet.hasHelp ? 3 : 2
    for (column, value) in sheet.rows[place].enumerated() {
      out.markup("<table:table-cell")
      let content = sheet.columns[column].content
      guard content == .amount || content == .wholeNumber else {
        out.markup(" table:style-name=\"Total\"")
        if case .text(let text) = value { writeText(text, to: &out) } else { out.markup("/>") }
        continue
      }
      out.attribute("table:style-name", content == .amount ? "Total_20_en_20_euros" : "Total")
      let name = CellAddress.columnName(column)
      if start < place {
        let range = "[.\(name)\(start + top):.\(name)\(place + top - 1)]"
        out.attribute("table:formula", "of:=SUM(\(range))")
      }
      let sum = sheet.rows[start..<place].reduce(0) { sum, row in
        if case .number(let number) = row[column] { sum + number } else { sum }
      }
      out.markup(" office:value-type=\"float\"")
      out.attribute("office:value", String(sum))
      out.markup("/>")
    }
  }

  private func writeSpareRows(_ sheet: SheetDraft, _ index: Int, to out: inout MarkupWriter) {
    out.markup("<table:table-row table:style-name=\"Rang\"")
    out.attribute("table:number-rows-repeated", "\(Self.spareRows)")
    out.markup(">")
    for (column, plan) in sheet.columns.enumerated() {
      begin(column, index, style(of: plan), to: &out)
      out.markup("/>")
    }
    out.markup("</table:table-row>")
  }

  private func style(of column: SheetDraft.Column) -> String {
    switch column.content {
    case .day: "Jour"
    case .amount: "Montant"
    case .text, .choice, .wholeNumber: "Saisie"
    }
  }

  private func begin(
    _ column: Int, _ sheet: Int, _ style: String, to out: inout MarkupWriter
  ) {
    out.markup("<table:table-cell")
    out.attribute("table:style-name", style)
    if let rule = rules[RuleKey(sheet: sheet, column: column)] {
      out.attribute("table:content-validation-name", "regle\(rule)")
    }
  }

  private func write(
    _ value: SheetDraft.Value, _ column: Int, _ sheet: Int, _ plan: SheetDraft.Column,
    to out: inout MarkupWriter
  ) {
    begin(column, sheet, plan.isProtected ? "Identifiant" : style(of: plan), to: &out)
    switch value {
    case .empty: out.markup("/>")
    case .text(let text): writeText(text, to: &out)
    case .number(let number):
      out.markup(" office:value-type=\"float\"")
      out.attribute("office:value", String(number))
      out.markup("><text:p>")
      out.number(number)
      out.markup("</text:p></table:table-cell>")
    case .day(let day):
      out.markup(" office:value-type=\"date\"")
      out.attribute("office:date-value", day)
      out.markup("/>")
    }
  }

  private func writeText(_ text: String, to out: inout MarkupWriter) {
    out.markup(" office:value-type=\"string\">")
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      out.markup("<text:p>")
      write(spaces: line, to: &out)
      out.markup("</text:p>")
    }
    out.markup("</table:table-cell>")
  }

  /// OpenDocument 1.3 part 3, 6.1.2 folds white space, so a space that counts has an element.
  private func write(spaces line: Substring, to out: inout MarkupWriter) {
    var plain = ""
    var mayFold = true
    for character in line.unicodeScalars {
      switch character {
      case " " where mayFold:
        out.text(plain)
        plain = ""
        out.markup("<text:s/>")
      case "\t":
        out.text(plain)
        plain = ""
        out.markup("<text:tab/>")
        mayFold = true
      default:
        plain.unicodeScalars.append(character)
        mayFold = character == " "
      }
    }
    if plain.hasSuffix(" ") {
      out.text(String(plain.dropLast()))
      out.markup("<text:s/>")
    } else {
      out.text(plain)
    }
  }
}
