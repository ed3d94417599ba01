package import Foundation
import Signing
import Storage

/// Makes a workspace: folders, a commented configuration, keys and an empty database.
package struct WorkspaceMaker: Sendable {
  private let share: URL

  package init(share: URL) {
    self.share = share
  }

  /// Makes it in a new or an empty folder; fails where a workspace is there already.
  package func make(_ workspace: Workspace, sample: Bool) throws(Problem) {
    guard !FileManager.default.fileExists(atPath: Files.path(workspace.configurationFile)),
      !FileManager.default.fileExists(atPath: Files.path(workspace.databaseFile))
    else {
      throw Problem(
        .cannotWrite,
        "\(Files.path(workspace.directory)) is a workspace already; nothing was changed.")
    }
    for folder in [
      workspace.directory, workspace.lists, workspace.members, workspace.news, workspace.events,
      workspace.templates, workspace.editions, workspace.reports, workspace.secrets,
    ] {
      try Files.makeFolder(folder)
    }
    for part in ["new", "cur", "tmp"] {
      try Files.makeFolder(workspace.mail.appending(path: "inbox/\(part)"))
    }
    _ = chmod(Files.path(workspace.secrets), 0o700)
    try Files.writeSecret(Secrets.random(32), to: workspace.linkKeyFile)
    try copy("templates", to: workspace.templates)
    if sample { try copySample(to: workspace) }
    try Files.write(Self.ignored.utf8, to: workspace.directory.appending(path: ".gitignore"))
    try makeDatabase(workspace, sample: sample)
    // Last, because its presence tells that the workspace is whole.
    let text = sample ? ConfigurationModel.sample : ConfigurationModel.empty
    try Files.write(text.utf8, to: workspace.configurationFile)
  }

  private func copySample(to workspace: Workspace) throws(Problem) {
    try copy("lists", to: workspace.lists)
    try copy("seeds/news", to: workspace.news)
    try copy("seeds/events", to: workspace.events)
    try copy("seeds/members", to: workspace.members)
    let plan = share.appending(path: "seeds/plan.yml")
    try Files.write(
      Files.read(plan, what: "The sample"), to: workspace.directory.appending(path: "plan.yml"))
  }

  private func makeDatabase(_ workspace: Workspace, sample: Bool) throws(Problem) {
    try attempt {
      let database = try SolsticeDatabase.create(path: Files.path(workspace.databaseFile))
      let meta = Meta(database: database)
      try meta.set("workspace-id", Data(Secrets.random(16)))
      if sample { try meta.set("sample", Data([1])) }
    }
  }

  /// Copies the files of a folder, with its folders, leaving out hidden ones.
  private func copy(_ name: String, to target: URL) throws(Problem) {
    let source = share.appending(path: name, directoryHint: .isDirectory)
    let base = Files.path(source)
    guard let files = FileManager.default.enumerator(atPath: base) else {
      throw Problem(.missingInput, "\(base) is missing from the program's samples.")
    }
    while let path = files.nextObject() as? String {
      guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: base + "/" + path, isDirectory: &isFolder)
      let url = target.appending(path: path)
      if isFolder.boolValue {
        try Files.makeFolder(url)
      } else {
        try Files.makeFolder(url.deletingLastPathComponent())
        try Files.write(
          Files.read(source.appending(path: path), what: "The sample"), to: url)
      }
    }
  }

  private static let ignored = """
    # Secrets, and what the program keeps for itself.
    secrets/
    solstice.db*
    trial.db*
    *.lock
    mail/
    """ + "\n"
}
