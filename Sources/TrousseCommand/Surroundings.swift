import Diagnostics
import Glibc

/// What the command may know of the process it runs in.
struct Surroundings: Sendable {
  var language: Language
  var workingFolder: String
  /// Where the program's own file is, links resolved.
  var executable: String
  var inputIsTerminal: Bool
  var errorIsTerminal: Bool
  /// `SOURCE_DATE_EPOCH` as it stands, when it is set.
  var sourceDateEpoch: String?
  var processorCount: Int

  static func ofThisProcess() -> Surroundings {
    // A reader that goes away is no error: `write` then fails and says so.
    signal(SIGPIPE, SIG_IGN)
    // Nor does a limit on the size of files end the process: `write` says EFBIG.
    signal(SIGXFSZ, SIG_IGN)
    return Surroundings(
      language: language(), workingFolder: workingFolder(), executable: executable(),
      inputIsTerminal: isatty(STDIN_FILENO) == 1, errorIsTerminal: isatty(STDERR_FILENO) == 1,
      sourceDateEpoch: environment("SOURCE_DATE_EPOCH"),
      processorCount: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// French when the locale is French, English otherwise (POSIX: LC_ALL, LC_MESSAGES, LANG).
  private static func language() -> Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap { environment($0) }.first { !$0.isEmpty } ?? ""
    let name = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" }
    return name.lowercased() == "fr" ? .french : .english
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static func workingFolder() -> String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }

  private static func executable() -> String {
    guard let path = realpath("/proc/self/exe", nil) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }

  /// A path as the person knows it: from the working folder where it lies below it.
  func shown(_ path: String) -> String {
    let prefix = workingFolder == "/" ? "/" : workingFolder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }
}
