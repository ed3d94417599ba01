package import FoundationEssentials
package import Mail
import Mustache

/// A folder of templates, styles and words that gives the letters their look.
package struct Theme: Sendable {
  package let name: String
  package let styles: StyleSheet
  /// The style sheet as written, for pages, whose browsers understand all of it.
  package let styleText: String
  package let phrases: [Language: Phrases]
  let library: MustacheLibrary

  static let templates = [
    "newsletter.html.mustache", "newsletter.txt.mustache", "page.html.mustache",
  ]

  /// Reads a theme and checks it.
  ///
  /// - Parameter directory: The theme's folder; its last component is the theme's name.
  /// - Throws: `ThemeError` with everything that is missing or wrong, by file and line.
  package init(directory: URL) throws(ThemeError) {
    let folder = SourceFolder(directory, shownPrefix: "\(directory.lastPathComponent)/")
    try self.init(name: directory.lastPathComponent, files: ThemeFiles(folder))
  }

  package init(name: String, files: ThemeFiles) throws(ThemeError) {
    var problems: [SourceProblem] = []
    self.name = name
    var library = MustacheLibrary()
    for file in Self.templates where files.texts[file] == nil {
      problems.append(
        SourceProblem(file: "\(name)/\(file)", line: 1, "the theme has no such file; it needs one"))
    }
    for (file, text) in files.texts.sorted(by: { $0.key < $1.key })
    where file.hasSuffix(".mustache") {
      problems += TemplateCheck.problems(text, file: "\(name)/\(file)")
      do {
        try library.register(text, named: String(file.dropLast(9)))
      } catch {
        problems.append(TemplateCheck.problem(error, file: "\(name)/\(file)"))
      }
    }
    self.library = library
    styleText = files.texts["style.css"] ?? ""
    if files.texts["style.css"] == nil {
      problems.append(
        SourceProblem(file: "\(name)/style.css", line: 1, "the theme has no such file"))
    }
    var sheet: StyleSheet?
    do {
      sheet = try StyleSheet(parsing: styleText, file: "\(name)/style.css")
    } catch {
      problems.append(error)
    }
    phrases = Self.phrases(name, files, &problems)
    guard let sheet, problems.allSatisfy({ $0.level == .warning }) else {
      throw ThemeError(theme: name, problems: problems)
    }
    styles = sheet
  }

  /// The words for a language: its own, those of its first part, or English.
  package func phrases(for language: Language) -> Phrases? {
    phrases[language] ?? Language(language.primary).flatMap { phrases[$0] } ?? phrases[.english]
      ?? phrases.sorted { $0.key < $1.key }.first?.value
  }

  func render(_ template: String, _ view: [String: Any]) throws(ThemeError) -> String {
    guard let text = library.render(view, withTemplate: template) else {
      throw ThemeError(
        theme: name,
        problems: [
          SourceProblem(file: "\(name)/\(template).mustache", line: 1, "there is no such template")
        ])
    }
    return text
  }

  private static func phrases(
    _ name: String, _ files: ThemeFiles, _ problems: inout [SourceProblem]
  ) -> [Language: Phrases] {
    var found: [Language: Phrases] = [:]
    for (path, text) in files.texts.sorted(by: { $0.key < $1.key }) {
      guard path.hasPrefix("phrases/"), path.hasSuffix(".yml") else { continue }
      let file = "\(name)/\(path)"
      guard let language = Language(path.dropFirst(8).dropLast(4)) else {
        problems.append(
          SourceProblem(file: file, line: 1, "the file's name is no language, such as ja.yml"))
        continue
      }
      do {
        let phrases = try Phrases(parsing: text, language: language, file: file)
        problems += phrases.problems(file: file)
        found[language] = phrases
      } catch {
        problems.append(error)
      }
    }
    if found.isEmpty {
      problems.append(
        SourceProblem(file: "\(name)/phrases/en.yml", line: 1, "the theme has no phrases"))
    }
    return found
  }
}
