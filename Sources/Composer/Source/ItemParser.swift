import Mail

/// Reads one item's file.
struct ItemParser {
  let file: SourceFile
  let name: FileName
  let shown: String
  let standard: Language
  let picture: PictureSource
  private(set) var problems: [SourceProblem] = []

  init(
    file: SourceFile, name: FileName, shownPrefix: String, standard: Language,
    picture: @escaping PictureSource
  ) {
    self.file = file
    self.name = name
    shown = shownPrefix + file.path
    self.standard = standard
    self.picture = picture
  }

  mutating func note(_ message: String, level: SourceProblem.Level = .warning) {
    problems.append(SourceProblem(file: shown, line: 1, message, level: level))
  }

  /// Reads the item; a translation takes over from its original what it does not say itself.
  mutating func parse(original: Item?) -> Item? {
    let matter: FrontMatter
    do {
      matter = try FrontMatter(bytes: file.bytes, file: shown, lists: ["include"])
    } catch {
      problems.append(error)
      return nil
    }
    var head = HeadReader(file: shown, head: matter)
    defer { problems += head.problems }
    let title = head.title()
    let date = head.day("date")
    let held = head.day("held")
    let language = head.language(from: name, standard: standard)
    let link = head.link()
    let pin = head.pin()
    let isDraft = head.flag("draft")
    let include = head.list("include")
    head.warnUnknown(ItemReader.keys)
    let body = MarkdownReader.read(
      matter.body, firstLine: matter.bodyLine, isPersonal: true)
    head.add(body.remarks)
    if name.languageTag != nil, original == nil {
      head.problem(
        nil, "this translation has no original beside it: expected \(file.folder)\(name.id).md",
        level: .warning)
    }
    // A date that is written but impossible is told above; the name does not stand in for it.
    guard let title, let day = date ?? (head.text("date") == nil ? original?.date ?? name.day : nil)
    else {
      if head.text("date") == nil, title != nil {
        head.problem("date", "the date is missing: expected one such as 2019-03-21")
      }
      return nil
    }
    let summary = head.text("summary").map {
      MergeSyntax($0, firstLine: head.lines["summary"] ?? 1)
    }
    let image = self.image(&head)
    var item = Item(
      id: name.id, language: language, file: shown, title: title, date: day,
      held: held ?? original?.held, summary: summary.map { MergeFilter.everybody.whole($0.marked) },
      place: head.text("place") ?? original?.place,
      section: head.text("section") ?? original?.section,
      member: head.text("member") ?? original?.member, link: link ?? original?.link,
      image: image ?? original?.image, alt: head.text("alt") ?? original?.alt,
      pin: pin ?? original?.pin, isDraft: isDraft || original?.isDraft == true,
      include: include.isEmpty ? original?.include ?? [] : include,
      isTranslation: name.languageTag != nil, body: body, pictures: [:], lines: head.lines,
      bodyLine: matter.bodyLine, bodyText: matter.body)
    item.personalSummary = summary?.marked
    item.mergeProblems = (summary?.problems ?? []) + body.mergeProblems
    for case .image(let url, _) in body.references where item.pictures[url] == nil {
      if LinkTarget(url) == .relative {
        item.pictures[url] = load(url, key: nil, &head)
      } else {
        head.problem(
          nil, "\(url.prefix(80)) is not shown: a picture must be a file of ours, in news/images/",
          level: .warning, line: line(of: url, head))
      }
    }
    if let original, item.image != nil, item.alt != nil, head.text("alt") == nil,
      original.language != language
    {
      head.problem(
        "alt", "the picture's description is in \(original.language); write alt: in \(language)",
        level: .warning)
    }
    return item
  }

  private func image(_ head: inout HeadReader) -> Picture? {
    guard let path = head.text("image") else { return nil }
    guard LinkTarget(path) == .relative else {
      head.problem("image", "\"\(path.prefix(80))\": expected a file of ours, such as images/a.png")
      return nil
    }
    return load(path, key: "image", &head)
  }

  private func load(_ path: String, key: String?, _ head: inout HeadReader) -> Picture? {
    let short = path.prefix(80)
    do {
      let (place, bytes) = try find(path)
      return try Picture(path: Picture.path(for: place, bytes), bytes: bytes)
    } catch let error as SourceFileError {
      head.problem(
        key,
        error == .missing
          ? "there is no picture \"\(short)\" beside this file or in the folder above"
          : "\(short): \(error)", line: key == nil ? line(of: path, head) : nil)
    } catch {
      head.problem(key, "\(short): \(error)", line: key == nil ? line(of: path, head) : nil)
    }
    return nil
  }

  /// Beside the item's file, else from the folder above all.
  private func find(_ path: String) throws(SourceFileError) -> (String, [UInt8]) {
    do {
      return (file.folder + path, try picture(file.folder + path))
    } catch {
      // Another reason than absence is the one to tell.
      guard case .missing = error, !file.folder.isEmpty else { throw error }
      return (path, try picture(path))
    }
  }

  /// The line of the text on which a picture's address stands.
  private func line(of path: String, _ head: HeadReader) -> Int {
    let rows = head.head.body.split(separator: "\n", omittingEmptySubsequences: false)
    return head.head.bodyLine + (rows.firstIndex { $0.contains(path) } ?? 0)
  }
}
