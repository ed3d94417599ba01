package import Foundation

/// Everything that is known about a person, as one portable document.
///
/// The JSON has these keys and no others; what is not known is left out, dates are UTC (ISO 8601).
package struct PersonExport: Codable, Sendable, Hashable {
  /// `solstice person 1`; the number grows when a key changes its meaning.
  package var format = "solstice person 1"
  package var exported: Date
  /// The canonical form of the address that was asked for.
  package var mailbox: String
  package var contacts: [Contact] = []
  package var deliveries: [Delivery] = []
  /// Reports that no delivery could be found for.
  package var otherReports: [Report] = []
  package var changes: [Change] = []
  package var suppressions: [Suppression] = []

  /// A person or office that has the mailbox; `mergedInto` is the contact that counts for it.
  package struct Contact: Codable, Sendable, Hashable {
    package var id: Int64
    package var address: String
    package var name: String
    package var language: String?
    package var member: String?
    package var roles: [String]
    package var notes: String
    package var created: Date
    package var updated: Date
    /// The day that its facts are of, and the list they came from.
    package var asOf: Date?
    package var source: String
    package var suspended: Date?
    package var suspendedWhy: String?
    package var mergedInto: Int64?
    package var facts: [Fact]
    package var subscriptions: [Subscription]
    package var listRows: [ListRow]
  }

  /// Where a field that changed later comes from.
  package struct Fact: Codable, Sendable, Hashable {
    package var field: String
    package var asOf: Date
    package var source: String
  }

  package struct Subscription: Codable, Sendable, Hashable {
    package var list: String
    /// Of a list that a rule fills.
    package var rule: String?
    package var state: String
    package var basis: String
    package var evidence: String
    package var since: Date
  }

  /// A line of a list as it was written.
  package struct ListRow: Codable, Sendable, Hashable {
    package var list: String
    package var source: String
    package var line: Int
    package var written: String
    package var verdict: String
    package var code: String
    package var reason: String
    package var suggestion: String?
    package var repairs: [String]
    package var member: String?
    package var name: String
    package var answers: [Answer]
  }

  /// What somebody decided about the line.
  package struct Answer: Codable, Sendable, Hashable {
    package var question: String
    package var choice: String
    package var decided: Date
  }

  package struct Delivery: Codable, Sendable, Hashable {
    package var mailing: String
    package var address: String
    package var name: String
    package var language: String
    package var state: String
    package var reply: String
    package var messageID: String
    package var updated: Date
    package var report: String
    package var attempts: [Attempt]
    package var reports: [Report]
  }

  package struct Attempt: Codable, Sendable, Hashable {
    package var at: Date
    package var outcome: String
    package var stage: String
    package var code: Int?
    package var status: String?
    package var reason: String?
    package var permanence: String?
    package var reply: String
    package var note: String
  }

  /// A line of the bounce log; about another's address only that there was one.
  package struct Report: Codable, Sendable, Hashable {
    package var at: Date
    package var source: String
    package var mailing: String
    package var kind: String
    package var recipient: String?
    package var status: String?
    package var permanence: String?
    package var reason: String
    package var diagnosis: String?
    package var toldBy: String
    package var proof: String
  }

  /// One entry of the history: what stood before, by column; without it there was nothing.
  package struct Change: Codable, Sendable, Hashable {
    package var at: Date
    package var command: String
    package var entity: String
    package var list: String?
    package var field: String?
    package var before: [String: String]?
  }

  package struct Suppression: Codable, Sendable, Hashable {
    package var mailbox: String
    package var reason: String
    package var since: Date
    package var evidence: String
  }

  /// The document: keys in order, so that two exports can be compared.
  package func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    return try encoder.encode(self)
  }
}
