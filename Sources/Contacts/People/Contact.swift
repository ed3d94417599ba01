package import Mail

/// A person or office with one address.
package struct Contact: Hashable, Sendable {
  /// As people write it; empty where the list gives none.
  package var name: String
  package var address: EmailAddress
  package var language: Language?
  /// The organisation it speaks for: a member's short name, or as written.
  package var member: String?
  package var roles: [Role]
  /// What else the list says about it, column by column.
  package var notes: [Note]

  package init(
    name: String = "", address: EmailAddress, language: Language? = nil, member: String? = nil,
    roles: [Role] = [], notes: [Note] = []
  ) {
    self.name = name
    self.address = address
    self.language = language
    self.member = member
    self.roles = roles
    self.notes = notes
  }

  package var mailboxKey: MailboxKey { address.mailboxKey }
}

/// One remark of a spreadsheet: the column's heading, and the cell as it was.
package struct Note: Hashable, Sendable, Codable {
  package var column: String
  package var text: String

  package init(column: String, text: String) {
    self.column = column
    self.text = text
  }
}
