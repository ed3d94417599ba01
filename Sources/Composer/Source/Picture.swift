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
    guard let size = PictureSize(bytes) else { throw PictureError.unknownFormat }
    guard (1...8000).contains(size.width), (1...8000).contains(size.height) else {
      throw PictureError.impossibleSize(width: size.width, height: size.height)
    }
    self.path = path
    self.bytes = bytes
    mediaType = size.mediaType
    width = size.width
    height = size.height
    fingerprint = ContentFingerprint(bytes).hex
  }

  package var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }

  static let maximumBytes = 4_000_000
}
