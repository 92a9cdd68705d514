import Assembly
import Diagnostics
import Export
import FileTree
import TestSupport
import Testing

@Suite struct `Building many kits` {
  private struct Refusal: Error { let basin: String }

  /// What was built, by basin, or the failure.
  private func build(
    _ ids: [String], jobs: Int, refusing refused: Set<String> = []
  ) async throws -> (kits: [String: Kit], failure: BuildFailure<Refusal>?) {
    let basins = try ids.map(Samples.basin)
    var kits: [String: Kit] = [:]
    let failure: BuildFailure<Refusal>? = await buildKits(
      try Samples.workshop.get(), basins: basins, packing: .folderAndZip, jobs: jobs,
      deliver: { (finished) throws(Refusal) in
        let id = finished.manifest.basin
        guard !refused.contains(id) else { throw Refusal(basin: id) }
        return finished
      },
      collect: { kits[$0.manifest.basin] = $0.kit })
    return (kits, failure)
  }

  @Test(arguments: [1, 4])
  func `gives the same bytes every time`(jobs: Int) async throws {
    let (kits, failure) = try await build(Samples.basins, jobs: jobs)
    #expect(failure.map { "\($0)" } == nil)
    #expect(kits.count == Samples.basins.count)
    for sample in try Samples.all.get() {
      let before = sample.finished.kit
      let kit = try #require(kits[sample.id])
      #expect(kit.name.text == "kit-\(sample.id)-2015")
      #expect(kit.files.map(\.path) == before.files.map(\.path))
      for (file, former) in zip(kit.files, before.files) where file.bytes != former.bytes {
        Issue.record("\(file.path.text) is not the same")
      }
      #expect(kit.zip?.path.text == "kit-\(sample.id)-2015.zip")
      #expect(kit.zip?.bytes == before.zip?.bytes)
    }
  }

  @Test func `from inputs in another order gives the same bytes`() throws {
    var inputs = try Samples.inputs()
    inputs.knowledge.reverse()
    inputs.schemas.reverse()
    let workshop = try Workshop.prepare(inputs, Samples.request).value
    let basins = try workshop.basins(["etampes"])
    let basin = try #require(basins.first)
    let kit = try workshop.kit(for: basin, packing: .folderAndZip).kit
    let sample = try Samples.sample("etampes")
    #expect(kit.zip?.bytes == sample.finished.kit.zip?.bytes)
  }

  @Test(arguments: [1, 2, 4])
  func `tells the first failure in the order of the basins`(jobs: Int) async throws {
    let (_, failure) = try await build(
      ["cergy", "etampes", "evry", "nanterre"], jobs: jobs, refusing: ["etampes", "nanterre"])
    guard case .delivery(let refusal) = failure else {
      Issue.record("the build did not fail")
      return
    }
    #expect(refusal.basin == "etampes")
  }

  @Test func `of no basin is nothing`() async throws {
    let (kits, failure) = try await build([], jobs: 4)
    #expect(kits.isEmpty && failure.map { "\($0)" } == nil)
  }
}
