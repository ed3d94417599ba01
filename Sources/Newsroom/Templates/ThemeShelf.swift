package import Composer
package import Foundation

/// The themes of a workspace.
package struct ThemeShelf: Sendable {
  let workspace: Workspace

  package init(_ workspace: Workspace) {
    self.workspace = workspace
  }

  package var names: [String] { ThemeLayers.names(in: workspace.templates) }

  func folder(_ name: String) -> URL {
    workspace.templates.appending(path: name, directoryHint: .isDirectory)
  }

  /// The folder of a theme; fails with the names that there are.
  ///
  /// `source` says who asks for it, such as `solstice.yml`, where it was not typed.
  package func find(_ name: String, namedBy source: String? = nil) throws(Problem) -> URL {
    let folder = folder(name)
    if ThemeLayers.isName(name), ThemeLayers.isTheme(folder) { return folder }
    let known =
      names.isEmpty
      ? "There are none in templates/; solstice init DIR makes a workspace with them."
      : "There are: \(names.joined(separator: ", "))."
    let what = source.map { "\($0) names the theme “\(name)”, but there" } ?? "There"
    throw Problem(
      source == nil ? .missingInput : .configuration,
      "\(what) is no folder templates/\(name)/ with a theme in it. \(known)")
  }

  /// Reads a theme whole; fails with all that is wrong in it.
  package func read(_ name: String, namedBy source: String? = nil) throws(Problem) -> Theme {
    let folder = try find(name, namedBy: source)
    do {
      return try Theme(directory: folder)
    } catch {
      throw Problem(.badData, "\(error)\nAll of it: solstice template check \(name)")
    }
  }
}
