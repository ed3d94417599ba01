package import Foundation
import Signing

/// The suppressions' hashes once more, outside the workspace: a restored copy must not forget them.
///
/// One hash in hexadecimal digits a line, appended only, durable when `append` returns.
package struct OutsideSuppressions: Sendable {
  /// The file can't be written.
  package struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    package let path: String
    package let words: String

    package var description: String {
      "\(path) can't be written (\(words)). Suppressions are kept there, too, so that a restored workspace does not forget them: check the folder's rights and the space on the disk."
    }
  }

  package let path: String
  private let folders: [String]

  /// `stateFolder` is what `StateFolder.path` gives; tests take a folder of their own.
  package init(stateFolder: String, workspace: String) {
    let own = stateFolder + "/solstice"
    folders = [stateFolder, own, own + "/" + workspace]
    path = own + "/" + workspace + "/suppressions"
  }

  package init(stateFolder: String, database: SolsticeDatabase) throws {
    self.init(stateFolder: stateFolder, workspace: try WorkspaceIdentity.load(database))
  }

  /// Adds hashes that are not there yet.
  package func append(_ hashes: [Data]) throws(Failure) {
    let known = read()
    let new = hashes.filter { !known.contains($0) }
    guard !new.isEmpty else { return }
    try makeFolders()
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw failure() }
    defer { close(file) }
    // A line that a power cut tore ends first; readers leave it out.
    var text = endsWithLine() ? "" : "\n"
    for hash in new { text += ContentHash.hex(Array(hash)) + "\n" }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure() }
      bytes = bytes.dropFirst(count)
    }
    guard fsync(file) == 0 else { throw failure() }
    for folder in folders.suffix(2) { try sync(folder) }
  }

  /// Adds hashes where it can be done, else says why not: for what must not wait for it.
  func failure(toAppend hashes: [Data]) -> Failure? {
    do throws(Failure) {
      try append(hashes)
      return nil
    } catch {
      return error
    }
  }

  /// All hashes; lines that hold none are left out.
  package func read() -> Set<Data> {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return Set(
      data.split(separator: UInt8(ascii: "\n")).compactMap { line in
        guard line.count == 64 else { return nil }
        let hash = Hexadecimal.data(String(decoding: line, as: UTF8.self))
        return hash.count == 32 ? hash : nil
      })
  }

  private func makeFolders() throws(Failure) {
    do {
      try FileManager.default.createDirectory(
        atPath: (folders[0] as NSString).deletingLastPathComponent,
        withIntermediateDirectories: true)
    } catch {
      throw Failure(path: path, words: "its folder can't be made")
    }
    for folder in folders where mkdir(folder, 0o700) != 0 && errno != EEXIST { throw failure() }
  }

  private func endsWithLine() -> Bool {
    guard let handle = FileHandle(forReadingAtPath: path) else { return true }
    defer { try? handle.close() }
    guard let size = try? handle.seekToEnd(), size > 0 else { return true }
    do {
      try handle.seek(toOffset: size - 1)
      return try handle.read(upToCount: 1) == Data([0x0A])
    } catch {
      return false
    }
  }

  /// Makes a new file's name durable, too.
  private func sync(_ folder: String) throws(Failure) {
    let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { throw failure() }
    defer { close(handle) }
    guard fsync(handle) == 0 else { throw failure() }
  }

  private func failure() -> Failure {
    Failure(path: path, words: String(cString: strerror(errno)))
  }
}
