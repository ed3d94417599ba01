import Composer
import Foundation
import Mail
import Storage

/// The letters that a preview is of: what was approved where nothing has changed, else the draft.
struct PreviewSource: Sendable {
  /// How the letters stand to what was approved.
  enum Standing: String, Sendable {
    case draft
    /// What was approved, and the news still make the same.
    case approved
    /// The draft, which is no longer what was approved.
    case changed
    /// What was approved; there is nothing to compose it from.
    case kept
  }

  let name: String
  let standing: Standing
  let mailing: MailingSummary?
  /// The standard language first.
  let contents: [Approval.Content]
  let contentHash: [UInt8]
  let composed: EditionComposer.Composed?
  /// Why there is no draft beside what was approved.
  var remark: String?

  static func find(_ name: String, office: Office) throws(Problem) -> Self {
    let store = MailingStore(database: office.database)
    let mailing = try attempt { try store.mailing(named: name) }
    let period: Period
    do {
      period = try office.period(name)
    } catch {
      guard let mailing else { throw error }
      return try kept(mailing, store, office, remark: nil)
    }
    let composer = EditionComposer(office: office)
    guard let mailing else {
      let composed = try composer.compose(period)
      return Self(name, .draft, nil, composed)
    }
    do {
      let folder = office.workspace.editions.appending(path: period.description)
      let day = EditionRecord.read(folder).flatMap { CalendarDay(parsing: $0.date) }
      let composed = try composer.compose(period, date: day)
      if composed.contentHash == mailing.contentHash {
        return Self(name, .approved, mailing, composed)
      }
      return Self(name, .changed, mailing, try composer.compose(period))
    } catch {
      // An approved edition is whole without its news.
      return try kept(mailing, store, office, remark: error.message)
    }
  }

  private init(
    _ name: String, _ standing: Standing, _ mailing: MailingSummary?,
    _ composed: EditionComposer.Composed
  ) {
    self.name = name
    self.standing = standing
    self.mailing = mailing
    self.composed = composed
    contents = composed.letters.map {
      Approval.Content(language: $0.language.tag, subject: $0.subject, message: $0.message)
    }
    contentHash = composed.contentHash
  }

  private init(
    kept mailing: MailingSummary, contents: [Approval.Content], remark: String?
  ) {
    name = mailing.name
    standing = .kept
    self.mailing = mailing
    composed = nil
    self.contents = contents
    contentHash = mailing.contentHash
    self.remark = remark
  }

  private static func kept(
    _ mailing: MailingSummary, _ store: MailingStore, _ office: Office, remark: String?
  ) throws(Problem) -> Self {
    let all = try attempt { try store.contents(ofMailing: mailing.id).letters }
    let standard = office.configuration.publication.standardLanguage.tag
    return Self(
      kept: mailing,
      contents: all.filter { $0.language == standard } + all.filter { $0.language != standard },
      remark: remark)
  }

  var languages: [String] { contents.map(\.language) }
  var choice: LanguageChoice { LanguageChoice(languages) }

  /// The languages asked for; fails where the mailing does not have one.
  func languages(asked: String?) throws(Problem) -> [String] {
    guard let asked, asked != "all" else { return languages }
    guard let same = languages.first(where: { $0.lowercased() == asked.lowercased() }) else {
      throw Problem(
        .usage, "\(name) is not in “\(asked)”; it is in \(languages.joined(separator: ", ")).")
    }
    return [same]
  }
}
