import Contacts
import Glibc

/// A file read from its beginning to its end; the room's only plain IO.
final class FileOctets {
  private let descriptor: Int32
  private let file: String
  private static let chunk = 65_536

  /// Opens it; `shownAs` is its name in errors.
  init(_ path: String, shownAs file: String) throws(SheetError) {
    self.file = file
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .unreadable(
        file: file, why: String(cString: strerror(errno)), advice: "check its name and its rights")
    }
    var facts = stat()
    fstat(descriptor, &facts)
    isFolder = facts.st_mode & S_IFMT == S_IFDIR
    isRegular = facts.st_mode & S_IFMT == S_IFREG
    size = Int(facts.st_size)
    if isFolder {
      throw .unreadable(file: file, why: "this is a folder", advice: "name a file in it")
    }
  }

  deinit { close(descriptor) }

  private let isFolder: Bool
  /// Whether it can be read twice.
  let isRegular: Bool
  let size: Int

  /// The next octets; none at the end.
  func next() throws(SheetError) -> [UInt8] {
    var count = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: Self.chunk) { buffer, filled in
      repeat {
        count = read(descriptor, buffer.baseAddress, Self.chunk)
      } while count < 0
        && errno == EINTR
      filled = max(0, count)
    }
    guard count >= 0 else {
      throw .unreadable(
        file: file, why: "reading stopped: \(String(cString: strerror(errno)))",
        advice: "copy the file to this computer and try again")
    }
    return chunk
  }
}
