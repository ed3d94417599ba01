import Foundation

/// What languages are called, in English and by those who speak them.
enum LanguageLabel {
  static func english(_ tag: String) -> String {
    Locale(identifier: "en").localizedString(forIdentifier: tag) ?? tag
  }

  static func own(_ tag: String) -> String {
    Locale(identifier: tag).localizedString(forIdentifier: tag) ?? tag
  }
}
