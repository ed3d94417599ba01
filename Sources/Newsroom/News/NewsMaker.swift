import Composer
import Foundation
import Mail

/// `news new`: starts an item's file, or that of a translation; never touches one that is there.
package struct NewsMaker: Sendable {
  package struct Request: Sendable {
    package var title: String
    package var date: String?
    package var member: String?
    package var section: String?
    package var place: String?

    package init(
      title: String, date: String? = nil, member: String? = nil, section: String? = nil,
      place: String? = nil
    ) {
      self.title = title
      self.date = date
      self.member = member
      self.section = section
      self.place = place
    }
  }

  /// What was made.
  package struct Made: Sendable {
    package let file: String
    package let period: String
    package var note: String?
  }

  let office: Office

  package init(office: Office) {
    self.office = office
  }

  /// Writes `news/YEAR/DATE-slug.md`.
  package func make(_ request: Request) throws(Problem) -> Made {
    let title = try line(request.title, "The title", limit: HeadReader.longestTitle)
    let day = try self.day(request.date)
    let members = Sources.read(office).members
    let member = try request.member.map { (word) throws(Problem) in try known(word, members) }
    let section = try request.section.map { (key) throws(Problem) in try known(key) }
    let place = try request.place.map { (text) throws(Problem) in
      try line(text, "The place", limit: HeadReader.longestTitle)
    }
    let draft = ItemDraft(
      title: title, date: day, member: member?.short, section: section, place: place)
    let slug = ItemSlug.make(of: title, otherwise: member?.key ?? "news")
    let folder = office.workspace.news.appending(
      path: String(day.description.prefix(4)), directoryHint: .isDirectory)
    try Files.makeFolder(folder)
    let taken = names()
    var number = 1
    while number < 1000 {
      let name = "\(day)-\(slug)\(number == 1 ? "" : "-\(number)")"
      number += 1
      guard !taken.contains(name.lowercased()) else { continue }
      let file = folder.appending(path: name + ".md")
      // Another program may have made it since.
      guard try Files.writeNew(draft.text.utf8, to: file) else { continue }
      return Made(file: office.workspace.shown(file), period: period(of: day))
    }
    throw Problem(.cannotWrite, "There are 999 items of that name; give it another title.")
  }

  /// Writes `ITEM.LANGUAGE.md` beside an item, which is named by its file, or that file's name with
  /// or without its ending.
  package func translate(_ word: String, language tag: String) throws(Problem) -> Made {
    guard let language = Language(tag) else {
      throw Problem(
        .badData, "“\(tag.prefix(40))” is no language; expected a tag such as ja, ko or zh-Hans.")
    }
    let sources = Sources.read(office)
    let item = try original(word, sources)
    let variants = sources.items.filter { $0.id == item.id }
    if let other = variants.first(where: { $0.language == language }) {
      throw Problem(.cannotWrite, "\(other.file) is there already; nothing was changed.")
    }
    let source = office.workspace.directory.appending(path: item.file)
    let matter: FrontMatter
    do {
      matter = try FrontMatter(
        bytes: try Files.read(source, what: "The item"), file: item.file, lists: ["include"])
    } catch let problem as SourceProblem {
      throw Problem(.badData, problem.description)
    } catch {
      throw Problem.from(error)
    }
    let file = source.deletingLastPathComponent().appending(path: "\(item.id).\(language).md")
    let draft = TranslationDraft(
      original: matter, name: source.lastPathComponent, language: language)
    guard try Files.writeNew(draft.text.utf8, to: file) else {
      throw Problem(
        .cannotWrite, "\(office.workspace.shown(file)) is there already; nothing was changed.")
    }
    var made = Made(file: office.workspace.shown(file), period: period(of: item.date))
    let languages = office.configuration.publication.languages
    if !languages.contains(language) {
      made.note =
        "\(language) is not among languages: in solstice.yml "
        + "(\(languages.map(\.tag).joined(separator: ", "))), so no letter shows it yet."
    }
    return made
  }

  private func original(_ word: String, _ sources: Sources) throws(Problem) -> Item {
    let found = sources.items.filter { item in
      item.file == word || item.id == word || item.file.hasSuffix("/" + word)
    }
    if let first = found.first {
      return sources.items.first { $0.id == first.id && !$0.isTranslation } ?? first
    }
    let broken = sources.errors.filter { $0.file == word || $0.file.hasSuffix("/\(word).md") }
    guard broken.isEmpty else {
      throw Problem(
        .badData,
        broken.map(\.description).joined(separator: "\n") + "\nMend the item, then translate it.")
    }
    throw Problem(
      .missingInput,
      "There is no item “\(word.prefix(120))”. Name its file, or see: solstice news list")
  }

  private func day(_ text: String?) throws(Problem) -> CalendarDay {
    guard let text else { return try office.today() }
    guard let day = CalendarDay(parsing: text) else {
      throw Problem(.badData, "“\(text.prefix(40))” is no day; expected one such as 2019-03-21.")
    }
    return day
  }

  private func known(_ word: String, _ members: [MemberEntry]) throws(Problem) -> MemberEntry {
    if let member = members.first(where: { $0.isMeant(by: word) }) { return member }
    let names = members.map(\.short).joined(separator: ", ")
    throw Problem(
      .badData,
      "There is no member “\(word.prefix(40))”. "
        + (names.isEmpty ? "members/ has none yet." : "Known are \(names)."))
  }

  private func known(_ section: String) throws(Problem) -> String {
    let publication = office.configuration.publication
    let theme = try EditionComposer(office: office).theme()
    let words = theme.phrases(for: publication.standardLanguage)?.sectionKeys ?? []
    let known = words.union(publication.sections).union(["news"]).sorted()
    guard known.contains(section) else {
      throw Problem(
        .badData,
        "There is no section “\(section.prefix(40))”. Known are \(known.joined(separator: ", ")); "
          + "add others to sections: in solstice.yml.")
    }
    return section
  }

  private func line(_ text: String, _ what: String, limit: Int) throws(Problem) -> String {
    let words = CleanText.clean(text).split(whereSeparator: \.isWhitespace)
    let line = words.joined(separator: " ")
    guard !line.isEmpty else { throw Problem(.badData, "\(what) is empty.") }
    guard line.count <= limit else {
      throw Problem(.badData, "\(what) has \(line.count) characters; write at most \(limit).")
    }
    return line
  }

  /// The names that items and translations have, wherever they lie: a name may be used once.
  private func names() -> Set<String> {
    let path = Files.path(office.workspace.news)
    let files = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    return Set(
      files.filter { $0.hasSuffix(".md") }.map { file in
        let name = file.split(separator: "/").last ?? ""
        return name.prefix { $0 != "." }.lowercased()
      })
  }

  private func period(of day: CalendarDay) -> String {
    let own = office.configuration.periods.first { $0.first <= day && day <= $0.last }
    return own?.name ?? "\(day.description.prefix(4))-H\(day.month <= 6 ? 1 : 2)"
  }
}
