import ArgumentParser
import Foundation
import Newsroom
import Synchronization

/// The workspace that a command works in: `-C DIR` before or after the command, else this folder.
enum WorkspaceOption {
  private static let named = Mutex<String?>(nil)

  /// Takes `-C DIR` out of the arguments wherever it stands before a `--`.
  static func take(from arguments: [String]) -> [String] {
    var rest: [String] = []
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      if argument == "--" { return rest + arguments[index...] }
      if argument == "-C" || argument == "--workspace", index + 1 < arguments.count {
        let folder = arguments[index + 1]
        named.withLock { $0 = folder }
        index += 2
        continue
      }
      rest.append(argument)
      index += 1
    }
    return rest
  }

  static var workspace: Workspace {
    Workspace(directory: named.withLock { $0 } ?? FileManager.default.currentDirectoryPath)
  }

  static func office() throws(Problem) -> Office {
    let office = try Office.open(workspace, environment: ProcessInfo.processInfo.environment)
    for remark in office.configuration.remarks { Terminal.say("Note: \(remark)") }
    return office
  }

  /// A path as typed: from the workspace, as with `git -C`, else from where the user is.
  static func file(_ path: String) -> URL {
    if path.hasPrefix("/") { return URL(filePath: path) }
    let inside = workspace.directory.appending(path: path)
    if FileManager.default.fileExists(atPath: inside.path(percentEncoded: false)) { return inside }
    let here = URL(filePath: FileManager.default.currentDirectoryPath).appending(path: path)
    return FileManager.default.fileExists(atPath: here.path(percentEncoded: false)) ? here : inside
  }
}
