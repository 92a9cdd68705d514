import Assembly
import Diagnostics
import Disk
import Export
import FileTree
import Merging

/// `trousse merge`: everything is checked, then the documents are written one after the other
/// beside the former ones, then all take their places.
struct MergeRun: Sendable {
  private let typed: MergeCommand
  private let surroundings: Surroundings
  private let console: Console

  init(_ typed: MergeCommand, _ surroundings: Surroundings, _ console: Console) {
    self.typed = typed
    self.surroundings = surroundings
    self.console = console
  }

  func run() -> ExitCode {
    do throws(ExitCode) {
      let preparation = try Preparation(typed.inputs, surroundings, console)
      var sources = preparation.inputs.sources
      let rows = try readList(&sources)
      if typed.listsFields {
        console.say(fieldsText(of: rows))
        return .success
      }
      let merge = try prepare(rows, preparation, &sources)
      try write(merge, sources)
      return .success
    } catch {
      return error
    }
  }

  // MARK: Reading

  private func readList(_ sources: inout [SourceFile.ID: [UInt8]]) throws(ExitCode) -> RowList {
    let file = try readNamedFile(at: typed.rows ?? "", surroundings, console)
    // What a person can look at is shown; a spreadsheet is not, and its cells have addresses.
    if file.id.path.lowercased().hasSuffix(".json") { sources[file.id] = file.bytes }
    do throws(Stopped) {
      let rows = try readRows(file)
      if let text = rows.value.text { sources[text.id] = text.bytes }
      try tell(rows.diagnostics, sources)
      return rows.value.rows
    } catch {
      console.complain(error.diagnostics, sources)
      throw .inputs
    }
  }

  /// The template that a word means: a file where one lies, else one of the templates' folder.
  private func template(
    _ preparation: Preparation, _ sources: inout [SourceFile.ID: [UInt8]]
  ) throws(ExitCode) -> (file: SourceFile, path: String?) {
    let word = typed.template ?? ""
    let workshop = preparation.workshop
    let path = workshop.templatePath(word)
    if let file = preparation.inputs.templates[path] {
      return (file, path)
    }
    guard fileExists(at: word) else {
      console.complain(workshop.unknownTemplate(word).diagnostics, sources)
      throw .inputs
    }
    let file = try readNamedFile(at: word, surroundings, console)
    if file.id.path.hasSuffix(".xml") { sources[file.id] = file.bytes }
    return (file, preparation.templatePath(of: file.id.path))
  }

  private func prepare(
    _ rows: RowList, _ preparation: Preparation, _ sources: inout [SourceFile.ID: [UInt8]]
  ) throws(ExitCode) -> Merge {
    let (file, path) = try template(preparation, &sources)
    let pattern = typed.pattern.map {
      SourceFile(id: SourceFile.ID("--name"), bytes: Array($0.utf8))
    }
    if let pattern { sources[pattern.id] = pattern.bytes }
    let letterhead = try preparation.letterhead(typed.letterhead, surroundings, console)
    do throws(Stopped) {
      let merge = try preparation.workshop.merge(
        MergeRequest(
          template: file, path: path, letterhead: letterhead,
          title: preparation.workshop.title(ofTemplate: path ?? file.id.path), rows: rows,
          basin: typed.inputs.basins.isEmpty ? nil : preparation.basins.first, pattern: pattern,
          form: typed.isTogether ? .together : .apart, format: typed.format),
        in: preparation.inputs.templates)
      try tell(merge.diagnostics, sources)
      return merge.value
    } catch {
      console.complain(error.diagnostics, sources)
      throw .inputs
    }
  }

  private func tell(
    _ diagnostics: [Diagnostic], _ sources: [SourceFile.ID: [UInt8]]
  ) throws(Stopped) {
    console.complain(diagnostics, sources)
    if typed.inputs.isStrict, !diagnostics.isEmpty { throw Stopped([]) }
  }

  // MARK: Writing

  private var output: String { typed.output ?? "" }

  private func write(
    _ merge: Merge, _ sources: [SourceFile.ID: [UInt8]]
  ) throws(ExitCode) {
    try checkFolders(merge)
    let staging = try onDisk { () throws(DiskError) in try Staging.begin(in: output) }
    do throws(ExitCode) {
      let blanks = try fill(staging, merge, sources)
      try onDisk { () throws(DiskError) in try staging.commit() }
      report(merge, blanks)
    } catch {
      staging.discard()
      throw error
    }
  }

  /// A folder takes the place of a former one as a whole, so that must hold nothing else.
  private func checkFolders(_ merge: Merge) throws(ExitCode) {
    let made = Set(merge.paths.map(\.text))
    let folders = Set(merge.paths.filter { $0.components.count > 1 }.map { $0.components[0] })
    for folder in folders.sorted() where folderExists(at: "\(output)/\(folder)") {
      let files = try onDisk { () throws(DiskError) in
        try listFiles(under: "\(output)/\(folder)", depthLimit: 20, hidden: .listed)
      }
      let isOurs = files.map { "\(folder)/\($0)" }.allSatisfy {
        made.contains($0) || Merge.isPicture($0)
      }
      guard isOurs else {
        console.complain([.nameTaken("\(output)/\(folder)")], [:])
        throw .machine
      }
    }
  }

  /// - Returns: what is left to fill, each name with its number of documents.
  private func fill(
    _ staging: Staging, _ merge: Merge, _ sources: [SourceFile.ID: [UInt8]]
  ) throws(ExitCode) -> [String: Int] {
    var writing = try onDisk { () throws(DiskError) in
      try MergeWriting(staging, zip: typed.wantsZip ? merge.zipPath : nil)
    }
    let total = merge.documentCount
    let failure: BuildFailure<DiskError>? = merge.run { (made) throws(DiskError) in
      try writing.write(made)
      let count = min(writing.count, total)
      console.progress(
        Phrase(en: "\(count) of \(total) documents", fr: "\(count) documents sur \(total)"))
    }
    console.endProgress()
    switch failure {
    case nil: break
    case .stopped(let stopped):
      console.complain(stopped.diagnostics, sources)
      throw .inputs
    case .delivery(let error):
      console.complain(error)
      throw .machine
    }
    let blanks = writing.blanks
    do throws(DiskError) {
      try writing.finish()
    } catch {
      console.complain(error)
      throw .machine
    }
    return blanks
  }

  private func onDisk<Made: ~Copyable>(
    _ act: () throws(DiskError) -> Made
  ) throws(ExitCode) -> Made {
    do throws(DiskError) {
      return try act()
    } catch {
      console.complain(error)
      throw .machine
    }
  }

  private func report(_ merge: Merge, _ blanks: [String: Int]) {
    let place = surroundings.shown(output)
    let documents = countedDocuments(merge.documentCount)
    let rows = counted(merge.rowCount, en: ("row", "rows"), fr: ("ligne", "lignes"))
    console.say(
      Phrase(
        en: "\(documents.english) from \(rows.english) in \(place)",
        fr: "\(documents.french) pour \(rows.french) dans \(place)"))
    guard !blanks.isEmpty else { return }
    let sorted = blanks.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let shown = sorted.prefix(8).map { "\($0.key) (\($0.value))" }.joined(separator: ", ")
    let more = sorted.count > 8 ? ", …" : ""
    console.say(
      Phrase(en: "left to fill: \(shown)\(more)", fr: "à compléter : \(shown)\(more)"))
  }
}
