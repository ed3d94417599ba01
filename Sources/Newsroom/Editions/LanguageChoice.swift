import Contacts
import Mail

/// Which of the composed languages a reader gets.
///
/// Pure.
package struct LanguageChoice: Sendable {
  private let available: [String]

  /// The first one is for everybody else.
  package init(_ available: [String]) {
    self.available = available
  }

  /// The reader's own, else one in the same script, else one of the same language, else the first.
  package func best(_ wanted: String?) -> String {
    let standard = available.first ?? "en"
    guard let wanted, !wanted.isEmpty else { return standard }
    if let same = available.first(where: { $0.lowercased() == wanted.lowercased() }) { return same }
    let primary = Self.primary(wanted)
    let related = available.filter { Self.primary($0) == primary }
    return related.first { Self.script($0) == Self.script(wanted) } ?? related.first ?? standard
  }

  private static func primary(_ tag: String) -> String {
    Language(parsing: tag)?.primary ?? tag.lowercased()
  }

  /// Chinese by script, also where only a region tells it; other languages have one.
  private static func script(_ tag: String) -> String? { Language(parsing: tag)?.script }
}
