import Composer
import Mail

/// One language's letter as it arrives: read back from the bytes that would go to the relay.
struct PreviewLetter: Sendable {
  struct Picture: Sendable {
    let contentID: String
    let mediaType: String
    let bytes: [UInt8]
  }

  let language: String
  let message: [UInt8]
  let headers: [(name: String, text: String)]
  let html: String
  let text: String
  let pictures: [Picture]

  init(language: String, message: [UInt8]) {
    self.language = language
    self.message = message
    let root = MessageParser.parse(message)
    headers = root.headers.fields.map { (String(decoding: $0.name, as: UTF8.self), $0.text) }
    var html = ""
    var text = ""
    var pictures: [Picture] = []
    Self.walk(root) { part in
      switch part.mediaType {
      case "text/html": html = String(decoding: part.utf8Body, as: UTF8.self)
      case "text/plain": text = String(decoding: part.utf8Body, as: UTF8.self)
      default:
        guard PictureData.types.contains(part.mediaType),
          let id = part.headers.text("Content-ID")
        else { return }
        pictures.append(
          Picture(
            contentID: String(id.drop { $0 == "<" }.prefix { $0 != ">" }),
            mediaType: part.mediaType, bytes: Array(part.body)))
      }
    }
    self.html = html
    // The message's own line ends are of no interest on a page or in a terminal.
    self.text = text.replacing("\r\n", with: "\n")
    self.pictures = pictures
  }

  func header(_ name: String) -> String {
    headers.first { $0.name.lowercased() == name.lowercased() }?.text ?? ""
  }

  /// The first words that an inbox shows behind the subject.
  var opening: String {
    let bytes = Mail.HTMLText.text(Array(html.utf8)[...], limit: 60_000)
    let text = String(decoding: bytes, as: UTF8.self)
    var words = ""
    for scalar in text.unicodeScalars where words.unicodeScalars.count < 160 {
      // Themes fill the rest of an inbox's line with joiners and blanks: what follows isn't seen.
      if scalar.value == 0x034F, !words.isEmpty { break }
      if scalar.properties.isDefaultIgnorableCodePoint { continue }
      let isBlank = scalar.properties.isWhitespace
      if isBlank, words.isEmpty || words.last == " " { continue }
      words.unicodeScalars.append(isBlank ? " " : scalar)
    }
    return words.replacing("&zwnj;", with: "").trimmed()
  }

  /// The picture that an address within the message means, as an address that holds it.
  func picture(at address: String) -> String? {
    guard address.hasPrefix("cid:") else { return nil }
    let id = address.dropFirst(4)
    return pictures.first { $0.contentID == id }.map {
      PictureData.address($0.bytes, mediaType: $0.mediaType)
    }
  }

  private static func walk(_ part: ReceivedPart, _ body: (ReceivedPart) -> Void) {
    if part.children.isEmpty { return body(part) }
    for child in part.children { walk(child, body) }
  }
}
