import Composer
package import Foundation
import Mail

/// What `template check` found: in the files, and in a sample edition made with them.
package struct ThemeReport: Sendable {
  package struct Line: Hashable, Sendable, Encodable {
    package let level: String
    /// `igpn/style.css:3`, or a part of the sample letter.
    package let place: String
    package let key: String?
    package let message: String
    /// The languages of the sample in which it was found; empty for a file.
    package var languages: [String] = []

    package var text: String {
      let words = key.map { "\($0): \(message)" } ?? message
      let found = languages.isEmpty ? "" : " (\(languages.joined(separator: ", ")))"
      return "\(place): \(words)\(found)"
    }
  }

  package let theme: String
  /// The languages that a sample was composed in; none where the files have errors.
  package let languages: [String]
  package let lines: [Line]

  package var errors: Int { lines.count { $0.level == "error" } }
  package var warnings: Int { lines.count - errors }

  /// One object, for programs.
  package func json() throws(Problem) -> Data {
    struct Contents: Encodable {
      let theme: String
      let errors: Int
      let warnings: Int
      let languages: [String]
      let problems: [Line]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try attempt {
      try encoder.encode(
        Contents(
          theme: theme, errors: errors, warnings: warnings, languages: languages, problems: lines))
    } + [0x0A]
  }
}
