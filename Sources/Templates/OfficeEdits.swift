import Diagnostics
import Markup
import OfficePackages

/// What a template changes in one part of a document: everything else stays byte for byte.
struct OfficeEdits {
  enum Action {
    case piece(OfficePiece)
    case output(Expression)
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

  private var insertions: [Insertion] = []
  private var removals: [Range<Int>] = []

  var isEmpty: Bool { insertions.isEmpty && removals.isEmpty }

  mutating func insert(_ action: Action, at place: Int, rank: Int) {
    insertions.append(
      Insertion(place: place, rank: rank, order: insertions.count, action: action))
  }

  mutating func remove(_ range: Range<Int>) { removals.append(range) }

  /// Removes an attribute; the space before it stays.
  mutating func remove(_ attribute: XMLAttribute) {
    remove(attribute.nameSpan.bytes.lowerBound..<attribute.value.span.bytes.upperBound + 1)
  }

  var removedRanges: Set<Range<Int>> { Set(removals) }

  /// The program that writes the part with its changes.
  ///
  /// - Parameter more: the namespaces that what was brought into the part wants declared.
  func program(of part: OfficePart, declaring more: [XMLAttribute] = []) -> Program<OfficePiece> {
    var assembler = ProgramAssembler<OfficePiece>()
    assembler.append(.markup(part.opening(declaring: more)))
    write(part.passages, of: part.file, to: &assembler)
    assembler.append(.markup(part.closing))
    return assembler.finish()
  }

  private func write(
    _ passages: [Range<Int>], of file: SourceFile,
    to assembler: inout ProgramAssembler<OfficePiece>
  ) {
    var waiting = insertions.sorted {
      ($0.place, $0.rank, $0.order) < ($1.place, $1.rank, $1.order)
    }[...]
    let holes = removals.sorted { $0.lowerBound < $1.lowerBound }
    var hole = 0
    for passage in passages {
      var at = passage.lowerBound
      while at < passage.upperBound {
        while let next = waiting.first, next.place <= at {
          add(next.action, to: &assembler)
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
    for rest in waiting { add(rest.action, to: &assembler) }
  }

  private func add(_ action: Action, to assembler: inout ProgramAssembler<OfficePiece>) {
    switch action {
    case .piece(let piece): assembler.append(piece)
    case .output(let expression): assembler.output(expression)
    case .loop(let list): assembler.beginLoop(over: list)
    case .condition(let condition): assembler.beginCondition(condition)
    case .otherwise(let condition): assembler.otherwise(if: condition)
    case .end: assembler.end()
    case .included(let edits, let file, let passages):
      edits.write(passages, of: file, to: &assembler)
    }
  }
}
