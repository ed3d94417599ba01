import Composer

/// A mailing's name, and what kind of mailing it tells: `2019-H1`, `correction-2019-H1-2`.
///
/// Pure.
package struct MailingName: Hashable, Sendable {
  static let correctionPrefix = "correction-"

  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  package var isCorrection: Bool { text.hasPrefix(Self.correctionPrefix) }

  /// Which edition a correction is of, and the rest of its name: `2019-H1` and `2`.
  var corrected: (edition: String, rest: String)? {
    guard isCorrection else { return nil }
    let name = text.dropFirst(Self.correctionPrefix.count)
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    // `-3-from-1` ends a correction of those who know the first revision only.
    let count = parts.count > 3 && parts[parts.count - 2] == "from" ? 3 : 1
    guard parts.count > count else { return nil }
    let rest = parts.suffix(count)
    guard let number = rest.first, Int(number) != nil else { return nil }
    return (parts.dropLast(count).joined(separator: "-"), rest.joined(separator: "-"))
  }

  /// The name of a correction, and where it is composed.
  static func correction(of edition: String, to number: Int, from: Int?) -> Self {
    Self("\(correctionPrefix)\(edition)-\(number)" + (from.map { "-from-\($0)" } ?? ""))
  }

  /// The folder that it is composed into, below the workspace.
  package var folder: String {
    if let corrected { return "editions/\(corrected.edition)/correction-\(corrected.rest)" }
    return "editions/\(text)"
  }

  /// How it is composed.
  package var composing: String {
    if let corrected { return "solstice correct \(corrected.edition)" }
    return "solstice compose \(text)"
  }
}
