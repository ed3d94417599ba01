import Composer
import Foundation

/// What `compose` notes beside an edition, so that approval can tell whether anything changed.
struct EditionRecord: FolderRecord {
  static let fileName = "edition.json"

  let period: String
  /// The day that the letter bears.
  let date: String
  /// SHA-256 of everything that readers get, all languages together.
  let contentHash: String
  let languages: [String]
  /// Whether the letters link to a PDF; an edition of before that was known has none.
  var hasPDF: Bool?
  /// What the archive and the feed tell of it.
  var archived: ArchivedEdition?
}
