import Mail

/// The program's own theme, which stands in where a workspace's theme is older than the program.
///
/// Nothing of it is read before something is missing.
struct ThemeSpare {
  private let layers: ThemeLayers
  /// The languages that it has words in.
  let languages: Set<Language>

  init(_ layers: ThemeLayers) {
    self.layers = layers
    languages = Set(
      layers.files { $0.hasPrefix("phrases/") && $0.hasSuffix(".yml") }.compactMap {
        Language($0.path.dropFirst(8).dropLast(4))
      })
  }

  /// Its words in a language; nil where it has none, or none that can be read.
  func phrases(in language: Language) -> Phrases? {
    let path = "phrases/\(language).yml"
    return layers.layers.reversed().reduce(nil) { found, layer in
      guard let text = layer.files.texts[path],
        let own = try? Phrases(parsing: text, language: language, file: path)
      else { return found }
      return found?.changed(by: own) ?? own
    }
  }

  /// The words that are missing: in the language itself, in its first part, else in English.
  func complete(_ phrases: Phrases) -> (Phrases, missing: [String]) {
    let missing = phrases.missing
    guard !missing.isEmpty else { return (phrases, []) }
    let language = phrases.language
    let sources = [language, Language(language.primary) ?? language, .english]
      .compactMap { self.phrases(in: $0) }
    var completed = phrases
    for key in missing {
      if Phrases.requiredLists[key] != nil {
        completed.lists[key] = sources.lazy.compactMap { $0.lists[key] }.first
      } else {
        completed.texts[key] = sources.lazy.compactMap { $0.texts[key] }.first
      }
    }
    let left = Set(completed.missing)
    return (completed, missing.filter { !left.contains($0) })
  }

  /// The small letters that a theme lacks, with the parts that they are made of.
  func notes(lacking own: Set<String>) -> [(path: String, layer: ThemeLayers.Layer, text: String)] {
    let files = layers.files { $0.hasSuffix(".mustache") }
    var wanted = Theme.optionalTemplates.filter { !own.contains($0) }
    var found: [String] = []
    while let path = wanted.popLast() {
      guard !own.contains(path), !found.contains(path),
        let file = files.first(where: { $0.path == path })
      else { continue }
      found.append(path)
      wanted += TemplateTag.read(file.text, file: path).tags
        .filter { $0.kind == .partial }.map { "\($0.text).mustache" }
    }
    return files.filter { found.contains($0.path) }
  }
}
