package import Composer
package import Foundation

/// The themes of a workspace.
package struct ThemeShelf: Sendable {
  let workspace: Workspace
  /// What comes with the program; its theme stands in for what an older workspace's lacks.
  private let share: URL?

  package init(_ office: Office) {
    workspace = office.workspace
    share = Share.ofThisProgram(office.environment)
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

  /// The program's own theme of the same name, or of a theme's below it, else igpn.
  func spare(for folder: URL) -> URL? {
    let templates = share?.appending(path: "templates", directoryHint: .isDirectory)
    return (ThemeLayers(directory: folder).names + ["igpn"]).lazy
      .compactMap { templates?.appending(path: $0, directoryHint: .isDirectory) }
      .first(where: ThemeLayers.isTheme)
  }

  /// Reads a theme whole; fails with all that is wrong in it.
  package func read(_ name: String, namedBy source: String? = nil) throws(Problem) -> Theme {
    let folder = try find(name, namedBy: source)
    do {
      return try Theme(directory: folder, spare: spare(for: folder))
    } catch {
      throw Problem(.badData, "\(error)\nAll of it: solstice template check \(name)")
    }
  }
}
