import Documents
import Markup

// Forms are filled in the browser or by pen: each answer is a real field with its label, and the
// stylesheet turns it into lines to write on when the page is printed. There is no `form` element,
// as there is nowhere to send it and the Enter key would empty it.

extension PageWriter {
  mutating func form(_ fields: [FormField]) {
    html.markup("<div class=\"form\">\n")
    for field in fields { write(field) }
    html.markup("</div>\n")
  }

  private mutating func write(_ field: FormField) {
    switch field.answer {
    case .lines(let count): write(field.label, lines: count)
    case .choices(let choices): write(field.label, choices)
    case .value(let value):
      html.markup("<p class=\"field\"><span class=\"label\">")
      html.text(field.label)
      html.markup("</span> <span class=\"value\">")
      write(value)
      html.markup("</span></p>\n")
    }
  }

  private mutating func write(_ label: String, lines: Int) {
    fieldCount += 1
    html.markup("<p class=\"field\"><label for=\"champ_")
    html.number(fieldCount)
    html.markup("\">")
    html.text(label)
    html.markup("</label> ")
    html.markup(lines > 1 ? "<textarea id=\"champ_" : "<input type=\"text\" id=\"champ_")
    html.number(fieldCount)
    if lines > 1 {
      html.markup("\" rows=\"")
      html.number(lines)
      html.markup("\"></textarea></p>\n")
    } else {
      html.markup("\"></p>\n")
    }
  }

  private mutating func write(_ label: String, _ choices: [[Inline]]) {
    html.markup("<fieldset class=\"field choices\">\n<legend>")
    html.text(label)
    html.markup("</legend>\n")
    for choice in choices {
      html.markup("<label><input type=\"checkbox\"> <span>")
      write(choice)
      html.markup("</span></label>\n")
    }
    html.markup("</fieldset>\n")
  }

  mutating func write(_ slip: Slip) {
    slipCount += 1
    html.markup("<section class=\"slip\" aria-labelledby=\"coupon_")
    html.number(slipCount)
    html.markup(
      "\">\n<p class=\"cut\"><span aria-hidden=\"true\">✂ </span>Partie à découper</p>\n")
    html.markup("<h2 id=\"coupon_")
    html.number(slipCount)
    html.markup("\">")
    html.text(slip.title)
    html.markup("</h2>\n")
    write(slip.blocks)
    html.markup("</section>\n")
  }
}
