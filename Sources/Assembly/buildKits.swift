package import Diagnostics
package import Export
package import KnowledgeBase

/// Builds the kits of many basins side by side and hands each on as soon as it is finished.
///
/// At most `jobs` kits are in memory at a time, so memory does not grow with the number of basins.
///
/// - Parameters:
///   - deliver: called from several tasks at once, each time for another kit.
///   - collect: called with what was delivered, one call after the other, in the order in which
///     kits are finished: not always that of `basins`.
/// - Returns: nil, or the failure of the first basin among those that failed.
package func buildKits<Delivered: Sendable, Failure: Error>(
  _ workshop: Workshop, basins: [Basin], packing: Packing, jobs: Int,
  deliver: @escaping @Sendable (FinishedKit) throws(Failure) -> Delivered,
  collect: (Delivered) -> Void
) async -> BuildFailure<Failure>? {
  await withTaskGroup(of: (Int, Result<Delivered, BuildFailure<Failure>>).self) { group in
    var next = 0
    var failure: (index: Int, reason: BuildFailure<Failure>)?
    func startOne() {
      guard next < basins.count, failure == nil else { return }
      let index = next
      next += 1
      let basin = basins[index]
      group.addTask { (index, build(basin, workshop, packing, deliver)) }
    }
    for _ in 0..<max(1, jobs) { startOne() }
    for await (index, outcome) in group {
      switch outcome {
      case .success(let delivered): collect(delivered)
      case .failure(let reason):
        if failure.map({ index < $0.index }) ?? true { failure = (index, reason) }
      }
      startOne()
    }
    return failure?.reason
  }
}

private func build<Delivered, Failure: Error>(
  _ basin: Basin, _ workshop: Workshop, _ packing: Packing,
  _ deliver: (FinishedKit) throws(Failure) -> Delivered
) -> Result<Delivered, BuildFailure<Failure>> {
  let finished: FinishedKit
  do throws(Stopped) {
    finished = try workshop.kit(for: basin, packing: packing)
  } catch {
    return .failure(.stopped(error))
  }
  do throws(Failure) {
    return .success(try deliver(finished))
  } catch {
    return .failure(.delivery(error))
  }
}

/// Why a build did not come to its end.
package enum BuildFailure<Delivery: Error>: Error {
  case stopped(Stopped)
  case delivery(Delivery)
}
