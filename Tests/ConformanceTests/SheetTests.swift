import Foundation
import TestSupport
import Testing

@Suite(.conformance) struct `Sheets` {
  @Test(.judges(.soffice))
  func `that LibreOffice opened and saved are no difference from the base`() throws {
    let folder = try TemporaryFolder()
    let trousse = RepositoryInputs.root + "/.build/release/trousse"
    let data = ["--data", RepositoryInputs.assets]
    let out = try command(trousse, ["export-sheets", folder.path(of: "sheets")] + data)
    #expect(out.status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(of: "sheets"))
      .filter { $0.hasSuffix(".ods") }.sorted()
    let profile = URL(filePath: folder.path(of: "profile")).absoluteString
    _ = try Tool.soffice.run(
      [
        "-env:UserInstallation=\(profile)", "--headless", "--norestore", "--nologo",
        "--convert-to", "ods", "--outdir", folder.path(of: "saved"),
      ] + names.map { folder.path(of: "sheets/\($0)") })
    let back = try command(
      trousse, ["import", "--lang", "en"] + names.map { folder.path(of: "saved/\($0)") } + data)
    var verdict = Verdict("sheets through LibreOffice")
    let isSame = back.output == "no difference from the knowledge base\n"
    verdict.add("\(names.count) sheets", isSame ? [] : [back.all])
    verdict.tell()
  }

  @Test(.judges(.soffice))
  func `of kits open in LibreOffice, which adds up what they add up`() throws {
    let folder = try TemporaryFolder()
    let files = Kits.paths(".ods").filter { file in
      Kits.examples.contains { Kits.short(file).hasPrefix($0 + "/") }
    }
    var verdict = Verdict("spreadsheets of kits")
    let profile = URL(filePath: folder.path(of: "profile")).absoluteString
    for (number, file) in files.enumerated() {
      let saved = folder.path(of: "saved\(number)")
      _ = try Tool.soffice.run([
        "-env:UserInstallation=\(profile)", "--headless", "--norestore", "--nologo",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1",
        "--outdir", saved, file,
      ])
      let names = (try? FileManager.default.contentsOfDirectory(atPath: saved)) ?? []
      let text = try names.sorted()
        .map { try String(contentsOfFile: "\(saved)/\($0)", encoding: .utf8) }.joined()
      let isWhole = !text.isEmpty && !text.contains("#") && !text.contains("Err:")
      verdict.add(Kits.short(file), isWhole ? [] : ["is not as it should be: \(text.prefix(200))"])
    }
    #expect(!files.isEmpty)
    verdict.tell()
  }

  private func command(_ program: String, _ arguments: [String]) throws -> Tool.Outcome {
    try Tool("env").run([program] + arguments)
  }
}
