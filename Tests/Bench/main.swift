/// `make bench`: the real program, timed from outside, against the floor of the same run.
///
/// The floor is what no program that makes these kits can go below without a better deflate:
/// deflating (zlib, level 6) the very bytes that differ from file to file, and writing the very
/// files. Parts that all files share (styles, script) count once, as the program does.
///
/// `bench templates TEMPLATES` measures the templates alone; with one word more, those whose name
/// begins or ends with it (`roles`, `Writer`), for a profiler.
///
/// Nothing here is a test: machines differ. Ratios are what to read.

// `bench base PROGRAM FOLDER ASSETS` measures the reading of the base alone.
//
// The floor runs in a process of its own, so that what it holds in memory is not counted as a
// child's: Linux hands the peak of a parent down.
if CommandLine.arguments.count == 5, CommandLine.arguments[1] == "floor" {
  let words = CommandLine.arguments
  Floor(of: words[2]).run(to: words[3]).write(to: words[4])
} else if (3...4).contains(CommandLine.arguments.count), CommandLine.arguments[1] == "templates" {
  let words = CommandLine.arguments
  TemplateBench(reference: "\(words[2])/look/reference.fodt").run(words.count > 3 ? words[3] : "")
} else if CommandLine.arguments.count == 5, CommandLine.arguments[1] == "base" {
  let words = CommandLine.arguments
  BaseBench(program: words[2], folder: words[3], assets: words[4]).run()
} else {
  Bench().run()
}
