package import Foundation

/// A list as it is read from a file, ready to be kept.
package enum ListImport {
  /// A person or office that can be mailed.
  package struct Person: Sendable, Hashable {
    package var address: String
    package var mailbox: String
    package var name: String
    package var language: String?
    package var member: String?
    package var roles: [String]
    package var notes: String

    package init(
      address: String, mailbox: String, name: String, language: String? = nil,
      member: String? = nil, roles: [String] = [], notes: String = ""
    ) {
      self.address = address
      self.mailbox = mailbox
      self.name = name
      self.language = language
      self.member = member
      self.roles = roles
      self.notes = notes
    }
  }

  /// One address of the file, with the verdict on it.
  package struct Entry: Sendable, Hashable {
    package var line: Int
    package var position: Int
    package var written: String
    package var verdict: String
    package var code: String
    package var reason: String
    package var suggestion: String?
    package var repairs: [String]
    package var name: String
    package var member: String?
    /// Nil where the address can't be mailed.
    package var person: Person?

    package init(
      line: Int, position: Int, written: String, verdict: String, code: String, reason: String,
      suggestion: String?, repairs: [String], name: String, member: String?, person: Person?
    ) {
      self.line = line
      self.position = position
      self.written = written
      self.verdict = verdict
      self.code = code
      self.reason = reason
      self.suggestion = suggestion
      self.repairs = repairs
      self.name = name
      self.member = member
      self.person = person
    }
  }

  /// Which file it is, on what basis, by whom.
  package struct Header: Sendable, Hashable {
    package var list: String
    /// The file as it is shown to people.
    package var source: String
    /// Of the file's bytes, in hexadecimal digits; empty where there is no file.
    package var sha256: String
    package var modified: Date?
    /// `membership`, `consent`, or in words.
    package var basis: String
    package var by: String
    package var at: Date
    package var command: String

    package init(
      list: String, source: String, sha256: String, modified: Date?, basis: String,
      by: String = "", at: Date, command: String = "contacts import"
    ) {
      self.list = list
      self.source = source
      self.sha256 = sha256
      self.modified = modified
      self.basis = basis
      self.by = by
      self.at = at
      self.command = command
    }

    /// What each subscription keeps of where it comes from.
    package var evidence: String {
      let day = modified.map { " of " + $0.ISO8601Format(.iso8601.year().month().day()) } ?? ""
      let sum = sha256.isEmpty ? "" : " (SHA-256 \(sha256.prefix(16)))"
      return "imported from \(source)\(day)\(sum)" + (by.isEmpty ? "" : " by \(by)")
    }
  }
}
