import Diagnostics
import Disk
import Documents
import Glibc
import Markup
import OfficePackages
import OpenDocumentFormat
import Templates

/// Templates of both kinds, one thread: from values in memory to a closed ODT on a RAM disk.
///
/// Three documents that kits are made of (`BenchDocument`), 200 different ones of each. What is
/// compared is zlib alone, level 6, over the very `content.xml` that each document got, in the same
/// round.
struct TemplateBench {
  private let look: TextDocumentLook
  private let folder: String
  private let rounds = 5
  private let count = 200

  /// - Parameters:
  ///   - reference: the reference document of the look.
  ///   - folder: where documents are written; a RAM disk, or the disk is what is measured.
  init(reference: String, folder: String = "/dev/shm") {
    self.folder = "\(folder)/trousse-bench-\(getpid())"
    do {
      let file = SourceFile(
        id: SourceFile.ID(reference), bytes: try readFile(at: reference, limitBytes: 16 << 20))
      guard let palette = Palette(accent: "#5c2a66", due: "#a83e12") else { fail("no palette") }
      look = try TextDocumentLook(reference: parse(file), palette: palette)
    } catch { fail("cannot read \(reference)") }
  }

  /// - Parameter word: how the names of what is measured begin or end.
  func run(_ word: String = "") {
    guard mkdir(folder, 0o700) == 0 else { fail("cannot write to \(folder)") }
    defer { removeTree(folder) }
    say(
      "\nTemplates, one thread, from values to a closed ODT on a RAM disk "
        + "(median of \(rounds) × \(count)):")
    let works = BenchDocument.allCases.flatMap { document in
      BenchKind.allCases.map { Work(document, $0, count: count) }
    }.filter { $0.name.hasPrefix(word) || $0.name.hasSuffix(word) }
    guard !works.isEmpty else { fail("no document is called `\(word)`") }
    var results = works.map { _ in [(made: Lap, zlib: Lap)]() }
    for _ in 0..<rounds {
      for (index, work) in works.enumerated() { results[index].append(round(of: work)) }
    }
    for (work, laps) in zip(works, results) { report(work, laps) }
    reportMemory(works)
  }

  private func round(of work: Work) -> (made: Lap, zlib: Lap) {
    var writing = BenchWriting(look: look, folder: folder)
    var contents: [[UInt8]] = []
    for values in work.values { contents.append(writing.content(of: work.document(values))) }
    let made = Lap.of(count) { for values in work.values { writing.write(work.document(values)) } }
    var zlib = PlainZlib()
    let floor = Lap.of(count) { for content in contents { zlib.deflate(content) } }
    return (made, floor)
  }

  private func report(_ work: Work, _ laps: [(made: Lap, zlib: Lap)]) {
    let made = Lap.median(laps.map(\.made))
    let zlib = Lap.median(laps.map(\.zlib))
    let writing = BenchWriting(look: look, folder: folder)
    let kilobytes = writing.content(of: work.document(work.values[0])).count / 1024
    say(
      "  \(padded(work.name, 20)) \(padded(Int(1 / made.wall), 6)) a second, "
        + "\(padded(microseconds(made.cpu), 4)) µs CPU each, \(ratio(made.cpu, zlib.cpu)) times "
        + "zlib (\(padded(microseconds(zlib.cpu), 3)) µs; content.xml \(kilobytes) KB)")
  }

  private func reportMemory(_ works: [Work]) {
    let many = 10_000
    var writing = BenchWriting(look: look, folder: folder)
    for work in works { for values in work.values { writing.write(work.document(values)) } }
    let before = peakKilobytes(afterReset: true)
    for index in 0..<many {
      let work = works[index % works.count]
      writing.write(work.document(work.values[index % count]))
    }
    let after = peakKilobytes(afterReset: false)
    say(
      "  memory               \(before / 1024) MB, at the peak over \(many) more documents "
        + "\(after / 1024) MB")
  }
}

/// One document in one kind of template, with the values of many.
private struct Work {
  let name: String
  let template: LooseTemplate
  let values: [[Value]]

  init(_ document: BenchDocument, _ kind: BenchKind, count: Int) {
    name = "\(document.rawValue), \(kind.rawValue)"
    values = (0..<count).map(document.values)
    do throws(Stopped) {
      template = try compileTemplate(
        document.template(kind), fields: TemplateFields(document.fields))
    } catch {
      for diagnostic in error.diagnostics { say("\(diagnostic.message.english)") }
      fail("a template does not compile")
    }
  }

  func document(_ values: [Value]) -> LooseDocument {
    do throws(Stopped) {
      return try template.document(
        values, titled: "Préparer la Semaine",
        at: DocumentPlace(folder: "", stem: "document", formats: [.odt]),
        header: DocumentHeader(
          context: "Bassin d’Évry · édition 2015", purpose: "Mesurer", audience: "Nous",
          moment: "Souvent", issued: "17 novembre 2014"))
    } catch { fail("a template does not compose") }
  }
}

/// Writes documents to files, one after the other.
private struct BenchWriting: ~Copyable {
  private var texts: TextDocumentWriter
  private var packages = OfficePackageWriter()
  private let folder: String
  private var number = 0
  private let properties = DocumentProperties(
    title: "Préparer la Semaine", subject: "Bassin d’Évry · édition 2015",
    creator: "académie de Versailles", kit: "Kit du 17 novembre 2014", day: "2014-11-17",
    generator: "trousse/bench")

  init(look: TextDocumentLook, folder: String) {
    texts = TextDocumentWriter(look: look)
    self.folder = folder
  }

  func content(of made: LooseDocument) -> [UInt8] {
    made.office?.content ?? texts.contentXML(of: made.document)
  }

  mutating func write(_ made: LooseDocument) {
    let bytes =
      if let office = made.office {
        packages.bytes(
          content: office.content, styles: office.styles,
          meta: properties.metaXML(adding: office.properties), common: office.common)
      } else {
        texts.bytes(of: made.document, properties: properties)
      }
    number = (number + 1) % 100
    let file = open("\(folder)/\(number).odt", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    let written = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    guard written == bytes.count, close(file) == 0 else { fail("cannot write to \(folder)") }
  }
}

/// Seconds of one document.
private struct Lap {
  let wall: Double
  let cpu: Double

  static func of(_ count: Int, _ work: () -> Void) -> Lap {
    let cpu = seconds(CLOCK_PROCESS_CPUTIME_ID)
    let wall = now()
    work()
    return Lap(
      wall: (now() - wall) / Double(count),
      cpu: (seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu) / Double(count))
  }

  static func median(_ laps: [Lap]) -> Lap {
    Lap(
      wall: laps.map(\.wall).sorted()[laps.count / 2],
      cpu: laps.map(\.cpu).sorted()[laps.count / 2])
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// The peak of this process's memory, counted anew from now on if asked (proc(5), `clear_refs`).
private func peakKilobytes(afterReset: Bool) -> Int {
  if afterReset, let file = fopen("/proc/self/clear_refs", "w") {
    fputs("5", file)
    fclose(file)
  }
  guard let file = fopen("/proc/self/status", "r") else { return 0 }
  defer { fclose(file) }
  var line = [CChar](repeating: 0, count: 200)
  while fgets(&line, 200, file) != nil {
    let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard text.hasPrefix("VmHWM:") else { continue }
    return text.split(separator: " ").compactMap { Int($0.filter(\.isNumber)) }.first ?? 0
  }
  return 0
}

private func microseconds(_ seconds: Double) -> Int { Int((seconds * 1e6).rounded()) }

private func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}

private func fail(_ reason: String) -> Never {
  say("bench: \(reason)")
  exit(1)
}
