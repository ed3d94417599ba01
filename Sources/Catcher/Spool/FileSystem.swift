import Glibc

/// What could not be done with a file, and why.
package struct SpoolError: Error, Hashable, CustomStringConvertible {
  package let action: String
  package let path: String
  package let code: Int32

  package var description: String { "can't \(action) \(path): \(String(cString: strerror(code)))" }

  var exists: Bool { code == EEXIST }

  init(_ action: String, _ path: String, code: Int32 = errno) {
    self.action = action
    self.path = path
    self.code = code
  }
}

/// The few system calls that the catcher needs, blocking.
enum FileSystem {
  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(SpoolError) {
    guard mkdir(path, 0o755) != 0 else { return }
    let code = errno
    if code == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeFolder(String(path[..<slash]))
      guard mkdir(path, 0o755) != 0 || errno == EEXIST else { return }
      throw SpoolError("make", path)
    }
    var info = stat()
    guard code == EEXIST, stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else {
      throw SpoolError("make the folder", path, code: code)
    }
  }

  /// The names in a folder, in no order.
  static func names(in folder: String) throws(SpoolError) -> [String] {
    guard let stream = opendir(folder) else { throw SpoolError("list", folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Makes a file that must not exist yet, with these parts one after the other.
  static func create(_ path: String, _ parts: [UInt8]...) throws(SpoolError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw SpoolError("make", path) }
    for part in parts {
      guard write(part, to: file) else {
        let error = SpoolError("write", path)
        close(file)
        unlink(path)
        throw error
      }
    }
    guard close(file) == 0 else { throw SpoolError("write", path) }
  }

  /// Gives a file its final name, unless that is taken: then it fails with `exists`.
  ///
  /// A link instead of a rename, because rename replaces what is there.
  static func move(_ old: String, to new: String) throws(SpoolError) {
    if link(old, new) == 0 {
      unlink(old)
      return
    }
    guard errno == EPERM || errno == ENOTSUP else { throw SpoolError("rename to", new) }
    // A file system without links: the names tell processes apart, so a look must do.
    guard access(new, F_OK) != 0 else { throw SpoolError("rename to", new, code: EEXIST) }
    guard rename(old, new) == 0 else { throw SpoolError("rename to", new) }
  }

  static func remove(_ path: String) {
    unlink(path)
  }

  static func openLog(_ path: String) throws(SpoolError) -> Int32 {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw SpoolError("open", path) }
    return file
  }

  static func closeLog(_ file: Int32) {
    close(file)
  }

  /// Writes all of it, whatever the system takes at a time.
  static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count, let base = buffer.baseAddress {
        let count = Glibc.write(file, base + done, buffer.count - done)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
  }

  /// Reads a whole file.
  static func read(_ path: String) throws(SpoolError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw SpoolError("read", path) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw SpoolError("read", path) }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }
}
