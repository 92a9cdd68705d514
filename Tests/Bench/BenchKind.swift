import Diagnostics

/// The two kinds of template. Both make the same texts.
enum BenchKind: String, CaseIterable {
  case vocabulary = "XML"
  case writer = "Writer"
}

extension BenchDocument {
  func template(_ kind: BenchKind) -> SourceFile {
    switch kind {
    case .vocabulary: SourceFile(id: SourceFile.ID("bench.xml"), bytes: Array(vocabulary.utf8))
    case .writer:
      SourceFile(id: SourceFile.ID("bench.fodt"), bytes: Array(flatDocument(writer).utf8))
    }
  }

  private var vocabulary: String {
    switch self {
    case .letter:
      """
      <document kind="letter"><letter>
      <sender><line>Bassin {{ basin }}</line><line>{{ coordinator }}</line>
      <line>{{ coordinatorFunction }}</line><line>{{ phone }} – {{ mail }}</line></sender>
      <addressee><line>{{ civility }} {{ name }}</line><line>{{ function }}</line>
      <line>{{ organisation }}</line><line>{{ street }}</line><line>{{ town }}</line></addressee>
      <place-date>Évry, le {{ today }}</place-date>
      <subject>Semaine de la persévérance scolaire, {{ first | until: last }}</subject>
      <call>{{ civility }},</call>
      <p>Le bassin {{ basin }} prépare la Semaine de la persévérance scolaire avec {{ schools }}
      établissements. Elle a lieu {{ first | until: last, 'weekdays' }}.</p>
      <p if="isFirst">C’est la première fois que {{ organisation }} y prend part.</p>
      <p>Nous vous invitons à une réunion {{ meeting | weekday }} à {{ hour }}, {{ place }}. Le coût
      pour votre commune est de {{ cost }}.</p>
      <p>{{ coordinator }} répond à vos questions au {{ phone }}.</p>
      <closing>Je vous prie d’agréer, {{ civility }}, l’expression de ma haute considération.</closing>
      <signature><line>{{ coordinator }}</line></signature></letter></document>
      """
    case .checklist:
      """
      <document><table caption="La liste"><column/><column share="6"/><column share="3"/>
      <column share="3"/><column share="2"/>
      <head><cell>N°</cell><cell>Tâche</cell><cell>Qui</cell><cell>Pour le</cell><cell>État</cell></head>
      <row for="task in tasks"><cell>{{ task.rank }}</cell>
      <cell><p><strong if="task.isTight">À temps : </strong>{{ task.title }}</p>
      <p if="task.note | known">{{ task.note }}</p></cell><cell>{{ task.owner }}</cell>
      <cell>{{ task.due | dayMonth }}</cell>
      <cell><box if="not task.isDone"/> {{ task.state }}</cell></row></table></document>
      """
    case .roles:
      """
      <document><section for="role in roles" title="{{ role.title }}"><p>{{ role.mission }}</p>
      <p if="role.isNew">Le rôle est nouveau cette année.</p>
      <block for="phase in role.phases"><p><strong>{{ phase.title }}</strong></p>
      <list><item for="task in phase.tasks">{{ task.title }}, le {{ task.due | dayMonth }},
      {{ task.hours | count: 'heure', 'heures' }}<span if="task.isMine"> (seul)</span></item></list>
      </block></section></document>
      """
    }
  }

  private var writer: String {
    switch self {
    case .letter:
      lines([
        "Bassin {{ basin }}", "{{ coordinator }}", "{{ coordinatorFunction }}",
        "{{ phone }} – {{ mail }}", "{{ civility }} {{ name }}", "{{ function }}",
        "{{ organisation }}", "{{ street }}", "{{ town }}", "Évry, le {{ today }}",
        "<text:span text:style-name=\"T1\">Objet :</text:span> Semaine de la persévérance scolaire, "
          + "{{ first | until: last }}", "{{ civility }},",
        "Le bassin {{ basin }} prépare la Semaine de la persévérance scolaire avec {{ schools }} "
          + "établissements. Elle a lieu {{ first | until: last, 'weekdays' }}.",
        "{{ if isFirst }}C’est la première fois que {{ organisation }} y prend part.{{ end }}",
        "Nous vous invitons à une réunion {{ meeting | weekday }} à {{ hour }}, {{ place }}. Le coût "
          + "pour votre commune est de {{ cost }}.",
        "{{ coordinator }} répond à vos questions au {{ phone }}.",
        "Je vous prie d’agréer, {{ civility }}, l’expression de ma haute considération.",
        "{{ coordinator }}",
      ])
    case .checklist:
      "<table:table table:name=\"Liste\" table:style-name=\"Tableau1\">"
        + "<table:table-column table:number-columns-repeated=\"5\"/><table:table-header-rows>"
        + row(["N°", "Tâche", "Qui", "Pour le", "État"].map { line($0) })
        + "</table:table-header-rows>"
        + row([
          line("{{ for task in tasks }}{{ task.rank }}"),
          line(
            "{{ if task.isTight }}<text:span text:style-name=\"T1\">À temps : </text:span>{{ end }}"
              + "{{ task.title }}")
            + line("{{ if task.note | known }}{{ task.note }}{{ end }}"),
          line("{{ task.owner }}"), line("{{ task.due | dayMonth }}"),
          line("{{ if not task.isDone }}☐ {{ end }}{{ task.state }}{{ end }}"),
        ]) + "</table:table>"
    case .roles:
      line("{{ for role in roles }}")
        + "<text:h text:style-name=\"Heading_20_2\" text:outline-level=\"2\">{{ role.title }}</text:h>"
        + lines([
          "{{ role.mission }}", "{{ if role.isNew }}Le rôle est nouveau cette année.{{ end }}",
          "{{ for phase in role.phases }}",
          "<text:span text:style-name=\"T1\">{{ phase.title }}</text:span>",
        ]) + "<text:list text:style-name=\"L1\"><text:list-item>"
        + line(
          "{{ for task in phase.tasks }}{{ task.title }}, le {{ task.due | dayMonth }}, "
            + "{{ task.hours | count: 'heure', 'heures' }}{{ if task.isMine }} (seul){{ end }}{{ end }}"
        )
        + "</text:list-item></text:list>" + lines(["{{ end }}", "{{ end }}"])
    }
  }

  private func line(_ text: String) -> String {
    "<text:p text:style-name=\"Text_20_body\">\(text)</text:p>"
  }

  private func lines(_ texts: [String]) -> String { texts.map(line).joined() }

  private func row(_ cells: [String]) -> String {
    let cells = cells.map { cell in
      "<table:table-cell table:style-name=\"Tableau1.A1\" office:value-type=\"string\">\(cell)"
        + "</table:table-cell>"
    }
    return "<table:table-row>\(cells.joined())</table:table-row>"
  }
}

private func flatDocument(_ body: String) -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
  xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
  xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
  office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">\
  <office:styles><style:style style:name="Text_20_body" style:display-name="Text body" \
  style:family="paragraph"/></office:styles>\
  <office:automatic-styles><style:style style:name="T1" style:family="text">\
  <style:text-properties fo:font-weight="bold"/></style:style>\
  <style:page-layout style:name="L"/></office:automatic-styles>\
  <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/>\
  </office:master-styles>\
  <office:body><office:text>\(body)</office:text></office:body></office:document>
  """
}
