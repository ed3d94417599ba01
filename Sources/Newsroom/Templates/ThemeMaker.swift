import Composer
import Foundation

/// Makes a small theme that stands on another one, to be recoloured and reworded.
package struct ThemeMaker: Sendable {
  private let shelf: ThemeShelf

  package init(_ shelf: ThemeShelf) {
    self.shelf = shelf
  }

  /// Makes `templates/NAME/`, and gives the files made; nothing that is there is ever changed.
  package func make(_ name: String, from base: String) throws(Problem) -> [String] {
    guard ThemeLayers.isName(name) else {
      throw Problem(
        .usage,
        "“\(name)” can't be a theme's name; use letters, digits, - and _, such as our-letter.")
    }
    let folder = shelf.folder(name)
    guard !FileManager.default.fileExists(atPath: Files.path(folder)) else {
      throw Problem(
        .cannotWrite, "templates/\(name)/ is there already; nothing was changed. Take another name."
      )
    }
    let layers = ThemeLayers(directory: try shelf.find(base))
    guard let colours = ColourBlock.text(of: layers) else {
      throw Problem(
        .badData, "templates/\(base)/style.css has no :root { … } with colours to start from.")
    }
    try Files.makeFolder(folder)
    let files = [
      "theme.yml": Self.settings(base), "style.css": Self.styles(colours, base),
      "README.md": Self.readme(name, base),
    ]
    for (file, text) in files.sorted(by: { $0.key < $1.key }) {
      try Files.write(text.utf8, to: folder.appending(path: file))
    }
    return files.keys.sorted().map { "templates/\(name)/\($0)" }
  }

  private static func settings(_ base: String) -> String {
    """
    # Everything that is not in this folder comes from the theme named here.
    based_on: \(base)

    """
  }

  private static func styles(_ colours: String, _ base: String) -> String {
    """
    /* The colours and fonts of templates/\(base)/style.css. Change values here and nothing else:
       what you leave out stays as it is there. Text must keep a contrast of 4.5 to its ground. */
    \(colours)

    """
  }

  private static func readme(_ name: String, _ base: String) -> String {
    """
    # The theme \(name)

    It looks like `\(base)`, except for what this folder says.

    - **Colours and fonts**: change values in `style.css`, then look: `solstice template preview \(name)`.
      `--dark-…` are the colours on dark screens.
    - **Words**: write `phrases/en.yml` with the single lines that shall read differently, such as
      `leave: Leave this list`; the keys are those of `templates/\(base)/phrases/en.yml`.
    - **Templates**: copy a `.mustache` file of `templates/\(base)/` here and change the copy.
    - **Is it right?** `solstice template check \(name)`
    - **Use it**: write `theme: \(name)` in `solstice.yml`.

    """
  }
}
