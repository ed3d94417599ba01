/// Why a picture can't go with a letter.
package enum PictureError: Error, Hashable, Sendable, CustomStringConvertible {
  case tooLarge(bytes: Int, limit: Int)
  case unknownFormat
  case impossibleSize(width: Int, height: Int)

  package var description: String {
    switch self {
    case .tooLarge(let bytes, let limit):
      "the picture has \(bytes) bytes; at most \(limit) can go with a letter"
    case .unknownFormat:
      "this is no PNG, JPEG or GIF, the pictures that every mail program shows"
    case .impossibleSize(let width, let height):
      "the picture says that it is \(width) × \(height) pixels; expected 1 to 8000"
    }
  }
}
