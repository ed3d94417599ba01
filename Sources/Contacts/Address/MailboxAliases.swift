package import Mail

/// Names that are known to reach one mailbox although their canonical forms differ.
package enum MailboxAliases {
  private static let ignoresDots: Set<String> = ["gmail.com", "googlemail.com"]
  private static let cutsTags: Set<String> = [
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "icloud.com", "fastmail.com",
    "protonmail.com", "proton.me",
  ]

  /// Whether a provider's own rules are known.
  static func cover(_ domain: Domain) -> Bool { cutsTags.contains(domain.ascii) }

  /// The canonical mailbox behind the provider's own rules; only to propose duplicates by.
  package static func key(of address: EmailAddress) -> MailboxKey {
    let domain = address.domain.ascii
    guard cutsTags.contains(domain) else { return address.mailboxKey }
    // Folded as the mailbox's own name is, so that one mailbox never has two aliases.
    let name = address.mailboxKey.rawValue
    var local = name[..<(name.lastIndex(of: "@") ?? name.endIndex)].prefix { $0 != "+" }
    if ignoresDots.contains(domain) { local = local.filter { $0 != "." }[...] }
    guard !local.isEmpty else { return address.mailboxKey }
    let host = domain == "googlemail.com" ? "gmail.com" : domain
    return MailboxKey(rawValue: "\(local)@\(host)")
  }
}
