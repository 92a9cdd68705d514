import Archive
import Assembly
import Diagnostics
import Documents
import Export
import FileTree
import KnowledgeBase
import TestSupport
import Testing

@Suite struct `A document as a spreadsheet` {
  private static let body = """
    <document>
      <table sheet='Dépenses'>
        <column/><column holds='amount'/><column holds='number'/><column/>
        <head><cell>Quoi</cell><cell>Coût</cell><cell>Combien</cell><cell>État</cell></head>
        <row><cell>Affiche</cell><cell/><cell>30</cell><cell>☐ idée<br/>☐ prête</cell></row>
        <row><cell><blank name='autre'/></cell><cell/><cell>12</cell><cell/></row>
        <row sum='yes'><cell>Total</cell><cell/><cell/><cell/></row>
      </table>
      <p>Un texte.</p>
      <table sheet='Dépenses'><column/><row><cell>=1+1</cell></row></table>
      <table><column/><row><cell>ailleurs</cell></row></table>
    </document>
    """

  private static func templates(_ body: String, formats: String = "html odt ods") -> String {
    tinyTemplates.replacing("number='2'", with: "number='2' formats='\(formats)'")
      .replacing("<document><p>À <blank name='lieu'/>.</p></document>", with: body)
  }

  private static func content(_ body: String) throws -> String {
    let workshop = try Workshop.prepare(tinyInputs(tinyBase + templates(body)), request).value
    let basin = try #require(try workshop.basins(["evry"]).first)
    let kit = try workshop.kit(for: basin, packing: .folderAndZip).kit
    let file = try #require(kit.files.first { $0.path.name == "01-lettre.ods" })
    let zip = try ZipReader(file.bytes)
    let entry = try #require(zip[.literal("content.xml")])
    return String(decoding: try zip.bytes(of: entry), as: UTF8.self)
  }

  private static let request = BuildRequest(edition: nil, day: nil, version: "1")

  @Test func `has a sheet for each table that says so, with lists, sums and empty cells`() throws {
    let content = try Self.content(Self.body)
    let names = content.matches(of: /<table:table [^>]*table:name="([^"]*)"/).map { String($0.1) }
    #expect(names == ["Dépenses", "Dépenses 2"])
    #expect(!content.contains("ailleurs") && !content.contains("autre"))
    #expect(content.contains("in-list(&quot;idée&quot;;&quot;prête&quot;)"))
    let formulas = content.matches(of: /table:formula="([^"]*)"[^>]*office:value="([^"]*)"/)
      .map { "\($0.1) \($0.2)" }
    #expect(formulas == ["of:=SUM([.B2:.B3]) 0", "of:=SUM([.C2:.C3]) 42"])
    #expect(content.contains("office:value-type=\"string\"><text:p>=1+1</text:p>"))
  }

  @Test func `is there even where data leave no table`() throws {
    let body = "<document><table if='false' sheet='S'><column/></table></document>"
    #expect(try Self.content(body).contains("table:name=\"Feuille\""))
  }

  @Test(arguments: ["html ods", "ods"])
  func `needs a table for it`(formats: String) throws {
    let templates = Self.templates("<document><p>Rien.</p></document>", formats: formats)
    let stopped = #expect(throws: Stopped.self) {
      _ = try Workshop.prepare(tinyInputs(tinyBase + templates), Self.request)
    }
    #expect(stopped?.diagnostics.map(\.id.text) == ["kitplan.no-sheet"])
  }

  @Test func `is led to by its page, its folder's list and the manifest`() throws {
    let sample = try Samples.sample("evry")
    let page = try sample.text(of: "07-finances-fse/46-budget.html")
    #expect(page.contains("href=\"46-budget.ods\""))
    #expect(try sample.text(of: "OUVRIR-LA-CLE.html").contains("(aussi en tableur)"))
    #expect(try sample.text(of: ".trousse/manifest.xml").contains("46-budget.ods"))
  }
}
