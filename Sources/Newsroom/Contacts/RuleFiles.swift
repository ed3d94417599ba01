import Contacts
package import Foundation
import Mail
import Storage

/// The lists that rules fill: `lists/*.rule`, brought up to date before they are used.
package struct RuleFiles: Sendable {
  /// A list with how many are on it.
  package struct Line: Sendable {
    package let name: String
    package let source: String
    package let rule: String?
    package let imported: Date
    package let confirmed: Int
    package let left: Int
  }

  private let office: Office

  package init(office: Office) {
    self.office = office
  }

  /// Whether a rule's file has this name.
  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(
      atPath: Files.path(office.workspace.lists.appending(path: "\(name).rule")))
  }

  /// Fills every rule's list anew; a rule that can't be read stops all of it.
  package func refresh() throws(Problem) {
    let files =
      ((try? FileManager.default.contentsOfDirectory(
        at: office.workspace.lists, includingPropertiesForKeys: nil)) ?? [])
      .filter { $0.pathExtension == "rule" && !$0.lastPathComponent.hasPrefix(".") }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    let known = try attempt { try ContactStore(database: office.database).lists() }
    guard !files.isEmpty || known.contains(where: \.isByRule) else { return }
    let rules = try files.map { file throws(Problem) in (file, try Self.rule(file, office)) }
    let members = try MemberFiles.read(office.workspace)
    let store = RuleListStore(database: office.database)
    for (file, rule) in rules {
      do {
        _ = try store.refresh(
          name: file.deletingPathExtension().lastPathComponent, rule: rule,
          source: office.workspace.shown(file), modified: Files.modified(file), members: members,
          at: office.clock.now())
      } catch let error as RuleListError {
        throw Problem(.badData, error.description)
      } catch {
        throw Problem.from(error)
      }
    }
    let names = Set(files.map { $0.deletingPathExtension().lastPathComponent })
    for list in known where list.isByRule && !names.contains(list.name) {
      _ = try attempt { try store.retire(name: list.name) }
    }
  }

  /// Fills the rules' lists after somebody came back to a list, so that letters under way know it.
  ///
  /// A rule that can't be read is told of by the next command that needs it.
  func follow() { _ = try? refresh() }

  /// All lists, the rules' among them, as they are now.
  package func overview() throws(Problem) -> [Line] {
    try refresh()
    return try attempt {
      let store = ContactStore(database: office.database)
      let counts = try store.subscriptionCounts()
      return try store.lists().map { list in
        Line(
          name: list.name, source: list.source, rule: list.rule, imported: list.imported,
          confirmed: counts[list.id]?.confirmed ?? 0, left: counts[list.id]?.left ?? 0)
      }
    }
  }

  private static func rule(_ file: URL, _ office: Office) throws(Problem) -> ListRule {
    let bytes = try Files.read(file, what: "The rule")
    do {
      return try ListRule(parsing: bytes, file: office.workspace.shown(file))
    } catch {
      throw Problem(.badData, error.description)
    }
  }
}
