import Composer
import Foundation
import Mail

/// The parts of a letter that are no items: its headers, its two forms of text, its pictures.
struct FixedParts: Hashable {
  private(set) var headers: [String: String] = [:]
  private(set) var text: [UInt8] = []
  private(set) var html: [UInt8] = []
  private(set) var styles = ""
  private(set) var pictures: Set<String> = []

  /// Headers that readers or their programs go by; others belong to the form of mail.
  static let told = [
    "From", "Reply-To", "List-Id", "List-Unsubscribe-Post", "List-Help", "List-Archive",
  ]

  init(_ message: PreparedMessage) {
    var bytes: [UInt8] = []
    message.splice(MergeValues(), into: &bytes)
    let root = MessageParser.parse(bytes)
    for field in root.headers.fields {
      let name = String(decoding: field.name, as: UTF8.self)
      if Self.told.contains(name) { headers[name] = field.text.trimmed() }
    }
    take(root)
  }

  private mutating func take(_ part: ReceivedPart) {
    for child in part.children { take(child) }
    guard part.children.isEmpty else { return }
    switch part.mediaType {
    case "text/plain": text = Array(part.rawBody)
    case "text/html":
      html = Array(part.rawBody)
      let page = String(decoding: part.body, as: UTF8.self)
      if let start = page.range(of: "<style"),
        let end = page.range(of: "</style>", options: .backwards)
      {
        styles = String(page[start.lowerBound..<max(start.lowerBound, end.lowerBound)])
      }
    default:
      if let name = part.headers.text("Content-ID") { pictures.insert(name) }
    }
  }
}
