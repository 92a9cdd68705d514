package import Diagnostics
package import Export
package import KnowledgeBase

/// Builds the kits of many basins side by side and hands each on as soon as it is finished.
///
/// At most `jobs` kits are in memory at a time, so memory does not grow with the number of basins.
/// `deliver` is called from several tasks at once, each time for another kit; what it returns comes
/// back in the order of `basins`, whatever finished first.
///
/// - Throws: the first error of the lowest-numbered basin among those that failed.
package func buildKits<Delivered: Sendable, Failure: Error>(
  _ workshop: Workshop, basins: [Basin], packing: Packing, jobs: Int,
  deliver: @escaping @Sendable (FinishedKit) throws(Failure) -> Delivered
) async -> Result<[Delivered], BuildFailure<Failure>> {
  typealias Outcome = Result<Delivered, BuildFailure<Failure>>
  @Sendable func build(_ index: Int) -> (Int, Outcome) {
    let finished: FinishedKit
    do throws(Stopped) {
      finished = try workshop.kit(for: basins[index], packing: packing)
    } catch {
      return (index, .failure(.stopped(error)))
    }
    do throws(Failure) {
      return (index, .success(try deliver(finished)))
    } catch {
      return (index, .failure(.delivery(error)))
    }
  }
  return await withTaskGroup(of: (Int, Outcome).self) { group in
    var next = 0
    var results = [Delivered?](repeating: nil, count: basins.count)
    var failure: (index: Int, reason: BuildFailure<Failure>)?
    func startOne() {
      guard next < basins.count, failure == nil else { return }
      let index = next
      next += 1
      group.addTask { build(index) }
    }
    for _ in 0..<max(1, jobs) { startOne() }
    for await (index, outcome) in group {
      switch outcome {
      case .success(let delivered): results[index] = delivered
      case .failure(let reason):
        if failure.map({ index < $0.index }) ?? true { failure = (index, reason) }
      }
      startOne()
    }
    if let failure { return .failure(failure.reason) }
    return .success(results.compactMap(\.self))
  }
}

/// Why a build did not come to its end.
package enum BuildFailure<Delivery: Error>: Error {
  case stopped(Stopped)
  case delivery(Delivery)
}
