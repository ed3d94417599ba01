package import Composer
import Foundation

/// Everything that an edition is made of, as read from the workspace.
package struct Sources: Sendable {
  package let items: [Item]
  package let events: [Event]
  package let members: [MemberEntry]
  package let problems: [SourceProblem]

  /// Reads news, events and members; what is wrong is in `problems`.
  package static func read(_ office: Office) -> Sources {
    let standard = office.configuration.publication.standardLanguage
    let items = ItemReader.read(directory: office.workspace.news, standard: standard)
    let events = EventReader.read(directory: office.workspace.events, standard: standard)
    let members = members(office)
    return Sources(
      items: items.items, events: events.events, members: members.members,
      problems: items.problems + IncludedActivity.problems(items.items, members.members)
        + UnknownMembers.problems(items.items, members.members) + events.problems + members.problems
    )
  }

  static func members(_ office: Office) -> MemberReader.Result {
    MemberReader.read(
      directory: office.workspace.members,
      standard: office.configuration.publication.standardLanguage)
  }

  package var errors: [SourceProblem] { problems.filter { $0.level == .error } }

  /// What is wrong, as it weighs for one period: a mistake elsewhere is only a warning.
  package func problems(for period: Period) -> [SourceProblem] {
    let relevance = ProblemRelevance(period: period, items: items)
    return problems.map { relevance.weighed($0) }
  }
}
