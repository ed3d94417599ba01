package import CurlMail
import Foundation

/// Where a mailing goes: a real relay, or one of the trial ones, which reach nobody.
package enum RelayChoice: Sendable, Hashable {
  case smtp(RelayURL)
  case catcher
  case maildir(String)
  case null

  /// Reads `smtp://…`, `smtps://…`, `catcher:`, `maildir:DIR` or `null:`.
  package init(parsing text: String) throws(Problem) {
    switch text {
    case "catcher:", "catcher": self = .catcher
    case "null:", "null": self = .null
    default:
      if text.hasPrefix("maildir:") {
        let path = String(text.dropFirst("maildir:".count))
        guard !path.isEmpty else {
          throw Problem(.usage, "Name the folder: --relay maildir:DIR")
        }
        self = .maildir(path)
        return
      }
      do {
        self = .smtp(try RelayURL(parsing: text))
      } catch {
        throw Problem(.usage, "\(error) For trying out: catcher:, maildir:DIR or null:.")
      }
    }
  }

  /// Trial relays need no approval and never touch the real ledger.
  package var isTrial: Bool {
    if case .smtp = self { return false }
    return true
  }

  /// As it is noted in the run.
  package var shown: String {
    switch self {
    case .smtp(let url): url.description
    case .catcher: "catcher:"
    case .maildir(let path): "maildir:\(path)"
    case .null: "null:"
    }
  }
}
