import Composer
import Foundation
import Mail

/// Reads what `solstice.yml` says of editions: pictures, fall-backs, own periods, previewers.
struct EditionSettings {
  let root: YAMLReader

  /// `pictures: embedded`, `hosted` (below the site), or an address that they are hosted below.
  func pictures(site: String?) throws(Problem) -> PictureDelivery {
    switch try root.text("pictures") {
    case nil, "embedded": return .embedded
    case "hosted":
      guard let site else {
        throw root.problem(
          "pictures", "hosted pictures lie below network.site_url:, which is not set.")
      }
      return .hosted(base: site)
    case .some(let text):
      guard Self.isWebAddress(text) else {
        throw root.problem(
          "pictures",
          "“\(text)” is neither embedded nor hosted, nor the address (https://…) to host them below."
        )
      }
      return .hosted(base: text)
    }
  }

  /// `fallbacks: {zh-Hant: [zh-Hans]}`: where to look for an item before the standard language.
  func fallbacks() throws(Problem) -> [Language: [Language]] {
    guard let section = try root.section("fallbacks") else { return [:] }
    var fallbacks: [Language: [Language]] = [:]
    for key in section.keys {
      guard let language = Language(key) else {
        throw section.problem(key, "“\(key)” is no language; expected a tag such as zh-Hant.")
      }
      let texts = try section.list(key)
      guard !texts.isEmpty else {
        throw section.problem(key, "expected a list of languages such as [zh-Hans].")
      }
      var others: [Language] = []
      for text in texts {
        guard let other = Language(text) else {
          throw section.problem(key, "“\(text)” is no language; expected a tag such as zh-Hans.")
        }
        guard other != language else {
          throw section.problem(key, "\(language) can't fall back to itself.")
        }
        if !others.contains(other) { others.append(other) }
      }
      fallbacks[language] = others
    }
    return fallbacks
  }

  /// `periods: {spring-2019: {from: 2019-03-01, to: 2019-05-31, title: Spring letter}}`.
  func periods() throws(Problem) -> [NamedPeriod] {
    guard let section = try root.section("periods") else { return [] }
    var periods: [NamedPeriod] = []
    for name in section.keys {
      guard NamedPeriod.isName(name) else {
        throw section.problem(
          name,
          "a period's name begins with a small letter and has 2 to 40 small letters, digits and "
            + "hyphens, such as spring-2019.")
      }
      guard let period = try section.section(name) else {
        throw section.problem(name, "expected from: and to: below it, and title: if you like.")
      }
      let first = try day(period, "from")
      let last = try day(period, "to")
      guard first <= last else {
        throw period.problem("to", "\(last) is before the first day, \(first).")
      }
      guard
        let named = NamedPeriod(name: name, first: first, last: last, titles: try titles(period))
      else { continue }
      periods.append(named)
    }
    return periods
  }

  /// One title for every language, or one for each.
  private func titles(_ period: YAMLReader) throws(Problem) -> [Language: String] {
    guard period.isSection("title"), let section = try period.section("title") else {
      guard let text = try period.text("title") else { return [:] }
      let title = try self.title(text, "title", period)
      return Dictionary(try languages().map { ($0, title) }) { first, _ in first }
    }
    var titles: [Language: String] = [:]
    for key in section.keys {
      guard let language = Language(key) else {
        throw section.problem(key, "“\(key)” is no language; expected a tag such as ja.")
      }
      if let text = try section.text(key) { titles[language] = try title(text, key, section) }
    }
    return titles
  }

  private func title(
    _ text: String, _ key: String, _ section: YAMLReader
  ) throws(Problem) -> String {
    guard text.count <= 100, !text.contains(where: \.isNewline) else {
      throw section.problem(key, "a title is one line of at most 100 characters.")
    }
    return text
  }

  private func day(_ period: YAMLReader, _ key: String) throws(Problem) -> CalendarDay {
    let text = try period.required(key, "a day such as 2019-03-01")
    guard let day = CalendarDay(parsing: text) else {
      throw period.problem(key, "“\(text)” is no day; expected one such as 2019-03-01.")
    }
    return day
  }

  func pdf() throws(Problem) -> PDFChoice {
    guard let text = try root.text("pdf") else { return .auto }
    guard let choice = PDFChoice(rawValue: text) else {
      throw root.problem("pdf", "“\(text)” is neither auto, chromium nor weasyprint.")
    }
    return choice
  }

  func previewers() throws(Problem) -> [Mailbox] {
    var previewers: [Mailbox] = []
    for text in try root.list("previewers") {
      do {
        let mailbox = try Mailbox(parsing: text)
        if !previewers.contains(mailbox) { previewers.append(mailbox) }
      } catch {
        throw root.problem("previewers", "“\(text)” is no mail address: \(error.reason).")
      }
    }
    return previewers
  }

  /// The languages that letters are written in; the first is the standard one.
  func languages() throws(Problem) -> [Language] {
    let texts = try root.list("languages")
    guard !texts.isEmpty else { return [.english] }
    var languages: [Language] = []
    for text in texts {
      guard let language = Language(text) else {
        throw root.problem("languages", "“\(text)” is no language; expected tags such as en, ja.")
      }
      if !languages.contains(language) { languages.append(language) }
    }
    return languages
  }

  /// What else may be doubtful: keys below these sections that nobody knows.
  func remarks() throws(Problem) -> [String] {
    guard let section = try root.section("periods") else { return [] }
    var remarks: [String] = []
    for name in section.keys {
      remarks += try section.section(name)?.unknownKeys(besides: ["from", "to", "title"]) ?? []
    }
    return remarks
  }

  static func isWebAddress(_ text: String) -> Bool {
    guard text.hasPrefix("https://") || text.hasPrefix("http://"), let url = URL(string: text)
    else { return false }
    return url.host() != nil
  }
}
