package import Composer
import Foundation

/// Everything that an edition is made of, as read from the workspace.
package struct Sources: Sendable {
  package let items: [Item]
  package let events: [Event]
  package let problems: [SourceProblem]

  /// Reads news and events; what is wrong is in `problems`.
  package static func read(_ office: Office) -> Sources {
    let standard = office.configuration.publication.standardLanguage
    let items = ItemReader.read(directory: office.workspace.news, standard: standard)
    let events = EventReader.read(directory: office.workspace.events, standard: standard)
    return Sources(
      items: items.items, events: events.events, problems: items.problems + events.problems)
  }

  package var errors: [SourceProblem] { problems.filter { $0.level == .error } }
}
