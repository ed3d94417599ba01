import Foundation

/// The sample reports and what is expected of them.
enum Samples {
  struct Expected: Decodable, Sendable {
    struct Recipient: Decodable, Sendable {
      let permanence: String?
      let status: String?
    }
    let kind: String
    let recipients: [String: Recipient]
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Samples")

  static let expected: [String: Expected] = {
    guard let data = try? Data(contentsOf: folder.appending(path: "expected.json")) else {
      return [:]
    }
    return (try? JSONDecoder().decode([String: Expected].self, from: data)) ?? [:]
  }()

  static let heldOut: Set<String> = {
    let text =
      (try? String(contentsOf: folder.appending(path: "held-out.txt"), encoding: .utf8)) ?? ""
    return Set(text.split(separator: "\n").map(String.init))
  }()

  static let names = expected.keys.sorted()

  static func bytes(_ name: String) -> [UInt8] {
    (try? Data(contentsOf: folder.appending(path: name))).map { [UInt8]($0) } ?? []
  }
}
