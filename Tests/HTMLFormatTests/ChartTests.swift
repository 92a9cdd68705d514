import Documents
import HTMLFormat
import Testing

@Suite struct `Charts in HTML` {
  static let periods = [
    Chart.Period(start: 100, label: "−1", group: "mars", look: .plain),
    Chart.Period(start: 107, label: "S", group: "mars", look: .goal),
    Chart.Period(start: 114, label: "+1", group: "mars", look: .closed),
  ]

  static let timeline = Chart(
    caption: "Plan & suite", description: "une tâche", periods: periods,
    rows: .bars([
      Chart.Bar(label: "Écrire <aux> maires", note: "9 mars", first: 101, last: 109, look: .tight)
    ]))

  @Test func `are pictures with a name and a text, in a region that a keyboard reaches`() {
    let html = SampleSite.body([.chart(Self.timeline), .chart(Self.timeline)])
    #expect(html.contains("role=\"region\" tabindex=\"0\" aria-label=\"Graphique\u{A0}1\""))
    #expect(html.contains("role=\"img\" aria-labelledby=\"graphique_2_titre graphique_2_texte\""))
    #expect(html.contains("<title id=\"graphique_1_titre\">Plan &amp; suite</title>"))
    #expect(html.contains("Écrire &lt;aux&gt; maires</text>"))
    #expect(html.contains("<figcaption>Plan &amp; suite</figcaption>"))
  }

  /// Nine days of seven to a column of 22: from day 1 to the end of day 9.
  @Test func `draw a bar from its first day to the end of its last`() {
    let html = SampleSite.body([.chart(Self.timeline)])
    #expect(
      html.contains("<rect class=\"bar tight\" x=\"313\" y=\"49\" width=\"28\" height=\"10\"/>"))
    #expect(html.contains("class=\"closed\"") && html.contains("class=\"goal\""))
  }

  @Test func `write every load as a number too, and what is too much darker`() {
    let chart = Chart(
      caption: "Charge", description: "heures", periods: Self.periods,
      rows: .loads([
        Chart.Load(label: "a", amounts: [60, 300, 0], texts: ["1", "5", ""], limit: 240)
      ]))
    let html = SampleSite.body([.chart(chart)])
    #expect(html.contains(">1</text>") && html.contains(">5</text>"))
    #expect(html.ranges(of: "class=\"bar tight\"").count == 1)
    #expect(html.contains("class=\"limit\""))
  }

  @Test func `stand alone as SVG`() {
    let text = String(decoding: svg(of: Self.timeline), as: UTF8.self)
    #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns="))
    #expect(text.hasSuffix("</svg>\n"))
  }
}
