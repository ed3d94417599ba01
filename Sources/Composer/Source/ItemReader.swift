package import FoundationEssentials
package import Mail

/// Gives the bytes of a picture by its path below the folder.
package typealias PictureSource = (String) throws(SourceFileError) -> [UInt8]

/// Reads the news items of a folder; what is wrong in one file never stops the others.
package struct ItemReader: Sendable {
  package struct Result: Sendable {
    package var items: [Item]
    package var problems: [SourceProblem]
  }

  static let keys: Set<String> = [
    "title", "date", "summary", "image", "alt", "link", "section", "member", "place", "held",
    "lang", "pin", "draft", "include",
  ]

  /// Reads a folder such as `news/` with everything below it.
  ///
  /// - Parameters:
  ///   - directory: The folder; pictures are looked for beside the file, then from here.
  ///   - standard: The language of files that name none.
  /// - Returns: Items in the order of their paths, drafts among them, and what is wrong.
  package static func read(directory: URL, standard: Language = .english) -> Result {
    let folder = SourceFolder(directory)
    var problems: [SourceProblem] = []
    let files = folder.markdownFiles(problems: &problems)
    var result = read(
      files: files, standard: standard, shownPrefix: folder.shownPrefix, picture: folder.read)
    result.problems = problems + result.problems
    return result
  }

  /// Reads items from files in memory.
  package static func read(
    files: [SourceFile], standard: Language = .english, shownPrefix: String = "",
    picture: @escaping PictureSource = { _ throws(SourceFileError) in throw .missing }
  ) -> Result {
    var originals: [String: Item] = [:]
    // A name makes one story of an item and its translations, so it may be used once.
    var names: [String: String] = [:]
    var result = Result(items: [], problems: [])
    var translations: [(SourceFile, FileName)] = []
    for file in files {
      guard let name = FileName(file.name) else { continue }
      if name.isTranslation {
        translations.append((file, name))
        continue
      }
      var parser = ItemParser(
        file: file, name: name, shownPrefix: shownPrefix, standard: standard, picture: picture)
      if let item = parser.parse(original: nil) {
        if let other = names[item.id] {
          parser.note("\(other) has the same name; rename one of them", level: .error)
        } else {
          names[item.id] = item.file
          originals[file.folder + item.id] = item
          result.items.append(item)
        }
      }
      result.problems += parser.problems
    }
    for (file, name) in translations {
      let original = originals[file.folder + name.id]
      var parser = ItemParser(
        file: file, name: name, shownPrefix: shownPrefix, standard: standard, picture: picture)
      if let item = parser.parse(original: original) {
        if original?.language == item.language {
          parser.note("the original is already in \(item.language); this file is not used")
        } else if original == nil, let other = names[item.id] {
          parser.note("\(other) has the same name; rename one of them", level: .error)
        } else {
          result.items.append(item)
        }
      }
      result.problems += parser.problems
    }
    result.items.sort { ($0.id, $0.language) < ($1.id, $1.language) }
    return result
  }
}
