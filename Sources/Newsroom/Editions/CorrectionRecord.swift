import Foundation
import Storage

/// What `correct` notes beside a correction's texts: which letter they set right.
struct CorrectionRecord: FolderRecord {
  static let fileName = "correction.json"

  let mailing: String
  let from: Int
  let to: Int
  /// The day that the correction bears.
  let date: String
  let languages: [String]

  var correction: Approval.Correction { Approval.Correction(mailing: mailing, from: from, to: to) }
}
