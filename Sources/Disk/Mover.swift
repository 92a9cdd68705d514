import CLinux
import Glibc

/// The two system calls of a commit. Tests put others in their place, to see a disk that cannot
/// exchange names (FAT, some network disks) or that fails half-way.
package struct Mover: Sendable {
  /// A name in an open folder.
  package struct Place: Sendable {
    package let folder: Int32
    package let name: String
  }

  /// Lets two names that both exist change places in one step. Gives 0 or a value of `errno`.
  package var exchange: @Sendable (Place, Place) -> Int32
  /// Gives the thing at the first place the second name. Gives 0 or a value of `errno`.
  package var move: @Sendable (Place, Place) -> Int32

  package init(
    exchange: @escaping @Sendable (Place, Place) -> Int32,
    move: @escaping @Sendable (Place, Place) -> Int32
  ) {
    self.exchange = exchange
    self.move = move
  }

  package static let kernel = Mover(
    exchange: { first, second in
      renameat2(first.folder, first.name, second.folder, second.name, exchangeNames) == 0
        ? 0 : errno
    },
    move: { first, second in
      renameat(first.folder, first.name, second.folder, second.name) == 0 ? 0 : errno
    })
}
