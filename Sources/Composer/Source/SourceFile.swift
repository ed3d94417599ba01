/// One Markdown file of people's, read from disk or made in a test.
package struct SourceFile: Hashable, Sendable {
  /// The path below the folder, with `/`: `2019/2019-03-21-unea.md`.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  var folder: String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}
