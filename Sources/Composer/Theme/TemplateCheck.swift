import Mail
import Mustache

/// Finds in a theme's templates what would come out empty, wrong or without end.
struct TemplateCheck {
  struct File {
    /// As messages call it, such as `igpn/card.html.mustache`.
    let shown: String
    let tags: [TemplateTag]
    let isText: Bool
  }

  /// Templates by the names that `{{>` calls them.
  private var files: [String: File] = [:]
  /// Languages and the phrases that they have.
  private let phrases: [Language: Set<String>]
  private(set) var problems: [SourceProblem] = []
  private var told: Set<String> = []
  private var visited: Set<[String]> = []
  /// Templates whose structure is whole; only these are given to the renderer.
  private(set) var sound: Set<String> = []

  static let maximumNesting = 40

  init(phrases: [Language: Phrases]) {
    self.phrases = phrases.mapValues { Set($0.texts.keys).union(Phrases.requiredTexts) }
  }

  /// Takes a template in and checks what can be told of it alone.
  mutating func add(_ text: String, name: String, shown: String) {
    let (tags, problem) = TemplateTag.read(text, file: shown)
    let file = File(shown: shown, tags: tags, isText: name.hasSuffix(".txt"))
    files[name] = file
    if let problem { problems.append(problem) }
    let isWhole = checkStructure(file) && problem == nil
    checkSettings(file)
    if isWhole { sound.insert(name) }
  }

  /// Follows every template from its start through its sections and partials.
  mutating func finish(mains: [String]) {
    for name in mains where files[name] != nil {
      walk(name, path: [ViewContext.letter], chain: [name], isNote: Self.isApart(name))
    }
    // A part that nobody uses is checked as if it stood in a story.
    let used = Set(visited.compactMap(\.first))
    for name in files.keys.sorted() where !used.contains(name) {
      walk(
        name, path: [ViewContext.letter, "section", "story"], chain: [name],
        isNote: Self.isApart(name))
    }
    problems.sort { ($0.file, $0.line) < ($1.file, $1.line) }
  }

  /// Small letters and the archive, which have names of their own and no stories.
  private static func isApart(_ name: String) -> Bool {
    name.hasPrefix("note.") || name.hasPrefix("archive.")
  }

  private mutating func report(
    _ file: File, _ line: Int, key: String? = nil, _ message: String,
    level: SourceProblem.Level = .error
  ) {
    guard told.insert("\(file.shown) \(line) \(key ?? "") \(message)").inserted else { return }
    problems.append(
      SourceProblem(file: file.shown, line: line, key: key, message, level: level))
  }

  /// Sections that are closed in order, not too deep; signs that themes do without.
  private mutating func checkStructure(_ file: File) -> Bool {
    var open: [TemplateTag] = []
    let before = problems.count
    for tag in file.tags {
      switch tag.kind {
      case .section, .inverted:
        open.append(tag)
        if open.count == Self.maximumNesting + 1 {
          report(
            file, tag.line, "sections stand in each other more than \(Self.maximumNesting) deep")
          return false
        }
      case .end:
        guard let last = open.popLast() else {
          report(file, tag.line, key: tag.text, "this ends a section that was never begun")
          continue
        }
        if last.text != tag.text {
          report(
            file, tag.line, key: tag.text,
            "a section is closed by another name: {{#\(last.text)}} of line \(last.line) is open")
        }
      case .refused:
        report(
          file, tag.line, key: tag.text.shown,
          "themes do without this; use {{> name}} for parts, and theme.yml to build on a theme")
      default: break
      }
    }
    for tag in open {
      report(
        file, tag.line, key: tag.text, "a section is not closed; expected {{/\(tag.text)}}")
    }
    return problems.count == before
  }

  private mutating func checkSettings(_ file: File) {
    let isPlain = file.tags.contains {
      $0.kind == .setting && $0.text.filter { !$0.isWhitespace } == "CONTENT_TYPE:TEXT"
    }
    if file.isText, !isPlain, !file.tags.isEmpty {
      report(
        file, 1, "write {{% CONTENT_TYPE: TEXT}} on the first line, else & becomes &amp;",
        level: .warning)
    }
    for tag in file.tags where tag.kind == .setting && !file.isText {
      report(
        file, tag.line, key: tag.text.shown,
        "values in HTML are always escaped; take this line out")
    }
  }

  private mutating func walk(_ name: String, path: [String], chain: [String], isNote: Bool) {
    guard let file = files[name], visited.insert([name] + path).inserted else { return }
    var path = path
    var opened: [Bool] = []
    for tag in file.tags {
      switch tag.kind {
      case .value, .raw:
        checkName(tag, file, path, isNote)
        checkEscaping(tag, file, path)
      case .section, .inverted:
        checkName(tag, file, path, isNote)
        let inner = tag.kind == .section ? context(of: tag.name ?? "", file, path) : nil
        opened.append(inner != nil)
        if let inner { path.append(inner) }
      case .end:
        if opened.popLast() == true { path.removeLast() }
      case .partial:
        guard files[tag.text] != nil else {
          report(
            file, tag.line, key: tag.text,
            "there is no template \(tag.text).mustache"
              + NearestName.hint(tag.text, in: files.keys))
          continue
        }
        if chain.contains(tag.text) {
          let ring = (chain + [tag.text]).joined(separator: " → ")
          report(file, tag.line, key: tag.text, "templates include each other without end: \(ring)")
          sound.remove(tag.text)
          continue
        }
        walk(tag.text, path: path, chain: chain + [tag.text], isNote: isNote)
      case .comment, .setting, .refused: break
      }
    }
  }

