/// An address by number in brackets (RFC 5321 section 4.1.3): IPv4, or IPv6 with its tag.
enum AddressLiteral {
  /// Gives the literal with its brackets in its usual form, or nil where it is not well formed.
  static func canonical(_ text: String) -> String? {
    guard text.hasPrefix("["), text.hasSuffix("]"), text.utf8.count <= 60 else { return nil }
    let inside = text.dropFirst().dropLast().lowercased()
    let tag = "ipv6:"
    if inside.hasPrefix(tag) {
      let groups = inside.dropFirst(tag.utf8.count)
      return isVersion6(groups) ? "[IPv6:\(groups)]" : nil
    }
    return isVersion4(inside[...]) ? "[\(inside)]" : nil
  }

  private static func isVersion4(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        (1...3).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
          && (Int(part) ?? 256) < 256
      }
  }

  /// Eight groups, or up to six beside one “::”; an IPv4 address at the end counts as two.
  private static func isVersion6(_ text: Substring) -> Bool {
    var groups = text.split(separator: ":", omittingEmptySubsequences: false)
    var count = 0
    if let last = groups.last, last.contains(".") {
      guard isVersion4(last) else { return false }
      groups.removeLast()
      count = 2
      // “::192.0.2.1”: the colon before it closes an empty group.
      if groups.last?.isEmpty == true { groups.append("") }
    }
    let isShort = text.contains("::")
    if isShort {
      guard let gap = text.firstRange(of: "::"), !text[gap.upperBound...].contains("::"),
        text[gap.upperBound...].first != ":"
      else { return false }
      groups.removeAll(where: \.isEmpty)
      let before = text[..<gap.lowerBound]
      let after = text[gap.upperBound...]
      guard before.first != ":", before.last != ":", after.last != ":" else { return false }
    }
    guard groups.allSatisfy({ (1...4).contains($0.utf8.count) && $0.allSatisfy(\.isHexDigit) })
    else { return false }
    count += groups.count
    return isShort ? count <= 6 : count == 8
  }
}
