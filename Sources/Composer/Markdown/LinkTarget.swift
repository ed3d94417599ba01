import Mail

/// What a link may point to: only what a letter can offer safely and everywhere.
package enum LinkTarget: Hashable, Sendable {
  case web(String)
  case mail(String)
  case relative
  case refused(scheme: String)
  case empty

  package init(_ url: String) {
    let text = url.trimmed()
    guard !text.isEmpty else {
      self = .empty
      return
    }
    guard let colon = text.firstIndex(of: ":"),
      !text[..<colon].contains(where: { "/?#".contains($0) })
    else {
      self = .relative
      return
    }
    let scheme = text[..<colon].lowercased()
    let rest = text[text.index(after: colon)...]
    // A reader's value is written so that it can stand in an address.
    let plain = MergeMarker.hasMarks(text) ? MergeFilter.everybody.whole(text) : text
    let isClean = plain.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    switch scheme {
    case "http" where isClean && rest.hasPrefix("//") && rest.utf8.count > 2,
      "https" where isClean && rest.hasPrefix("//") && rest.utf8.count > 2:
      self = .web(text)
    case "mailto" where isClean: self = .mail(text)
    default: self = .refused(scheme: String(scheme.prefix(20)))
    }
  }

  /// The address to write into a letter, where there is one.
  package var address: String? {
    switch self {
    case .web(let url), .mail(let url): url
    case .relative, .refused, .empty: nil
    }
  }
}