  /// The context that a section opens; nil where it only asks whether there is something.
  private func context(of name: String, _ file: File, _ path: [String]) -> String? {
    let all = ViewContext.all(isText: file.isText)
    for place in path.reversed() {
      if let inner = all[place]?.inner[name] { return inner }
      if all[place]?.names.contains(name) == true { return nil }
    }
    return nil
  }

  private mutating func checkName(
    _ tag: TemplateTag, _ file: File, _ path: [String], _ isNote: Bool
  ) {
    for function in tag.functions where !Self.functions.contains(function) {
      report(
        file, tag.line, key: "\(function)()",
        "templates have no such function"
          + NearestName.hint(function, in: Self.functions))
    }
    guard let name = tag.name, !name.isEmpty, name != "." else {
      if tag.text.isEmpty { report(file, tag.line, "this tag names nothing") }
      return
    }
    let parts = name.split(separator: ".").map(String.init)
    if parts.first == "phrases" || path.last == "phrases" {
      let key = path.last == "phrases" ? name : parts.dropFirst().joined(separator: ".")
      if !key.isEmpty { checkPhrase(key, name, tag, file) }
      return
    }
    let all = ViewContext.all(isText: file.isText)
    let known = ViewNames.names(for: file.isText ? ".txt.mustache" : ".html.mustache")
      .union(isNote ? ViewNames.note.union(ViewNames.archive) : [])
    let first = parts.first ?? ""
    guard known.contains(first) else {
      report(
        file, tag.line, key: name,
        "no letter has a value of this name"
          + NearestName.hint(first, in: known.filter { !$0.contains(".") }))
      return
    }
    let owners = ViewContext.owners(of: first, isText: file.isText)
    let owner = path.last { all[$0]?.names.contains(first) == true }
    let isOfLetter = ViewNames.isOfLetter(first, isText: file.isText)
    guard !owners.isEmpty, !isNote, let inner = path.last, owner != inner else { return }
    let here = all[inner]?.title ?? "the letter"
    if owner == nil, !isOfLetter {
      report(
        file, tag.line, key: name,
        "only \(owners.joined(separator: " or ")) has this; here it is asked of \(here), and "
          + "comes out empty")
    } else if inner != ViewContext.letter, all[inner]?.isPartOfOuter != true {
      let outer = owner.flatMap { all[$0]?.title } ?? "the letter"
      report(
        file, tag.line, key: name,
        "\(here) has nothing of this name; what comes out is that of \(outer) around it",
        level: .warning)
    }
  }

  private mutating func checkPhrase(
    _ key: String, _ name: String, _ tag: TemplateTag, _ file: File
  ) {
    let missing = phrases.filter { !$0.value.contains(key) }.keys.sorted().map(\.tag)
    guard !missing.isEmpty || phrases.isEmpty else { return }
    if missing.count == phrases.count {
      let known = phrases.values.reduce(into: Set<String>()) { $0.formUnion($1) }
      report(
        file, tag.line, key: name,
        "no letter has a value of this name: there is no such phrase"
          + NearestName.hint(key, in: known))
    } else {
      report(
        file, tag.line, key: name,
        "the phrase is missing in \(missing.joined(separator: ", "))")
    }
  }

  private mutating func checkEscaping(_ tag: TemplateTag, _ file: File, _ path: [String]) {
    guard !file.isText, let name = tag.name else { return }
    let last = name.split(separator: ".").last.map(String.init) ?? name
    let isHTML = ViewContext.htmlValues.contains(last) || (name == "." && path.last == "style")
    if tag.kind == .raw, !isHTML {
      report(
        file, tag.line, key: name,
        "people's text must be escaped; write {{\(name)}}")
    } else if tag.kind == .value, last == "body" {
      report(
        file, tag.line, key: name, "this is HTML, and would show its tags; write {{{\(name)}}}")
    }
  }

  private static let functions: Set<String> = [
    "first", "last", "index", "even", "odd", "count", "empty", "reversed", "sorted", "capitalized",
    "lowercased", "uppercased", "plusone", "minusone", "equalzero",
  ]

  /// What the renderer says of a template that it can't read.
  static func problem(_ error: any Error, file: String) -> SourceProblem {
    guard let error = error as? MustacheTemplate.ParserError else {
      return SourceProblem(file: file, line: 1, "the template can't be read: \(error)")
    }
    let reason =
      switch error.error as? MustacheTemplate.Error {
      case .sectionCloseNameIncorrect: "a section is closed by another name than it was opened"
      case .expectedSectionEnd: "a section is not closed"
      case .unfinishedName: "a name has a sign in it that names do not have"
      default: "\(error.error)"
      }
    return SourceProblem(
      file: file, line: error.context.lineNumber,
      "\(reason), near \"\(error.context.line.shown)\"")
  }
}
