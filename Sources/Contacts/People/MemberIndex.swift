/// Finds the member that a list means by what it writes, in one step however many there are.
package struct MemberIndex: Sendable {
  private let members: [Member]
  private let places: [String: Int]

  package init(_ members: [Member]) {
    self.members = members
    var places: [String: Int] = [:]
    for (index, member) in members.enumerated() {
      for name in member.names where places[LanguageNames.normalized(name)] == nil {
        places[LanguageNames.normalized(name)] = index
      }
    }
    places[""] = nil
    self.places = places
  }

  package var isEmpty: Bool { members.isEmpty }

  /// The member that a list means by a text; nil where none is.
  package subscript(text: some StringProtocol) -> Member? {
    places[LanguageNames.normalized(text)].map { members[$0] }
  }

  /// The member at whose site's domain, or below it, a mailbox is.
  func at(_ domain: String) -> Member? {
    members.first { member in
      guard let host = member.host else { return false }
      return domain == host || domain.hasSuffix("." + host)
    }
  }
}

extension Member {
  /// The site's domain, without “www.”.
  fileprivate var host: Substring? {
    guard let site else { return nil }
    let start = site.firstRange(of: "://")?.upperBound ?? site.startIndex
    let host = site[start...].prefix { $0 != "/" && $0 != ":" }
    return host.hasPrefix("www.") ? host.dropFirst(4) : host
  }
}
