package import FoundationEssentials
package import Mail
import Mustache

/// Templates, styles and words that give the letters their look.
package struct Theme: Sendable {
  package let name: String
  package let styles: StyleSheet
  package let phrases: [Language: Phrases]
  /// What is doubtful in its files, and stops nothing.
  package let warnings: [SourceProblem]
  /// What it lacks and has from the program's own theme.
  let loan: ThemeLoan
  let library: MustacheLibrary
  /// The program's own words in languages that the theme has none in.
  private let spare: [Language: Phrases]
  /// The style sheets as written, its own first, to tell where something stands.
  let styleFiles: [SourceFile]

  /// What every theme has, itself or from its base.
  static let templates = [
    "newsletter.html.mustache", "newsletter.txt.mustache", "page.html.mustache",
  ]
  /// What a theme may have: small letters, such as an erratum.
  static let optionalTemplates = ["note.html.mustache", "note.txt.mustache"]

  /// Reads a theme, with the themes beside it that it is based on, and checks it.
  ///
  /// - Parameters:
  ///   - directory: The theme's folder; its last component is the theme's name.
  ///   - spare: The folder of the program's own theme, which stands in for phrases and small
  ///     letters that the theme lacks.
  /// - Throws: `ThemeError` with everything that is missing or wrong, by file and line.
  package init(directory: URL, spare: URL? = nil) throws(ThemeError) {
    try self.init(
      ThemeLayers(directory: directory), spare: spare.map { ThemeLayers(directory: $0) })
  }

  package init(name: String, files: ThemeFiles) throws(ThemeError) {
    try self.init(ThemeLayers(name: name, files: files))
  }

  package init(_ layers: ThemeLayers, spare: ThemeLayers? = nil) throws(ThemeError) {
    let spare = spare.map { ThemeSpare($0) }
    var loan = ThemeLoan()
    var problems = layers.problems
    let name = layers.layers.first?.name ?? ""
    self.name = name
    styleFiles = layers.layers.compactMap { layer in
      layer.files.texts["style.css"].map {
        SourceFile(path: "\(layer.name)/style.css", bytes: Array($0.utf8))
      }
    }
    let sheet = Self.styles(layers, name, &problems)
    phrases = Self.phrases(layers, name, spare, &loan, &problems)
    library = Self.library(layers, name, phrases, spare, &loan, &problems)
    self.loan = loan
    self.spare = (spare?.languages.subtracting(phrases.keys) ?? []).reduce(into: [:]) {
      $0[$1] = spare?.phrases(in: $1)
    }
    problems.sort { ($0.file, $0.line) < ($1.file, $1.line) }
    guard problems.allSatisfy({ $0.level == .warning }) else {
      throw ThemeError(theme: name, problems: problems)
    }
    styles = sheet
    warnings = problems
  }

  /// The words for a language: its own, those of its first part, the program's own, or English.
  package func phrases(for language: Language) -> Phrases? {
    let primary = Language(language.primary) ?? language
    return phrases[language] ?? phrases[primary] ?? spare[language] ?? spare[primary]
      ?? phrases[.english] ?? phrases.sorted { $0.key < $1.key }.first?.value
  }

  /// Whether the theme has a template, such as `note.html`.
  func has(_ template: String) -> Bool { library.getTemplate(named: template) != nil }

  func render(_ template: String, _ view: [String: Any]) throws(ThemeError) -> String {
    guard let text = library.render(view, withTemplate: template) else {
      throw ThemeError(
        theme: name,
        problems: [
          SourceProblem(
            file: "\(name)/\(template).mustache", line: 1,
            "the theme has no such file; copy it from templates/igpn, or write based_on: igpn in "
              + "\(name)/theme.yml")
        ])
    }
    return text
  }

  private static func library(
    _ layers: ThemeLayers, _ name: String, _ phrases: [Language: Phrases], _ spare: ThemeSpare?,
    _ loan: inout ThemeLoan, _ problems: inout [SourceProblem]
  ) -> MustacheLibrary {
    var library = MustacheLibrary()
    var check = TemplateCheck(phrases: phrases)
    var files = layers.files { $0.hasSuffix(".mustache") }
    if let lent = spare?.notes(lacking: Set(files.map(\.path))) {
      files += lent
      let notes = lent.map(\.path).filter(optionalTemplates.contains)
      loan.files += notes
      problems += notes.map {
        SourceProblem(
          file: "\(name)/\($0)", line: 1, "the theme has no such file; \(lentWords)",
          level: .warning)
      }
    }
    for file in Self.templates where !files.contains(where: { $0.path == file }) {
      problems.append(
        SourceProblem(file: "\(name)/\(file)", line: 1, "the theme has no such file; it needs one"))
    }
    for (path, layer, text) in files {
      check.add(text, name: String(path.dropLast(9)), shown: "\(layer.name)/\(path)")
    }
    check.finish(mains: (templates + optionalTemplates).map { String($0.dropLast(9)) })
    problems += check.problems
    // What nests without end never reaches the parser, which would run out of stack.
    for (path, layer, text) in files where check.sound.contains(String(path.dropLast(9))) {
      do {
        try library.register(text, named: String(path.dropLast(9)))
      } catch {
        problems.append(TemplateCheck.problem(error, file: "\(layer.name)/\(path)"))
      }
    }
    return library
  }

  private static let lentWords = "the program's own stands in, until you write one"

  private static func styles(
    _ layers: ThemeLayers, _ name: String, _ problems: inout [SourceProblem]
  ) -> StyleSheet {
    if layers.styles.isEmpty {
      problems.append(
        SourceProblem(file: "\(name)/style.css", line: 1, "the theme has no such file"))
    }
    var builder = StyleSheetBuilder()
    for (layer, text) in layers.styles { builder.add(text, file: "\(layer.name)/style.css") }
    let sheet = builder.finished()
    problems += sheet.problems
    return sheet
  }

  private static func phrases(
    _ layers: ThemeLayers, _ name: String, _ spare: ThemeSpare?, _ loan: inout ThemeLoan,
    _ problems: inout [SourceProblem]
  ) -> [Language: Phrases] {
    var found: [Language: Phrases] = [:]
    let paths = layers.files { $0.hasPrefix("phrases/") && $0.hasSuffix(".yml") }.map(\.path)
    for path in paths {
      // A base's words first, so that single ones can be written anew.
      for layer in layers.layers.reversed() {
        guard let text = layer.files.texts[path] else { continue }
        let file = "\(layer.name)/\(path)"
        guard let language = Language(path.dropFirst(8).dropLast(4)) else {
          problems.append(
            SourceProblem(file: file, line: 1, "the file's name is no language, such as ja.yml"))
          continue
        }
        problems += PhraseCheck.problems(text, file: file)
        do {
          let own = try Phrases(parsing: text, language: language, file: file)
          found[language] = found[language]?.changed(by: own) ?? own
        } catch {
          problems.append(error)
        }
      }
    }
    for (language, phrases) in found.sorted(by: { $0.key < $1.key }) {
      let path = "phrases/\(language).yml"
      let owner = layers.layers.first { $0.files.texts[path] != nil }?.name ?? name
      let file = "\(owner)/\(path)"
      let (completed, lent) = spare?.complete(phrases) ?? (phrases, [])
      found[language] = completed
      if !lent.isEmpty { loan.phrases[language] = lent }
      problems += lent.map {
        SourceProblem(
          file: file, line: 1, key: $0, "the phrase is missing; \(lentWords)", level: .warning)
      }
      problems += completed.problems(file: file)
    }
    if found.isEmpty {
      for language in spare?.languages ?? [] { found[language] = spare?.phrases(in: language) }
      if !found.isEmpty { loan.files.append("phrases/") }
      problems.append(
        SourceProblem(
          file: "\(name)/phrases/en.yml", line: 1,
          "the theme has no phrases" + (found.isEmpty ? "" : "; \(lentWords)"),
          level: found.isEmpty ? .error : .warning))
    }
    return found
  }
}
