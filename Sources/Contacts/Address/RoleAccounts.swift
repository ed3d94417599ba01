package import Mail

/// Mailboxes that belong to an office rather than a person.
package enum RoleAccounts {
  /// Whether the mailbox name is one that offices use, in any of the networks' languages.
  package static func contains(_ address: EmailAddress) -> Bool {
    let local = address.localPart.lowercased()
    let base = local.prefix { $0 != "+" }
    let bare = base.filter { $0 != "." && $0 != "-" && $0 != "_" && !$0.isNumber }
    return names.contains(bare)
  }

  private static let names: Set<String> = Set(
    """
    abuse accounts admin administrator admission advisory all announce billing board bounce ceo \
    chairman community contact contacts contactus council customerservice editor enquiries enquiry \
    events everyone feedback finance general gpn help helpdesk hello hostmaster hr info \
    information inquiry international jimukyoku kontak kontakt kouhou library list mail mailbox \
    marketing media member members membership network news newsletter noreply office orders post \
    postmaster press pr procurement public publicrelations purchasing reception register \
    registrar registration sales sec secretariat secretary security sekretariat service services \
    soumu staff subscribe support team webmaster webteam welcome correo contacto accueil buero \
    verwaltung toiawase admin humas
    """.split(separator: " ").map(String.init))
}
