import FoundationEssentials

/// The texts of a theme's folder, by their paths in it.
package struct ThemeFiles: Sendable {
  package var texts: [String: String]
  /// Files that are there and can't be read.
  package private(set) var problems: [SourceProblem] = []

  /// No letter is larger than Gmail shows; a template of more is a mistake.
  static let maximumBytes = 256_000

  package init(texts: [String: String]) {
    self.texts = texts
  }

  /// Reads templates, styles and phrases; anything else in the folder is left alone.
  package init(_ folder: SourceFolder) {
    texts = [:]
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.url.path)) ?? []
    let phrases =
      (try? FileManager.default.contentsOfDirectory(
        atPath: folder.url.appendingPathComponent("phrases").path)) ?? []
    let wanted =
      names.filter {
        $0.hasSuffix(".mustache") || $0 == "style.css" || $0 == ThemeSettings.fileName
      } + phrases.filter { $0.hasSuffix(".yml") }.map { "phrases/\($0)" }
    for name in wanted.sorted() where !name.hasPrefix(".") && !name.hasPrefix("phrases/.") {
      guard let bytes = folder.bytes(of: name) else {
        refuse(folder, name, 1, "the file can't be read here")
        continue
      }
      guard bytes.count <= Self.maximumBytes else {
        refuse(
          folder, name, 1,
          "the file has \(bytes.count) bytes; a theme's file may have \(Self.maximumBytes)")
        continue
      }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        refuse(folder, name, Self.lineOfBadByte(bytes), "this is not UTF-8; save it as UTF-8")
        continue
      }
      texts[name] = text.replacing("\r\n", with: "\n").trimmingByteOrderMark
    }
  }

  private mutating func refuse(
    _ folder: SourceFolder, _ name: String, _ line: Int, _ message: String
  ) {
    problems.append(SourceProblem(file: folder.shownPrefix + name, line: line, message))
  }

  private static func lineOfBadByte(_ bytes: [UInt8]) -> Int {
    var line = 1
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }
}

extension String {
  fileprivate var trimmingByteOrderMark: String {
    unicodeScalars.first == "\u{FEFF}" ? String(unicodeScalars.dropFirst()) : self
  }
}
