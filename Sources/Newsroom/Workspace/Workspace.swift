package import Foundation

/// The folder that a secretariat works in: plain files, and one database beside them.
package struct Workspace: Sendable {
  package let directory: URL

  package init(directory: String) {
    self.directory = URL(filePath: directory, directoryHint: .isDirectory).standardizedFileURL
  }

  package var configurationFile: URL { directory.appending(path: "solstice.yml") }
  package var databaseFile: URL { directory.appending(path: "solstice.db") }
  package var trialFile: URL { directory.appending(path: "trial.db") }
  package var sendLockFile: URL { directory.appending(path: "solstice.lock") }
  package var inboxLockFile: URL { directory.appending(path: "inbox.lock") }
  package var trialLockFile: URL { directory.appending(path: "trial.lock") }
  package var lists: URL { directory.appending(path: "lists", directoryHint: .isDirectory) }
  package var members: URL { directory.appending(path: "members", directoryHint: .isDirectory) }
  package var news: URL { directory.appending(path: "news", directoryHint: .isDirectory) }
  package var events: URL { directory.appending(path: "events", directoryHint: .isDirectory) }
  package var templates: URL { directory.appending(path: "templates", directoryHint: .isDirectory) }
  package var editions: URL { directory.appending(path: "editions", directoryHint: .isDirectory) }
  package var mail: URL { directory.appending(path: "mail", directoryHint: .isDirectory) }
  package var reports: URL { directory.appending(path: "reports", directoryHint: .isDirectory) }
  package var secrets: URL { directory.appending(path: "secrets", directoryHint: .isDirectory) }
  package var linkKeyFile: URL { secrets.appending(path: "link-key") }
  package var relayPasswordFile: URL { secrets.appending(path: "relay-password") }

  /// A path as people see it: below the workspace without its folder.
  package func shown(_ url: URL) -> String {
    let base = directory.path(percentEncoded: false)
    let path = url.path(percentEncoded: false)
    return path.hasPrefix(base) ? String(path.dropFirst(base.count)) : path
  }
}
