package import Foundation

/// Where themes and samples lie that come with the program.
package enum Share {
  /// Looks where `SOLSTICE_SHARE` says, then in `share/solstice` of the install prefix, then in the
  /// nearest folder above the program that holds `templates/`, `lists/` and `seeds/`.
  package static func find(
    program: String, environment: [String: String]
  ) throws(Problem) -> URL {
    if let named = environment["SOLSTICE_SHARE"], !named.isEmpty {
      let folder = URL(filePath: named, directoryHint: .isDirectory)
      guard isShare(folder) else {
        throw Problem(
          .configuration,
          "SOLSTICE_SHARE is \(named), but templates/, lists/ and seeds/ are not all there.")
      }
      return folder
    }
    let binary = URL(filePath: program).resolvingSymlinksInPath()
    let prefix = binary.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "share/solstice", directoryHint: .isDirectory)
    if isShare(prefix) { return prefix }
    var folder = binary.deletingLastPathComponent()
    while folder.pathComponents.count > 1 {
      if isShare(folder) { return folder }
      folder = folder.deletingLastPathComponent()
    }
    throw Problem(
      .configuration,
      "The themes and samples that come with Solstice were not found near \(program). "
        + "Set SOLSTICE_SHARE to the folder that holds templates/, lists/ and seeds/.")
  }

  /// Looks near the program that runs; nil where there is nothing.
  static func ofThisProgram(_ environment: [String: String]) -> URL? {
    let program =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return try? find(program: program, environment: environment)
  }

  private static func isShare(_ folder: URL) -> Bool {
    ["templates", "lists", "seeds"].allSatisfy {
      FileManager.default.fileExists(atPath: folder.appending(path: $0).path(percentEncoded: false))
    }
  }
}
