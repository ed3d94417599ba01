import Foundation

/// What the program notes for itself beside the files that it writes into a folder.
protocol FolderRecord: Codable {
  static var fileName: String { get }
}

extension FolderRecord {
  /// The note of a folder; nil where there is none, or none that this program can read.
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
