import Diagnostics
import French
import Merging
import Templates
import TestSupport
import Testing

@Suite struct `The rows of a JSON list` {
  @Test func `have JSON's types, days and times, lists and objects in each other`() throws {
    let list = try json(
      """
      [{"Nom": "Roy", "jour": "2015-03-16", "heure": "08:30", "n": 12, "ok": true,
        "lieux": [{"ville": "Évry", "salles": ["A", "B"]}, {"ville": "Massy"}]},
       {"Nom": null, "n": -1.5, "jour": "", "autre": {"a": 1}}]
      """)
    #expect(
      list.outline == "nom:text jour:day heure:time n:number ok:boolean "
        + "lieux:[{ville:text salles:[text]}] autre:{a:number}")
    #expect(list.values("nom") == [.text("Roy"), .blank("Nom")])
    #expect(list.values("ok") == [.boolean(true), .blank("ok")])
    #expect(
      list.values("lieux") == [
        .list([
          .record([.text("Évry"), .list([.text("A"), .text("B")])]),
          .record([.text("Massy"), .list([])]),
        ]), .list([]),
      ])
    #expect(list.values("autre") == [.blank("autre"), .record([.number(1)])])
    #expect(list.values("n").last == DecimalNumber("-1,5").map { .decimal($0) })
  }

  @Test func `are text where one text is no day`() throws {
    let list = try json(#"[{"d": "2015-03-16"}, {"d": "lundi"}, {"d": "12"}]"#)
    #expect(list.outline == "d:text")
    #expect(list.values("d") == [.text("2015-03-16"), .text("lundi"), .text("12")])
  }

  @Test(arguments: [
    ["①{②}", "merge.not-a-list ①②"], ["[]", "merge.no-rows file"],
    ["[{}]", "merge.no-rows file"], ["[①1②]", "merge.not-a-row ①②"],
    [#"[{"a": 1}, {"a": ①"x"②}]"#, "merge.other-type ①②"],
    [#"[{"a": []}, {"a": ①{②}}]"#, "merge.other-type ①②"],
    [#"[{"a": ①1234567890123456789②}]"#, "merge.too-many-digits ①②"],
    [#"[{①"Code postal"②: 1, ③"Code-postal"④: 2}]"#, "merge.same-name ③④ (①②)"],
    [#"[{"a": [{①"b c"②: 1, ③"bC"④: 2}]}]"#, "merge.same-name ③④ (①②)"],
    [#"[{①"a"②: 1, ③"a"④: 2}]"#, "json.duplicate-name ③④ (①②)"],
  ])
  func `that are faulty are refused at their place`(_ row: [String]) {
    let found = faults(row[0]) { (text) throws(Stopped) in _ = try json(text) }
    #expect(found == [row[1]])
  }
}
