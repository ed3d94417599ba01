package import Foundation

/// When, by which command, by whom and why something was changed.
package struct ChangeNote: Sendable, Hashable {
  package var at: Date
  /// The command as people type it, such as `contacts set`; never with an address or a name in it.
  package var command: String
  package var who: String
  package var why: String

  package init(at: Date, command: String, who: String = "", why: String = "") {
    self.at = at
    self.command = command
    self.who = who
    self.why = why
  }
}
