import Mail

/// A picture that goes with the letter: its bytes, what they are, and how large it is.
package struct Picture: Hashable, Sendable {
  /// The path below the page, such as `images/hero.png`.
  package let path: String
  package let bytes: [UInt8]
  package let mediaType: String
  package let width: Int
  package let height: Int
  /// Tells contents apart, and names the part in a letter.
  package let fingerprint: String

  package init(path: String, bytes: [UInt8]) throws(PictureError) {
    guard bytes.count <= Self.maximumBytes else {
      throw PictureError.tooLarge(bytes: bytes.count, limit: Self.maximumBytes)
    }
    guard !bytes.isEmpty else { throw PictureError.empty }
    guard let size = PictureSize(bytes) else {
      if let kind = PictureKind(bytes) { throw PictureError.otherFormat(kind) }
      throw PictureSize.isCutOff(bytes) ? PictureError.cutOff : .unknownFormat
    }
    guard (1...8000).contains(size.width), (1...8000).contains(size.height) else {
      throw PictureError.impossibleSize(width: size.width, height: size.height)
    }
    guard size.width * size.height <= Self.maximumPixels else {
      throw PictureError.tooManyPixels(width: size.width, height: size.height)
    }
    guard size.isWhole(bytes) else { throw PictureError.cutOff }
    self.path = path
    self.bytes = bytes
    mediaType = size.mediaType
    width = size.width
    height = size.height
    fingerprint = ContentFingerprint(bytes).hex
  }

  package var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// A picture's path below a page, one file name that can stand in any address.
  ///
  /// Two pictures never share one: what is not simply `images/NAME` bears a mark of its contents.
  static func path(for place: String, _ bytes: [UInt8]) -> String {
    let parts = place.split(separator: "/").filter { $0 != "." && $0 != ".." }
    let name = String(
      parts.joined(separator: "-").map {
        $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) ? $0 : "-"
      })
    if parts.count == 2, parts[0] == "images", name.dropFirst(7) == parts[1] {
      return "images/\(parts[1])"
    }
    return "images/\(marked(name.hasPrefix(".") ? "picture\(name)" : name, bytes))"
  }

  /// The path for a picture that is hosted: its name changes with its contents, so that an approved
  /// letter keeps the picture that was approved with it.
  package var hostedPath: String { "images/\(Self.marked(fileName, bytes))" }

  private static func marked(_ name: String, _ bytes: [UInt8]) -> String {
    let mark = ContentFingerprint(bytes).hex.prefix(8)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "\(name)-\(mark)" }
    return "\(name[..<dot])-\(mark)\(name[dot...])"
  }

  static let maximumBytes = 4_000_000
  static let maximumPixels = 25_000_000
}
