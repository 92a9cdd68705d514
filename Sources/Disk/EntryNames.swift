import Glibc

/// A name in a folder, in the bytes in which the system gave it.
struct EntryName: Hashable, CustomStringConvertible {
  /// With the final zero, to hand back to the system.
  let characters: [CChar]

  private var bytes: [UInt8] { characters.dropLast().map { UInt8(bitPattern: $0) } }
  /// The name, if it is text.
  var text: String? { String(validating: bytes, as: UTF8.self) }
  var isHidden: Bool { characters.first == CChar(UInt8(ascii: ".")) }

  /// The name with `\xNN` for every byte that is not ASCII, unless it is text.
  var description: String {
    if let text { return text }
    return bytes.reduce(into: "") { name, byte in
      if byte < 0x80 {
        name.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        name += "\\x" + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}

/// The names in an open folder but `.` and `..`, in no order.
func entryNames(in folder: Int32) -> Result<[EntryName], SystemFailure> {
  // Opened again, as closing a stream closes its descriptor and a copy would share its position.
  let number = unlessInterrupted { openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
  guard number >= 0 else { return .failure(SystemFailure(number: errno)) }
  guard let stream = fdopendir(number) else {
    let failure = SystemFailure(number: errno)
    _ = close(number)
    return .failure(failure)
  }
  defer { closedir(stream) }
  var names: [EntryName] = []
  while true {
    // The only way to tell the end from a failure (readdir(3)).
    errno = 0
    guard let entry = readdir(stream) else {
      return errno == 0 ? .success(names) : .failure(SystemFailure(number: errno))
    }
    // The record is only as long as its name, so the name is read in place, up to its zero.
    let characters = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 1) { start in
        Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
      }
    }
    let name = EntryName(characters: characters)
    if name.text != ".", name.text != ".." { names.append(name) }
  }
}
