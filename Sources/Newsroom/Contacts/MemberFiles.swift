import Composer
package import Contacts
import Foundation
import Mail

/// Members as contacts know them, from `members/*.md`.
package enum MemberFiles {
  /// All members in the order of their files' names; fails with every mistake, since a list that is
  /// judged without one of them would be judged wrongly.
  package static func read(_ workspace: Workspace) throws(Problem) -> [Member] {
    let result = MemberReader.read(directory: workspace.members)
    let errors = result.problems.filter { $0.level == .error }
    guard errors.isEmpty else {
      throw Problem(.badData, errors.map(\.description).joined(separator: "\n"))
    }
    return result.members.map(member)
  }

  private static func member(_ entry: MemberEntry) -> Member {
    Member(
      key: entry.key, name: entry.original.name, short: entry.short, country: entry.country,
      languages: entry.languages.compactMap { Language(parsing: $0) }, site: entry.site,
      activities: entry.original.activities, text: entry.original.bodyText)
  }
}
