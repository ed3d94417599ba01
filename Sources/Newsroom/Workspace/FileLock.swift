import Foundation

/// A lock that dies with its process (`flock`); never waits.
struct FileLock: ~Copyable {
  fileprivate let descriptor: CInt

  /// Takes the lock; nil where another process, or another place in this one, holds it.
  static func take(_ url: URL) throws(Problem) -> FileLock? {
    let path = Files.path(url)
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw Problem(
        .cannotWrite,
        "\(path) can't be opened (\(String(cString: strerror(errno)))). Check the folder's rights.")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    return FileLock(descriptor: descriptor)
  }

  deinit {
    close(descriptor)
  }
}
