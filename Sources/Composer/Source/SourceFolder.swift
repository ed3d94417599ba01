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
      do {
        files.append(SourceFile(path: path, bytes: try read(path)))
      } catch {
        problems.append(SourceProblem(file: shownPrefix + path, line: 1, error.description))
      }
    }
    return files
  }

  /// A file's bytes, nil where it can't be read, for whatever reason.
  package func bytes(of path: String) -> [UInt8]? { try? read(path) }

  /// A file's bytes; fails where it is not there, outside the folder, too large or no file.
  package func read(_ path: String) throws(SourceFileError) -> [UInt8] {
    let isLink = isSymbolicLink(path)
    let target = url.appendingPathComponent(path).resolvingSymlinksInPath()
    let root = url.resolvingSymlinksInPath().path
    guard target.path.hasPrefix(root.hasSuffix("/") ? root : root + "/") else {
      throw .outside(isLink: isLink)
    }
    guard let about = try? FileManager.default.attributesOfItem(atPath: target.path) else {
      throw isLink ? .brokenLink : .missing
    }
    // A device or a pipe would never end, and no letter needs what is larger.
    switch about[.type] as? FileAttributeType {
    case .typeRegular?: break
    case .typeDirectory?: throw .folder
    case .typeSymbolicLink?: throw .brokenLink
    default: throw .noFile
    }
    let size = about[.size] as? UInt64 ?? 0
    guard size <= Self.maximumBytes else { throw .tooLarge(size, limit: Self.maximumBytes) }
    guard let data = try? Data(contentsOf: target) else { throw .unreadable }
    return [UInt8](data)
  }

  private func isSymbolicLink(_ path: String) -> Bool {
    let path = url.appendingPathComponent(path).path
    let about = try? FileManager.default.attributesOfItem(atPath: path)
    return about?[.type] as? FileAttributeType == .typeSymbolicLink
  }
}
