import Mail

/// Reads one item's file.
struct ItemParser {
  let file: SourceFile
  let name: FileName
  let shown: String
  let standard: Language
  let picture: (String) -> [UInt8]?
  private(set) var problems: [SourceProblem] = []

  init(
    file: SourceFile, name: FileName, shownPrefix: String, standard: Language,
    picture: @escaping (String) -> [UInt8]?
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
      matter = try FrontMatter(bytes: file.bytes, file: shown)
    } catch {
      problems.append(error)
      return nil
    }
    var head = HeadReader(file: shown, head: matter)
    defer { problems += head.problems }
    let title = head.required("title", "a title")
    let date = head.day("date")
    let held = head.day("held")
    let language = head.language(from: name, standard: standard)
    let link = head.link()
    let pin = head.pin()
    let isDraft = head.flag("draft")
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
      isTranslation: name.languageTag != nil, body: body, pictures: [:], lines: head.lines,
      bodyLine: matter.bodyLine, bodyText: matter.body)
    item.personalSummary = summary?.marked
    item.mergeProblems = (summary?.problems ?? []) + body.mergeProblems
    for case .image(let url, _) in body.references where LinkTarget(url) == .relative {
      item.pictures[url] = load(url, key: nil, &head)
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
    var place = file.folder + path
    var found = picture(place)
    if found == nil {
      place = path
      found = picture(path)
    }
    guard let bytes = found else {
      head.problem(
        key, "there is no picture \"\(path.prefix(80))\" beside this file or in the folder above")
      return nil
    }
    do {
      return try Picture(path: "images/" + Self.safeName(place), bytes: bytes)
    } catch {
      head.problem(key, "\(path.prefix(80)): \(error)")
      return nil
    }
  }

  /// A picture's path as one file name that can stand in any address.
  private static func safeName(_ path: String) -> String {
    var parts = path.split(separator: "/").filter { $0 != "." && $0 != ".." }
    if parts.count > 1, parts.first == "images" { parts.removeFirst() }
    return String(
      parts.joined(separator: "-").map {
        $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) ? $0 : "-"
      })
  }
}
