import Diagnostics
import Markup
import OfficePackages

/// What a template changes in one part of a document: everything else stays byte for byte.
struct OfficeEdits {
  enum Action {
    case piece(OfficePiece)
    case output(Expression)
    /// A field to fill that stands in the document: its name as it comes out, and as it is written.
    case blank(TextTemplate, asWritten: String)
    case loop(Expression)
    case condition(Expression)
    case otherwise(Expression?)
    case end
    /// Passages of another document, with their own changes.
    case included(OfficeEdits, of: SourceFile, [Range<Int>])
  }

  private struct Insertion {
    let place: Int
    /// In the order in which a reader of the document meets them.
    let rank: Int
    let order: Int
    let action: Action
  }

  private struct Correction {
    let insertion: Insertion
    /// The place of the author's sign for which it is made: it goes with that.
    let sign: Int
    let removed: [Range<Int>]
  }

  private var insertions: [Insertion] = []
  private var removals: [Range<Int>] = []
  /// What typography changes, if the document is a template at all.
  private var corrections: [Correction] = []

  mutating func insert(_ action: Action, at place: Int, rank: Int) {
    insertions.append(
      Insertion(place: place, rank: rank, order: insertions.count, action: action))
  }

  mutating func remove(_ range: Range<Int>) { removals.append(range) }

  /// Notes what typography writes for a sign, and the bytes that go for it.
  mutating func typeset(
    _ text: MarkupFragment, at place: Int, beside sign: Int, insteadOf removed: [Range<Int>],
    rank: Int
  ) {
    let insertion = Insertion(
      place: place, rank: rank, order: corrections.count, action: .piece(.markup(text)))
    corrections.append(Correction(insertion: insertion, sign: sign, removed: removed))
  }

  /// Removes an attribute; the space before it stays.
  mutating func remove(_ attribute: XMLAttribute) {
    remove(attribute.nameSpan.bytes.lowerBound..<attribute.value.span.bytes.upperBound + 1)
  }

  var removedRanges: Set<Range<Int>> { Set(removals) }

  /// The program that writes the part with its changes.
  ///
  /// - Parameters:
  ///   - more: the namespaces that what was brought into the part wants declared.
  ///   - isTypeset: whether typography changes the author's words.
  func program(
    of part: OfficePart, declaring more: [XMLAttribute], isTypeset: Bool
  ) -> Program<OfficePiece> {
    var assembler = ProgramAssembler<OfficePiece>()
    assembler.append(.markup(part.opening(declaring: more)))
    write(part.passages, of: part.file, isTypeset: isTypeset, to: &assembler)
    assembler.append(.markup(part.closing))
    return assembler.finish()
  }

  private func write(
    _ passages: [Range<Int>], of file: SourceFile, isTypeset: Bool,
    to assembler: inout ProgramAssembler<OfficePiece>
  ) {
    let gone = DisjointRanges(removals)
    let more = isTypeset ? corrections.filter { !gone.contains($0.sign) } : []
    var waiting = (insertions + more.map(\.insertion)).sorted {
      ($0.place, $0.rank, $0.order) < ($1.place, $1.rank, $1.order)
    }[...]
    let holes = (removals + more.flatMap(\.removed)).sorted { $0.lowerBound < $1.lowerBound }
    var hole = 0
    for passage in passages {
      var at = passage.lowerBound
      while at < passage.upperBound {
        while let next = waiting.first, next.place <= at {
          add(next.action, isTypeset: isTypeset, to: &assembler)
          waiting.removeFirst()
        }
        while hole < holes.count, holes[hole].upperBound <= at { hole += 1 }
        if hole < holes.count, holes[hole].lowerBound <= at {
          // Within a hole nothing is copied; what stands in it is still carried out.
          at = min(holes[hole].upperBound, waiting.first?.place ?? Int.max, passage.upperBound)
          continue
        }
        let stop = min(
          passage.upperBound, waiting.first?.place ?? Int.max,
          hole < holes.count ? holes[hole].lowerBound : Int.max)
        assembler.append(.markup(MarkupFragment(at..<stop, of: file)))
        at = stop
      }
    }
    for rest in waiting { add(rest.action, isTypeset: isTypeset, to: &assembler) }
  }

  private func add(
    _ action: Action, isTypeset: Bool, to assembler: inout ProgramAssembler<OfficePiece>
  ) {
    switch action {
    case .piece(let piece): assembler.append(piece)
    case .output(let expression): assembler.output(expression)
    case .blank(let name, let written):
      let plain = TextTemplate(segments: [.literal(written)])
      assembler.append(.noteBlank(isTypeset ? name : plain))
    case .loop(let list): assembler.beginLoop(over: list)
    case .condition(let condition): assembler.beginCondition(condition)
    case .otherwise(let condition): assembler.otherwise(if: condition)
    case .end: assembler.end()
    case .included(let edits, let file, let passages):
      edits.write(passages, of: file, isTypeset: isTypeset, to: &assembler)
    }
  }
}

/// Ranges put together where they overlap, so that a place is looked up in logarithmic time.
struct DisjointRanges {
  private let ranges: [Range<Int>]

  init(_ ranges: [Range<Int>]) {
    let sorted = ranges.sorted { $0.lowerBound < $1.lowerBound }
    self.ranges = sorted.reduce(into: []) { merged, range in
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
  }

  func contains(_ place: Int) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(place)
  }
}
