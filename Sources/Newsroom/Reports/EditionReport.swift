import Contacts
import Dispatcher
package import Foundation
import Mail
package import Storage

/// Whom a mailing reached: per reader and member, with what to do next.
///
/// Pure figures.
package struct EditionReport: Sendable {
  /// How a reader stands, the best word that the evidence allows.
  package enum Standing: String, Sendable, CaseIterable, Codable {
    /// The relay took it and nothing came back.
    case accepted
    /// Not sent yet, or to be tried again.
    case waiting
    case inDoubt = "in-doubt"
    case refused
    /// Came back after the relay had taken it.
    case returned
    case cancelled
  }

  package struct Reader: Sendable, Hashable {
    package let address: String
    package let name: String
    package let member: String
    package let standing: Standing
    package let words: String
    package let date: Date
  }

  package struct MemberLine: Sendable, Hashable {
    /// Whether a file in `members/` tells of it; the lists also name others.
    package let isMember: Bool
    package let place: String
    package let name: String
    package let short: String
    package let contacts: Int
    package let accepted: Int
    /// The best evidence in a few words.
    package let evidence: String
  }

  package struct Task: Sendable, Hashable {
    package let title: String
    package let text: String
  }

  package let edition: String
  package let date: Date
  package let readers: [Reader]
  package let members: [MemberLine]
  package let tasks: [Task]
  package let unmailable: [UnmailableEntry]

  package func count(_ standing: Standing) -> Int { readers.count { $0.standing == standing } }

  /// The result as one sentence.
  package var sentence: String {
    let real = members.filter(\.isMember)
    let reached = real.count { $0.accepted > 0 }
    let rest = real.count - reached
    guard !real.isEmpty else {
      return "\(count(.accepted)) of \(readers.count) letters were taken."
    }
    let first = "\(NumberWords.title(reached)) of \(NumberWords.text(real.count)) members got it."
    guard rest > 0 else { return first }
    return first + " \(NumberWords.title(rest)) \(rest == 1 ? "needs" : "need") a person."
  }

  package var explanation: String {
    let returned = count(.returned)
    let taken = count(.accepted) + returned
    let back = returned == 0 ? "none has come back" : "\(returned) came back since"
    return "\(readers.count) letters were planned. The relay took \(taken) of them, and \(back). "
      + "A letter counts as arrived when the inbox has been read five days later and still "
      + "nothing has come back."
  }
}
