/// Which addresses a rule is about: one, those of a domain, or all; upper and lower case are alike.
///
/// Domains are compared as they appear on the wire.
package enum CatcherPattern: Hashable, Sendable, CustomStringConvertible {
  case any
  case domain(String)
  case address(String)

  /// Reads `*`, `*@domain`, an address, or `<>` for the null sender; nil for anything else.
  package init?(parsing text: String) {
    guard text != "*", text != "<>" else {
      self = text == "*" ? .any : .address("")
      return
    }
    guard let at = text.lastIndex(of: "@"), at != text.startIndex else { return nil }
    let domain = text[text.index(after: at)...].lowercased()
    let local = text[..<at]
    guard !domain.isEmpty, domain.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x2A }) else { return nil }
    guard local != "*" else {
      self = .domain(domain)
      return
    }
    guard !local.utf8.contains(0x2A) else { return nil }
    self = .address(local.lowercased() + "@" + domain)
  }

  package var description: String {
    switch self {
    case .any: "*"
    case .domain(let domain): "*@" + domain
    case .address(let address): address.isEmpty ? "<>" : address
    }
  }

  static func domain(of address: String) -> Substring {
    guard let at = address.utf8.lastIndex(of: 0x40) else { return "" }
    return address[address.utf8.index(after: at)...]
  }
}
