package import Mail

/// Mailboxes that belong to an office rather than a person.
package enum RoleAccounts {
  /// Where the list comes from.
  package static var source: String { RoleAccountData.source }
  /// The day of the list.
  package static var date: String { RoleAccountData.date }

  /// Whether the mailbox name is one that offices use, in any of the networks' languages.
  package static func contains(_ address: EmailAddress) -> Bool {
    let local = address.localPart.lowercased()
    let base = local.prefix { $0 != "+" }
    let bare = base.filter { $0 != "." && $0 != "-" && $0 != "_" && !$0.isNumber }
    return names.contains(bare)
  }

  static let names = Set(
    RoleAccountData.names.values.flatMap { $0.split(separator: " ").map(String.init) })
}
