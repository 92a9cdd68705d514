package import Diagnostics
package import Export
package import KnowledgeBase

/// Builds the kits of many basins side by side and hands each on as soon as it is finished.
///
/// At most `jobs` kits are in memory at a time, so memory does not grow with the number of basins.
/// `deliver` is called from several tasks at once, each time for another kit; what it returns comes
/// back in the order of `basins`, whatever finished first.
///
/// - Parameter progress: told, one call after the other, how many kits are finished.
/// - Returns: what was delivered, or the failure of the first basin among those that failed.
package func buildKits<Delivered: Sendable, Failure: Error>(
  _ workshop: Workshop, basins: [Basin], packing: Packing, jobs: Int,
  progress: (Int) -> Void,
  deliver: @escaping @Sendable (FinishedKit) throws(Failure) -> Delivered
) async -> Result<[Delivered], BuildFailure<Failure>> {
  return await withTaskGroup(
    of: (Int, Result<Delivered, BuildFailure<Failure>>).self
  ) { group in
    var next = 0
    var results = [Delivered?](repeating: nil, count: basins.count)
    var failure: (index: Int, reason: BuildFailure<Failure>)?
    func startOne() {
      guard next < basins.count, failure == nil else { return }
      let index = next
      next += 1
      let basin = basins[index]
      group.addTask { (index, build(basin, workshop, packing, deliver)) }
    }
    for _ in 0..<max(1, jobs) { startOne() }
    var done = 0
    for await (index, outcome) in group {
      done += 1
      progress(done)
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
