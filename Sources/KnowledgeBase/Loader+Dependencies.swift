import Diagnostics

/// What tasks say of each other: no circles, and nothing waits for what may not be there.
extension Loader {
  /// Finds circles of `after` with an explicit stack, as chains may be long.
  mutating func reportCycles(among tasks: [Task]) {
    let byID = Dictionary(tasks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var settled: Set<Task.ID> = []
    for task in tasks where !settled.contains(task.id) {
      var path: [Task.ID] = [task.id]
      var places = [task.id: 0]
      var pending: [[Task.ID]] = [task.after.map(\.value)]
      while var next = pending.popLast() {
        guard let id = next.popLast() else {
          if let done = path.popLast() {
            settled.insert(done)
            places[done] = nil
          }
          continue
        }
        pending.append(next)
        if let start = places[id] {
          let chain = path[start...].map(\.text) + [id.text]
          reader.diagnostics.append(.taskCycle(chain, at: byID[id]?.span ?? task.span))
          return
        }
        guard !settled.contains(id), let found = byID[id] else { continue }
        places[id] = path.count
        path.append(id)
        pending.append(found.after.map(\.value))
      }
    }
  }

  /// A task may wait only for tasks that are there whenever it is there itself, and makes sense
  /// at its own time at least.
  mutating func checkDependencies(among tasks: [Task]) {
    let byID = Dictionary(tasks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for task in tasks {
      for reference in task.after {
        guard let first = byID[reference.value], !isAlwaysThere(first, with: task) else { continue }
        reader.diagnostics.append(.conditionedOut(reference, of: task, first))
      }
      guard let latest = task.work?.latest else { continue }
      for lead in [task.lead, task.experiencedLead].compactMap(\.self)
      where latest.value.unit == lead.value.unit && latest.value.count > lead.value.count {
        reader.diagnostics.append(.latestBeforeDue(latest, due: lead))
      }
    }
  }

  private func isAlwaysThere(_ first: Task, with task: Task) -> Bool {
    (first.audience == .all || first.audience == task.audience)
      && first.conditions.isSubset(of: task.conditions)
  }
}
