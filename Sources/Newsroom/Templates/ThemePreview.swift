package import Composer
package import Foundation
import Mail

/// Writes a page that shows a theme at work: light, dark, on a phone, as text, short and long.
package struct ThemePreview: Sendable {
  private let shelf: ThemeShelf
  private let samples: SampleEdition

  package init(_ shelf: ThemeShelf, samples: SampleEdition) {
    self.shelf = shelf
    self.samples = samples
  }

  /// Writes the page with all that it shows into a folder, and gives the page's address.
  package func write(
    _ name: String, publication: Publication, to folder: URL
  ) throws(Problem) -> URL {
    let theme = try shelf.read(name)
    let languages = theme.phrases.keys.sorted()
    let standard =
      languages.contains(publication.standardLanguage)
      ? publication.standardLanguage : languages.first ?? .english
    try Files.makeFolder(folder)
    let usual = try samples.compose(
      .usual, theme: theme, publication: publication, languages: languages)
    for letter in usual {
      try put(letter, "letter.\(letter.language)", folder)
      try Files.write(
        Self.withPictures(letter.page, letter).utf8,
        to: folder.appending(path: "page.\(letter.language).html"))
    }
    for length in [SampleEdition.Length.one, .fifty] {
      for letter in try samples.compose(
        length, theme: theme, publication: publication, languages: [standard])
      {
        try put(letter, length.rawValue, folder)
      }
    }
    let page = folder.appending(path: "index.html")
    let view = ThemePreviewPage(
      theme: name, standard: standard.tag,
      languages: usual.map {
        ($0.language.tag, theme.phrases(for: $0.language)?.text("language") ?? $0.language.tag)
      }, text: usual.first { $0.language == standard }?.text ?? "")
    try Files.write(view.html.utf8, to: page)
    return page
  }

  private func put(
    _ letter: ComposedEdition, _ name: String, _ folder: URL
  ) throws(Problem) {
    // A frame has the reader's own colours; each picture of the letter shall show one of them.
    let isDark = "(prefers-color-scheme: dark)"
    let html = Self.withPictures(letter.html, letter)
    let light = html.replacing(isDark, with: "(min-width: 99999px)")
    let dark = html.replacing(isDark, with: "(min-width: 0)")
    try Files.write(light.utf8, to: folder.appending(path: "\(name).html"))
    try Files.write(dark.utf8, to: folder.appending(path: "\(name).dark.html"))
    try Files.write(letter.text.utf8, to: folder.appending(path: "\(name).txt"))
  }

  /// A frame that may do nothing may read no files either: its pictures stand in the page itself.
  private static func withPictures(_ html: String, _ letter: ComposedEdition) -> String {
    letter.usedFiles.reduce(html) { html, file in
      guard let address = PictureData.address(file.bytes, path: file.path) else { return html }
      return html.replacing("\"\(file.path)\"", with: "\"\(address)\"")
    }
  }
}
