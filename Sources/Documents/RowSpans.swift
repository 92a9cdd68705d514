/// Which columns of a table's next row are taken by cells of the rows above it.
package struct RowSpans: Sendable {
  /// For each column, how many rows more it is taken.
  private var taken: [Int]
  /// How many rows of this part of the table are still to come, this one included.
  private var rowsLeft: Int

  package init(columnCount: Int, rowCount: Int) {
    taken = [Int](repeating: 0, count: columnCount)
    rowsLeft = rowCount
  }

  /// Passes over the columns from `column` on that are taken.
  ///
  /// - Returns: how many they were.
  package mutating func skip(_ column: inout Int) -> Int {
    let start = column
    while column < taken.count, taken[column] > 0 {
      taken[column] -= 1
      column += 1
    }
    return column - start
  }

  /// How far a cell reaches that begins in a free column: never over taken ones, nor out of the
  /// table. The column goes on behind it.
  package mutating func place(
    _ cell: Table.Cell, at column: inout Int
  ) -> (span: Int, rowSpan: Int) {
    let start = column
    let rowSpan = min(max(cell.rowSpan, 1), max(rowsLeft, 1))
    let end = min(taken.count, start + max(cell.span, 1))
    while column < end, taken[column] == 0 {
      taken[column] = rowSpan - 1
      column += 1
    }
    return (max(column - start, 1), rowSpan)
  }

  package mutating func endRow() { rowsLeft -= 1 }
}
