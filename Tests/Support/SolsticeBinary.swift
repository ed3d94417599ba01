import Foundation

/// The program as it was built with these tests.
package enum SolsticeBinary {
  /// Finds it: `SOLSTICE_BINARY` if set, else beside the tests' own build products.
  package static func locate() throws -> String {
    if let chosen = ProcessInfo.processInfo.environment["SOLSTICE_BINARY"] {
      guard FileManager.default.isExecutableFile(atPath: chosen) else {
        throw SupportError("SOLSTICE_BINARY names no program: \(chosen)")
      }
      return chosen
    }
    let here = CommandLine.arguments.first ?? ""
    let starts = [here, "/proc/self/exe"].map {
      URL(filePath: $0).resolvingSymlinksInPath().deletingLastPathComponent()
    }
    for start in starts {
      if let found = search(upwardFrom: start) { return found }
    }
    throw SupportError("no built 'solstice' beside \(here); type: swift build")
  }

  /// The program with an environment that keeps a test away from the user's own: state and home
  /// lie in the folder given, nothing is coloured, the language is none, the time zone is UTC.
  package static func program(home: TemporaryFolder) throws -> Program {
    let state = try home.makeFolder("home/.local/state")
    return Program(
      try locate(),
      environment: [
        "HOME": home.path(of: "home"), "XDG_STATE_HOME": state, "NO_COLOR": "1",
        "LC_ALL": "C.UTF-8", "TZ": "UTC",
      ])
  }

  /// The nearest `solstice` or `debug/solstice` in a folder or above it.
  static func search(upwardFrom start: URL) -> String? {
    var folder = start
    while folder.path != "/" {
      for name in ["solstice", "debug/solstice"] {
        let file = folder.appending(path: name).path
        // The folder of sources may have the same name.
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
        if exists, !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: file) {
          return file
        }
      }
      folder.deleteLastPathComponent()
    }
    return nil
  }
}
