import Glibc

/// What the process tells its caller.
enum ExitCode: Int32, Error, Sendable {
  /// The kits are built, or the inputs are in order.
  case success = 0
  /// Errors in the inputs: nothing was written.
  case inputs = 1
  /// The command line cannot be understood.
  case usage = 2
  /// The machine refused: permission, no space, a busy folder. What was there before is whole.
  case machine = 3

  /// The worse of two ends of a run.
  func orWorse(_ other: ExitCode) -> ExitCode { other.rawValue > rawValue ? other : self }

  func exit() -> Never { Glibc.exit(rawValue) }
}
