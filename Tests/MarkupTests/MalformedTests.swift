import Diagnostics
import Markup
import TestSupport
import Testing

@Suite struct `Malformed XML` {
  struct Case: Sendable, CustomTestStringConvertible {
    var source: String
    var places: [String]
    var testDescription: String { source.debugDescription }

    init(_ source: String, _ place: String) {
      self.source = source
      places = [place]
    }
  }

  @Test(arguments: [
    Case("①<a>②③</b>④", "xml.mismatched-tag ③④ (①②)"),
    Case("<a>①<b>②<c/>③</a>④", "xml.mismatched-tag ③④ (①②)"),
    Case("①<Tâche>②③</tâche>④", "xml.mismatched-tag ③④ (①②)"),
    Case("<a>①<b é='É'>②", "xml.never-closed ①②"),
    Case("<a><b>①</b②", "xml.unfinished-tag ①②"),
    Case("<a>R①&②D</a>", "xml.bare-ampersand ①②"),
    Case("<a>①&②amp</a>", "xml.bare-ampersand ①②"),
    Case("<a>①&②#;</a>", "xml.bare-ampersand ①②"),
    Case("<a>①&nbsp;②</a>", "xml.undefined-entity ①②"),
    Case("<a b='É①&eacute;②'/>", "xml.undefined-entity ①②"),
    Case("<a>①&#0;②</a>", "xml.bad-character-reference ①②"),
    Case("<a>①&#xD800;②</a>", "xml.bad-character-reference ①②"),
    Case("<a>①&#99999999999999999999;②</a>", "xml.bad-character-reference ①②"),
    Case("<a>1 ①<② 2</a>", "xml.bare-less-than ①②"),
    Case("<a>①]]>②</a>", "xml.cdata-end-in-text ①②"),
    Case("<a ①Éb②=1/>", "xml.attribute-without-quotes ①②"),
    Case("<a ①b②=1/>", "xml.attribute-without-quotes ①②"),
    Case("<a ①b②=“1”/>", "xml.attribute-without-quotes ①②"),
    Case("<a ①b②/>", "xml.attribute-without-value ①②"),
    Case("<a ③b④='1' c='2'\n ①b②='3'/>", "xml.duplicate-attribute ①② (③④)"),
    Case("<a b='1'①c②='2'/>", "xml.missing-space ①②"),
    Case("<a ①1②b='1'/>", "xml.bad-name ①②"),
    Case("<a ①“②/>", "xml.bad-name ①②"),
    Case("<a b=①'②1>\n ③<④c d='2'/></a>", "xml.unfinished-value ①② (③④)"),
    Case("<a b=①'②1>", "xml.unfinished-value ①②"),
    Case("①<a②\n<b/>", "xml.unfinished-tag ①②"),
    Case("<a/>①<b/>②", "xml.after-root ①②"),
    Case("<a/>\n①</a>②", "xml.after-root ①②"),
    Case("<a/> ①fin②", "xml.after-root ①②"),
    Case("①bonjour② <a/>", "xml.text-before-root ①②"),
    Case("<!-- a -->", "xml.no-element file"),
    Case("①<!--② a", "xml.never-ended ①②"),
    Case("<a>①<![CDATA[② a</a>", "xml.never-ended ①②"),
    Case("<a>①<?② a</a>", "xml.bad-name ①②"),
    Case("<a>①<?②a </a>", "xml.never-ended ①②"),
    Case("<a><!-- a ①--② b --></a>", "xml.hyphens-in-comment ①②"),
    Case("<a>①<!ELEMENT② a></a>", "xml.strange-declaration ①②"),
    Case("\n①<?xml② version='1.0'?><a/>", "xml.declaration-not-first ①②"),
    Case("<①2②/>", "xml.bare-less-than (0)①"),
    Case("①<o:a>②</o:a>", "xml.undeclared-prefix (1)(4)"),
    Case("<a>\n<b c='É' ①o:d②='1'/></a>", "xml.undeclared-prefix ①②"),
    Case("<?xml version='1.0'① ②bizarre='1'?><a/>", "xml.malformed ①②"),
    Case("①<a:b:c xmlns:a='u'>②</a:b:c>", "xml.malformed ①②"),
    Case("①<a xmlns:o='u' xmlns:p='u' o:b='1' p:b='2'/>②", "xml.malformed ①②"),
  ])
  func `is told where it stands`(_ row: Case) {
    let marked = MarkedText(row.source)
    #expect(marked.places(of: diagnostics(marked.file())) == row.places)
  }

  @Test func `names both tags and where one was opened`() throws {
    let marked = MarkedText("<plan><task>\n</plan>")
    let problem = try #require(diagnostics(marked.file()).first)
    #expect(problem.message.english == "`</plan>` cannot close `<task>`")
    #expect(problem.message.french == "`</plan>` ne peut fermer `<task>`")
    #expect(problem.help.map(\.english) == ["write `</task>` before this tag"])
    #expect(problem.notes.map(\.message.english) == ["`task` was opened here"])
  }

  @Test(arguments: [
    ("eacute", "write the character itself: `é`"),
    ("nbsp", "write the no-break space itself, or `&#160;`"),
    ("zork", "write the character itself, or `&amp;` for the sign `&`"),
  ])
  func `says what to write for an entity`(_ name: String, _ help: String) throws {
    let problem = try #require(diagnostics(Array("<a>&\(name);</a>".utf8)).first)
    #expect(problem.help.map(\.english) == [help])
  }
}
