package import Composer
import Foundation
import Mail

/// Checks a theme's files, then composes samples with it and checks those.
package struct ThemeCheck: Sendable {
  private let shelf: ThemeShelf
  private let samples: SampleEdition

  package init(_ shelf: ThemeShelf, samples: SampleEdition) {
    self.shelf = shelf
    self.samples = samples
  }

  package func check(_ name: String, publication: Publication) throws(Problem) -> ThemeReport {
    let folder = try shelf.find(name)
    let theme: Theme
    do {
      theme = try Theme(directory: folder, spare: shelf.spare(for: folder))
    } catch {
      return ThemeReport(theme: name, languages: [], lines: error.problems.map(Self.line))
    }
    let languages = theme.phrases.keys.sorted()
    var lines = theme.warnings.map(Self.line)
    for length in SampleEdition.Length.allCases {
      let letters = try samples.compose(
        length, theme: theme, publication: publication, languages: languages)
      for letter in letters {
        for finding in letter.findings where Self.isOfTheme(finding, length) {
          Self.add(finding, &lines)
        }
      }
    }
    return ThemeReport(theme: name, languages: languages.map(\.tag), lines: lines)
  }

  private static func line(_ problem: SourceProblem) -> ThemeReport.Line {
    ThemeReport.Line(
      level: problem.level.rawValue, place: "\(problem.file):\(problem.line)", key: problem.key,
      message: problem.message)
  }

  /// What the sample's own texts or the workspace's settings lack is no fault of the theme.
  private static func isOfTheme(_ finding: Finding, _ length: SampleEdition.Length) -> Bool {
    let others: Set<String> = [
      "translation-missing", "site-missing", "picture-heavy", "held-after", "outside-period",
      "source-error", "source-warning", "postal-missing", "link-text-duplicate",
      // Told before, one by one.
      "theme-old",
    ]
    return !finding.place.contains(".md") && !others.contains(finding.code)
      && !(length == .fifty && finding.code == "size-clipped")
  }

  private static func add(_ finding: Finding, _ lines: inout [ThemeReport.Line]) {
    let same = lines.firstIndex {
      !$0.languages.isEmpty && $0.key == finding.code && $0.place == "sample \(finding.place)"
    }
    if let same {
      if !lines[same].languages.contains(finding.language) {
        lines[same].languages.append(finding.language)
      }
      return
    }
    lines.append(
      ThemeReport.Line(
        level: finding.level.rawValue, place: "sample \(finding.place)", key: finding.code,
        message: "\(finding.title): \(finding.reason)", languages: [finding.language]))
  }
}
