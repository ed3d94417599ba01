import Foundation

/// A folder of its own for one test, gone when the last reference is.
///
/// Servers that give up root's rights must get through to it, so it is open to everybody to look
/// at. `SOLSTICE_KEEP_FOLDERS=1` keeps it for looking at what a failed test left.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init(named name: String = "test") throws {
    let parent = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    let folder = parent.appending(path: "solstice-\(name)-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    path = folder.path
  }

  deinit {
    guard ProcessInfo.processInfo.environment["SOLSTICE_KEEP_FOLDERS"] != "1" else { return }
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of something in it, which need not exist.
  package func path(of name: String) -> String { path + "/" + name }

  /// Writes a text file in it, with the folders on the way, and returns its path.
  @discardableResult
  package func write(_ text: String, to name: String) throws -> String {
    let file = URL(filePath: path(of: name))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// The text of a file in it; bytes that are no UTF-8 show as replacement characters.
  package func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path(of: name))), as: UTF8.self)
  }

  /// Makes a folder in it and returns its path.
  @discardableResult
  package func makeFolder(_ name: String) throws -> String {
    try FileManager.default.createDirectory(
      atPath: path(of: name), withIntermediateDirectories: true)
    return path(of: name)
  }
}
