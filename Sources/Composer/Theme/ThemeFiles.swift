import FoundationEssentials

/// The texts of a theme's folder, by their paths in it.
package struct ThemeFiles: Sendable {
  package var texts: [String: String]

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
      names.filter { $0.hasSuffix(".mustache") || $0 == "style.css" }
      + phrases.filter { $0.hasSuffix(".yml") }.map { "phrases/\($0)" }
    for name in wanted {
      if let bytes = folder.bytes(of: name) { texts[name] = String(decoding: bytes, as: UTF8.self) }
    }
  }
}
