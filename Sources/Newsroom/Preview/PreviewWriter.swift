import Composer
import Foundation
import Mail

/// Writes a preview's page with everything that it shows, into a folder that holds nothing else.
struct PreviewWriter {
  let folder: URL

  /// Gives the page.
  func write(_ preview: Preview) throws(Problem) -> URL {
    let files = folder.appending(path: PreviewPage.files, directoryHint: .isDirectory)
    try Files.makeFolder(files)
    for letter in preview.letters {
      for copy in LetterCopy.allCases {
        let html = copy.write(letter.html) { address in
          letter.picture(at: address) ?? hosted(address, preview)
        }
        try put("\(copy.rawValue).\(letter.language).html", Array(html.utf8), files)
      }
      try put("\(letter.language).txt", Array(letter.text.utf8), files)
      try put("\(letter.language).eml", letter.message, files)
    }
    try webPages(preview, files)
    let page = folder.appending(path: "index.html")
    try Files.write(Array(PreviewPage(preview).text.utf8), to: page)
    return page
  }

  /// A picture that will lie on the web, out of the files that go there.
  private func hosted(_ address: String, _ preview: Preview) -> String? {
    guard address.hasPrefix("http") else { return nil }
    let files = preview.source.composed?.letters.first?.usedFiles ?? []
    return files.first { address.hasSuffix("/\($0.path)") }.flatMap {
      PictureData.address($0.bytes, path: $0.path)
    }
  }

  /// The public pages beside the letters, so that their links to each other work.
  private func webPages(_ preview: Preview, _ files: URL) throws(Problem) {
    for letter in preview.source.composed?.letters ?? [] {
      try put(letter.pageName, Array(letter.page.utf8), files)
      for file in letter.usedFiles {
        let target = files.appending(path: file.path)
        try Files.makeFolder(target.deletingLastPathComponent())
        try Files.write(file.bytes, to: target)
      }
    }
  }

  private func put(_ name: String, _ bytes: [UInt8], _ folder: URL) throws(Problem) {
    try Files.write(bytes, to: folder.appending(path: name))
  }
}
