package import FoundationEssentials
package import Mail

/// Reads `members/*.md`; what is wrong in one file never stops the others.
package enum MemberReader {
  package struct Result: Sendable {
    package var members: [MemberEntry]
    package var problems: [SourceProblem]
  }

  static let keys: Set<String> = [
    "name", "short", "country", "languages", "site", "activities", "lang",
  ]

  /// Reads the folder; members come in the order of their files' names.
  package static func read(directory: URL, standard: Language = .english) -> Result {
    let folder = SourceFolder(directory)
    var problems: [SourceProblem] = []
    let files = folder.markdownFiles(problems: &problems)
    var result = read(files: files, standard: standard, shownPrefix: folder.shownPrefix)
    result.problems = problems + result.problems
    return result
  }

  /// Reads members from files in memory.
  package static func read(
    files: [SourceFile], standard: Language = .english, shownPrefix: String = ""
  ) -> Result {
    var result = Result(members: [], problems: [])
    let named = files.compactMap { file in FileName(file.name).map { (file, $0) } }
    for (file, name) in named where !name.isTranslation {
      let member = original(file, name, shownPrefix, standard, &result.problems)
      guard let member else { continue }
      let other = result.members.first { $0.key == member.key || $0.isMeant(by: member.short) }
      if let other {
        let message = "\(other.original.file) is a member of the same name; give another short:"
        result.problems.append(
          SourceProblem(file: shownPrefix + file.path, line: 1, key: "short", message))
        continue
      }
      result.members.append(member)
    }
    for (file, name) in named where name.isTranslation {
      guard let index = result.members.firstIndex(where: { $0.key == name.id }) else {
        let message = "this translation has no original beside it: expected \(name.id).md"
        result.problems.append(
          SourceProblem(file: shownPrefix + file.path, line: 1, message, level: .warning))
        continue
      }
      let member = result.members[index]
      if let text = translation(file, name, shownPrefix, member.original, &result.problems) {
        result.members[index].translations[text.language] = text
      }
    }
    return result
  }

  private static func original(
    _ file: SourceFile, _ name: FileName, _ prefix: String, _ standard: Language,
    _ problems: inout [SourceProblem]
  ) -> MemberEntry? {
    guard var head = head(file, prefix, &problems) else { return nil }
    defer { problems += head.problems }
    head.warnUnknown(keys)
    let language = head.language(from: name, standard: standard)
    let site = head.link("site")
    let languages = head.list("languages")
    for text in languages where Language(text) == nil {
      head.problem(
        "languages", "\"\(text.prefix(40))\" is no tag of a language; expected some such as ko, en",
        level: .warning)
    }
    guard let full = head.required("name", "the network's name") else { return nil }
    return MemberEntry(
      key: name.id, short: head.text("short") ?? full, country: head.text("country") ?? "",
      languages: languages, site: site,
      original: text(&head, language, full, head.list("activities")), translations: [:])
  }

  /// A translation takes over from its original what it does not say itself.
  private static func translation(
    _ file: SourceFile, _ name: FileName, _ prefix: String, _ original: MemberEntry.Text,
    _ problems: inout [SourceProblem]
  ) -> MemberEntry.Text? {
    guard var head = head(file, prefix, &problems) else { return nil }
    defer { problems += head.problems }
    head.warnUnknown(keys)
    let language = head.language(from: name, standard: original.language)
    return text(
      &head, language, head.text("name") ?? original.name, head.list("activities"))
  }

  private static func head(
    _ file: SourceFile, _ prefix: String, _ problems: inout [SourceProblem]
  ) -> HeadReader? {
    let shown = prefix + file.path
    do {
      // The singular is a slip that is told as an unknown key.
      let lists: Set = ["languages", "activities", "activity"]
      return HeadReader(
        file: shown, head: try FrontMatter(bytes: file.bytes, file: shown, lists: lists))
    } catch {
      problems.append(error)
      return nil
    }
  }

  private static func text(
    _ head: inout HeadReader, _ language: Language, _ name: String, _ activities: [String]
  ) -> MemberEntry.Text {
    let body = MarkdownReader.read(head.head.body, firstLine: head.head.bodyLine)
    head.add(body.remarks)
    return MemberEntry.Text(
      language: language, file: head.file, name: name, activities: activities, body: body,
      bodyText: head.head.body)
  }
}
