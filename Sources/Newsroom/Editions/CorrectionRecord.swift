import Foundation
import Storage

/// What `correct` notes beside a correction's texts: which letter they set right.
struct CorrectionRecord: Codable {
  static let fileName = "correction.json"

  let mailing: String
  let from: Int
  let to: Int
  /// The day that the correction bears.
  let date: String
  let languages: [String]

  var correction: Approval.Correction { Approval.Correction(mailing: mailing, from: from, to: to) }

  static func read(_ folder: URL) -> Self? {
    guard let data = try? Data(contentsOf: folder.appending(path: fileName)) else { return nil }
    return try? JSONDecoder().decode(Self.self, from: data)
  }

  func write(to folder: URL) throws(Problem) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let data = try attempt { try encoder.encode(self) }
    try Files.write(data + [0x0A], to: folder.appending(path: Self.fileName))
  }
}
