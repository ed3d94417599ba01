/// Where letters are submitted: `smtp://host:port` or `smtps://host:port`.
package struct RelayURL: Sendable, Hashable, CustomStringConvertible {
  package enum Scheme: String, Sendable {
    case smtp
    case smtps
  }

  package let scheme: Scheme
  package let host: String
  package let port: Int

  /// Fails where the text is not such a URL, saying what was expected.
  ///
  /// A name and password in the URL are refused: they would stand in argv and logs.
  package init(parsing text: String) throws(RelayURLError) {
    let parts = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let scheme = Scheme(rawValue: parts[0].lowercased()) else {
      throw RelayURLError(text: text, reason: "it begins with neither smtp:// nor smtps://")
    }
    var rest = String(parts[1])
    if rest.hasSuffix("/") { rest.removeLast() }
    guard !rest.contains("@") else {
      throw RelayURLError(
        text: "\(scheme.rawValue)://…", reason: "name and password belong into secrets/, not here")
    }
    guard !rest.isEmpty, rest.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !rest.contains("/")
    else {
      throw RelayURLError(text: text, reason: "host or port is missing or holds odd characters")
    }
    self.scheme = scheme
    if let colon = rest.lastIndex(of: ":"), !rest.hasSuffix("]") {
      guard let port = Int(rest[rest.index(after: colon)...]), (1...65535).contains(port) else {
        throw RelayURLError(text: text, reason: "the port is not a number from 1 to 65535")
      }
      self.port = port
      host = String(rest[..<colon])
    } else {
      port = scheme == .smtps ? 465 : 587
      host = rest
    }
    guard !host.isEmpty else { throw RelayURLError(text: text, reason: "the host is missing") }
  }

  package var description: String { "\(scheme.rawValue)://\(host):\(port)" }

  /// Whether traffic stays on this machine.
  package var isLoopback: Bool {
    let name = host.lowercased()
    return name == "localhost" || name == "[::1]"
      || name.hasPrefix("127.") && name.split(separator: ".").count == 4
        && name.utf8.allSatisfy { $0 == UInt8(ascii: ".") || $0 >= 0x30 && $0 <= 0x39 }
  }
}

/// Why a text names no relay.
package struct RelayURLError: Error, Hashable, CustomStringConvertible {
  package let text: String
  package let reason: String

  package var description: String {
    "“\(text)” is no relay: \(reason). Write it as smtp://host:port or smtps://host:port."
  }
}
