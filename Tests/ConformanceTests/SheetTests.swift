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

  private func command(_ program: String, _ arguments: [String]) throws -> Tool.Outcome {
    try Tool("env").run([program] + arguments)
  }
}
