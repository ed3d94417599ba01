package import FoundationEssentials

/// A folder of people's Markdown files and pictures; nothing outside it is read.
package struct SourceFolder: Sendable {
  package let url: URL
  /// What stands before a file's path in messages, such as `news/`.
  package let shownPrefix: String

  static let maximumBytes = 8_000_000

  package init(_ url: URL, shownPrefix: String? = nil) {
    self.url = url
    self.shownPrefix = shownPrefix ?? (url.lastPathComponent + "/")
  }

  /// The Markdown files, in the order of their paths; a folder that is not there has none.
  ///
  /// - Parameter problems: Takes what could not be read.
  /// - Returns: The files, at most 20,000.
  package func markdownFiles(problems: inout [SourceProblem]) -> [SourceFile] {
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: url.path) else {
      return []
    }
    var paths: [String] = []
    for path in names {
      let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
      if path.hasSuffix(".md"), !isHidden, paths.count < 20_000 { paths.append(path) }
    }
    var files: [SourceFile] = []
    for path in paths.sorted() {
      if let bytes = bytes(of: path) {
        files.append(SourceFile(path: path, bytes: bytes))
      } else {
        problems.append(
          SourceProblem(file: shownPrefix + path, line: 1, "the file can't be read here"))
      }
    }
    return files
  }

  /// A file's bytes, nil where it is not there, outside the folder, or too large.
  package func bytes(of path: String) -> [UInt8]? {
    let target = url.appendingPathComponent(path).resolvingSymlinksInPath()
    let root = url.resolvingSymlinksInPath().path
    guard target.path.hasPrefix(root.hasSuffix("/") ? root : root + "/") else { return nil }
    // A device or a pipe would never end, and no letter needs what is larger.
    guard let about = try? FileManager.default.attributesOfItem(atPath: target.path),
      about[.type] as? FileAttributeType == .typeRegular,
      let size = about[.size] as? UInt64, size <= Self.maximumBytes
    else { return nil }
    return (try? Data(contentsOf: target)).map { [UInt8]($0) }
  }
}
