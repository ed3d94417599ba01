package import FoundationEssentials
package import Mail

/// Reads the events of a folder.
package struct EventReader: Sendable {
  package struct Result: Sendable {
    package var events: [Event]
    package var problems: [SourceProblem]
  }

  static let keys: Set<String> = ["title", "starts", "ends", "place", "link", "lang"]

  /// Reads a folder such as `events/` with everything below it.
  package static func read(directory: URL, standard: Language = .english) -> Result {
    let folder = SourceFolder(directory)
    var problems: [SourceProblem] = []
    let files = folder.markdownFiles(problems: &problems)
    var result = read(files: files, standard: standard, shownPrefix: folder.shownPrefix)
    result.problems = problems + result.problems
    return result
  }

  /// Reads events from files in memory.
  package static func read(
    files: [SourceFile], standard: Language = .english, shownPrefix: String = ""
  ) -> Result {
    var result = Result(events: [], problems: [])
    var originals: [String: Event] = [:]
    var names: [String: String] = [:]
    let named = files.compactMap { file in FileName(file.name).map { (file, $0) } }
    let isFirst = { (name: FileName) in name.languageTag == nil }
    for (file, name) in named.filter({ isFirst($0.1) }) + named.filter({ !isFirst($0.1) }) {
      let original = isFirst(name) ? nil : originals[file.folder + name.id]
      let event = parse(
        file, name, shownPrefix + file.path, standard, original, &result.problems)
      guard let event else { continue }
      if isFirst(name) {
        if let other = names[name.id] {
          result.problems.append(
            SourceProblem(
              file: event.file, line: 1, "\(other) has the same name; rename one of them"))
          continue
        }
        names[name.id] = event.file
        originals[file.folder + name.id] = event
      }
      result.events.append(event)
    }
    result.events.sort { ($0.id, $0.language) < ($1.id, $1.language) }
    return result
  }

  private static func parse(
    _ file: SourceFile, _ name: FileName, _ shown: String, _ standard: Language,
    _ original: Event?, _ problems: inout [SourceProblem]
  ) -> Event? {
    let matter: FrontMatter
    do {
      matter = try FrontMatter(bytes: file.bytes, file: shown)
    } catch {
      problems.append(error)
      return nil
    }
    var head = HeadReader(file: shown, head: matter)
    defer { problems += head.problems }
    let title = head.title()
    let starts = head.eventDay("starts") ?? (head.text("starts") == nil ? original?.starts : nil)
    let ends = head.eventDay("ends") ?? (head.text("ends") == nil ? original?.ends : nil)
    let language = head.language(from: name, standard: standard)
    let link = head.link()
    head.warnUnknown(keys)
    let body = MarkdownReader.read(matter.body, firstLine: matter.bodyLine)
    head.add(body.remarks)
    guard let title, let starts else {
      if head.text("starts") == nil {
        head.problem("starts", "the first day is missing: expected one such as 2019-10-23")
      }
      return nil
    }
    if let ends, ends.last < starts.first {
      head.problem("ends", "\(ends) is before the event starts (\(starts))")
      return nil
    }
    return Event(
      id: name.id, language: language, file: shown, title: title, starts: starts,
      ends: ends ?? starts, place: head.text("place") ?? original?.place,
      link: link ?? original?.link, isTranslation: name.languageTag != nil, body: body,
      lines: head.lines, bodyLine: matter.bodyLine, bodyText: matter.body)
  }
}
