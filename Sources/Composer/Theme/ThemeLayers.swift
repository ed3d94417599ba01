package import FoundationEssentials

/// A theme's folder and the folders that it is based on, its own first.
package struct ThemeLayers: Sendable {
  struct Layer: Sendable {
    let name: String
    let files: ThemeFiles
    let settings: ThemeSettings

    init(name: String, files: ThemeFiles) {
      self.name = name
      self.files = files
      settings =
        files.texts[ThemeSettings.fileName].map {
          ThemeSettings(parsing: $0, file: "\(name)/\(ThemeSettings.fileName)")
        } ?? ThemeSettings()
    }
  }

  /// Own, base, base's base.
  private(set) var layers: [Layer] = []
  private(set) var problems: [SourceProblem] = []

  /// The theme's name and those of its bases.
  package var names: [String] { layers.map(\.name) }

  /// How many themes may stand one on the other.
  static let maximumDepth = 4

  /// Reads a theme, and its bases beside it.
  package init(directory: URL) {
    let folder = directory.deletingLastPathComponent()
    self.init(
      name: directory.lastPathComponent,
      files: ThemeFiles(
        SourceFolder(directory, shownPrefix: "\(directory.lastPathComponent)/")),
      others: { Self.names(in: folder) },
      base: { name in
        let base = folder.appendingPathComponent(name)
        guard Self.isTheme(base) else { return nil }
        return ThemeFiles(SourceFolder(base, shownPrefix: "\(name)/"))
      })
  }

  /// Stacks a theme on its bases.
  ///
  /// - Parameters:
  ///   - name: The theme's name.
  ///   - files: Its own files.
  ///   - others: The themes that there are, to be named where the base is not among them.
  ///   - base: Gives another theme's files, nil where there is none of that name.
  package init(
    name: String, files: ThemeFiles, others: () -> [String] = { [] },
    base: (String) -> ThemeFiles? = { _ in nil }
  ) {
    var layer = Layer(name: name, files: files)
    while true {
      layers.append(layer)
      problems += layer.files.problems + layer.settings.problems
      guard let next = layer.settings.base else { return }
      if let message = refusal(next) {
        refuse(layer, message)
        return
      }
      guard let files = base(next) else {
        let names = others().filter { $0 != layer.name }.joined(separator: ", ")
        let known = names.isEmpty ? "" : "; there are: \(names)"
        refuse(layer, "there is no theme \"\(next)\"\(known)")
        return
      }
      layer = Layer(name: next, files: files)
    }
  }

  private func refusal(_ next: String) -> String? {
    let chain = (layers.map(\.name) + [next]).joined(separator: " → ")
    if layers.contains(where: { $0.name == next }) {
      return "themes stand on each other in a ring: \(chain)"
    }
    return layers.count < Self.maximumDepth
      ? nil : "at most \(Self.maximumDepth) themes may stand one on the other: \(chain)"
  }

  private mutating func refuse(_ layer: Layer, _ message: String) {
    problems.append(
      SourceProblem(
        file: "\(layer.name)/\(ThemeSettings.fileName)", line: layer.settings.baseLine,
        key: "based_on", message))
  }

  /// Each file of the theme with the layer that it comes from.
  func files(where isWanted: (String) -> Bool) -> [(path: String, layer: Layer, text: String)] {
    var found: [String: (Layer, String)] = [:]
    for layer in layers.reversed() {
      for (path, text) in layer.files.texts where isWanted(path) { found[path] = (layer, text) }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value.0, $0.value.1) }
  }

  /// The style sheets to read one after the other, the base's first.
  var styles: [(layer: Layer, text: String)] {
    var found: [(Layer, String)] = []
    for layer in layers {
      if let text = layer.files.texts["style.css"] { found.insert((layer, text), at: 0) }
      if layer.settings.hasOwnStyles { break }
    }
    return found
  }

  /// The themes in a folder: those that have a template, a style sheet or a `theme.yml`.
  package static func names(in folder: URL) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter {
      ThemeSettings.isName($0) && isTheme(folder.appendingPathComponent($0))
    }.sorted()
  }

  /// Whether a word can be a theme's name: letters, digits, `-` and `_`.
  package static func isName(_ text: String) -> Bool { ThemeSettings.isName(text) }

  /// Whether a folder holds something of a theme.
  package static func isTheme(_ folder: URL) -> Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.contains {
      $0.hasSuffix(".mustache") || $0 == "style.css" || $0 == ThemeSettings.fileName
    }
  }
}
