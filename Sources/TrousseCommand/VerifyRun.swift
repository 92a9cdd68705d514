import Diagnostics
import Export
import French

/// `trousse verify`: reads kits and says what became of them. Writes nothing.
struct VerifyRun: Sendable {
  private let typed: VerifyCommand
  private let console: Console
  private let finder: KitFinder

  init(_ typed: VerifyCommand, _ surroundings: Surroundings, _ console: Console) {
    self.typed = typed
    self.console = console
    finder = KitFinder(console, jobs: surroundings.processorCount)
  }

  /// Goes on after a kit that cannot be read, so that one run tells of all; the worst counts.
  func run() async -> ExitCode {
    var worst = ExitCode.success
    for path in typed.places {
      do throws(ExitCode) {
        for place in try finder.kits(at: path) {
          do throws(ExitCode) {
            try await verify(place)
          } catch {
            worst = worst.orWorse(error)
          }
        }
      } catch {
        worst = worst.orWorse(error)
      }
    }
    return worst
  }

  private func verify(_ place: KitFinder.Place) async throws(ExitCode) {
    switch place {
    case .zip(let path):
      let kits = try await finder.kits(ofZip: path)
      for kit in kits {
        say(kit.verdict, of: kit.kit, at: kits.count == 1 ? path : "\(path)/\(kit.name)")
      }
      if !kits.allSatisfy(\.verdict.isWhole) { throw .inputs }
    case .folder(let path):
      let found = try await finder.folder(path)
      say(found.verdict, of: found.kit, at: path)
      if !found.verdict.isWhole { throw .inputs }
    }
  }

  private func say(_ verdict: KitVerdict, of kit: ShippedKit, at path: String) {
    let day = kit.manifest.day
    let words = Phrase(en: day, fr: CalendarDay(day)?.inFrench(.medium) ?? day)
    for line in verdict.report(of: kit, at: path, day: words) { console.say(line) }
  }
}
