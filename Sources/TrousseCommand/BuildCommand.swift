import Assembly
import Diagnostics
import Disk
import Export
import FileTree
import KnowledgeBase

/// `trousse build`: the kits, each a folder and perhaps a zip, and the academic team's page.
///
/// All is written into a staging folder beside the kits and swapped in at the end, so that a build
/// that fails or is killed leaves the former kits whole.
struct BuildCommand: Sendable {
  private let typed: TypedArguments
  private let surroundings: Surroundings
  private let console: Console

  init(_ typed: TypedArguments, _ surroundings: Surroundings, _ console: Console) {
    self.typed = typed
    self.surroundings = surroundings
    self.console = console
  }

  /// Where kits go without another word.
  static let defaultOutput = "build/kits"

  private var output: String { typed.output ?? Self.defaultOutput }

  func run() async -> ExitCode {
    do throws(ExitCode) {
      let preparation = try Preparation(typed, surroundings, console)
      let staging = try begin()
      do throws(ExitCode) {
        try await build(preparation, staging)
      } catch {
        staging.discard()
        throw error
      }
      return .success
    } catch {
      return error
    }
  }

  private func begin() throws(ExitCode) -> Staging {
    do throws(DiskError) {
      return try Staging.begin(in: output)
    } catch {
      console.complain(error)
      throw .machine
    }
  }

  private func build(_ preparation: Preparation, _ staging: Staging) async throws(ExitCode) {
    let outcome: Result<[StandingKit], BuildFailure<DiskError>> = await buildKits(
      preparation.workshop, basins: preparation.basins,
      packing: typed.wantsZip ? .folderAndZip : .folder,
      jobs: typed.jobs ?? surroundings.processorCount,
      progress: { console.progress($0, of: preparation.basins.count) },
      deliver: { (finished) throws(DiskError) in try write(finished, to: staging) })
    switch outcome {
    case .success(let kits): try finish(kits, preparation, staging)
    case .failure(.stopped(let stopped)):
      console.complain(stopped.diagnostics, preparation.inputs.sources)
      throw .inputs
    case .failure(.delivery(let error)):
      console.complain(error)
      throw .machine
    }
  }

  private func write(
    _ finished: FinishedKit, to staging: Staging
  ) throws(DiskError) -> StandingKit {
    let kit = finished.kit
    for file in kit.files { try staging.write(file.bytes, at: file.path) }
    if let zip = kit.zip { try staging.write(zip.bytes, at: zip.path) }
    return StandingKit(
      manifest: finished.manifest, name: kit.name.text, zipBytes: kit.zip?.bytes.count)
  }

  // MARK: The academic team's page

  private func finish(
    _ kits: [StandingKit], _ preparation: Preparation, _ staging: Staging
  ) throws(ExitCode) {
    let all = kits + formerKits(preparation, besides: Set(kits.map(\.name)))
    let academy: AcademyFiles
    do throws(Stopped) {
      academy = try preparation.workshop.academyFiles(over: all)
    } catch {
      console.complain(error.diagnostics, preparation.inputs.sources)
      throw .inputs
    }
    do throws(DiskError) {
      try staging.write(academy.page, at: .literal("index.html"))
      for file in [academy.stylesheet, academy.script] {
        try staging.write(file.bytes, at: file.path)
      }
      try staging.commit(last: ["index.html"])
    } catch {
      console.complain(error)
      throw .machine
    }
    report(kits, preparation)
  }

  /// The kits of the same edition that earlier runs left in the output, for basins that this run
  /// does not build.
  private func formerKits(
    _ preparation: Preparation, besides built: Set<String>
  ) -> [StandingKit] {
    let workshop = preparation.workshop
    let names = workshop.base.basins.map(workshop.kitName).filter { !built.contains($0) }
    return names.compactMap { name in
      let manifest = "\(output)/\(name)/\(Manifest.path.text)"
      guard fileExists(at: manifest) else { return nil }
      do throws(DiskError) {
        let bytes = try readFile(at: manifest, limitBytes: 16 << 20)
        let file = SourceFile(id: SourceFile.ID(surroundings.shown(manifest)), bytes: bytes)
        return standing(file, name)
      } catch {
        console.complain(error)
        return nil
      }
    }
  }

  private func standing(_ file: SourceFile, _ name: String) -> StandingKit? {
    do throws(Stopped) {
      return StandingKit(
        manifest: try Manifest(file), name: name, zipBytes: fileSize(at: "\(output)/\(name).zip"))
    } catch {
      console.complain(error.diagnostics, [file.id: file.bytes])
      return nil
    }
  }

  private func report(_ kits: [StandingKit], _ preparation: Preparation) {
    let documents = kits.reduce(0) { $0 + $1.manifest.documentCount }
    let place = surroundings.shown(output)
    console.say(
      Phrase(
        en: "\(kits.count) kits, \(documents) documents in \(place); open \(place)/index.html",
        fr: "\(kits.count) kits, \(documents) documents dans \(place) ; ouvrez \(place)/index.html"
      ))
  }
}
