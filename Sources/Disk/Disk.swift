import Glibc

// The only room that touches the file system. Reading refuses what is not a plain file and what is
// larger than it may be; writing goes through a `Staging`, so that a build that fails, is killed or
// runs out of space leaves what was there before.
//
// Everything that can go wrong is a `DiskError`. System calls are retried after a signal (EINTR),
// and work on open folders with `O_NOFOLLOW`, so that no symbolic link leads them elsewhere.

/// An open file or folder, closed when the last value that holds it is gone.
///
/// A class, as copies of a `Staging` in several tasks share the descriptor and must not close it
/// twice.
final class Descriptor: Sendable {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { _ = close(number) }
}

/// Calls until no signal comes between. `call` gives -1 on failure, as system calls do.
func unlessInterrupted<Result: BinaryInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

/// Opens `name` in the folder, or as a path of its own with `AT_FDCWD`.
func opened(
  _ name: String, in folder: Int32, _ flags: Int32, mode: mode_t = 0
) -> Swift.Result<Descriptor, SystemFailure> {
  let number = unlessInterrupted { openat(folder, name, flags | O_CLOEXEC, mode) }
  return number < 0 ? .failure(SystemFailure(number: errno)) : .success(Descriptor(number))
}

/// A value of `errno`.
struct SystemFailure: Error, Hashable {
  let number: Int32
}

/// `folder/name`, for messages.
func joined(_ folder: String, _ name: String) -> String {
  if folder.isEmpty { return name }
  return folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
}
