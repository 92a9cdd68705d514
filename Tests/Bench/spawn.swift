import Glibc

/// Runs a program to its end and measures it from outside; nil when it fails.
func spawn(_ program: String, _ words: [String]) -> Measure? {
  var arguments = ([program] + words).map { strdup($0) }
  arguments.append(nil)
  defer { arguments.forEach { free($0) } }
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
  let start = now()
  var process: pid_t = 0
  guard posix_spawn(&process, program, &actions, nil, &arguments, environ) == 0 else { return nil }
  var status: Int32 = 0
  var usage = rusage()
  guard wait4(process, &status, 0, &usage) == process, status == 0 else { return nil }
  return Measure(
    wall: now() - start, cpu: usage.seconds, user: usage.ownSeconds,
    peakKilobytes: usage.ru_maxrss)
}

/// Seconds of a clock that only goes forward.
func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

extension rusage {
  /// User and system time.
  var seconds: Double {
    Double(ru_utime.tv_sec + ru_stime.tv_sec) + Double(ru_utime.tv_usec + ru_stime.tv_usec) / 1e6
  }

  /// User time.
  var ownSeconds: Double { Double(ru_utime.tv_sec) + Double(ru_utime.tv_usec) / 1e6 }

  static var ofThisProcess: rusage {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage
  }
}
