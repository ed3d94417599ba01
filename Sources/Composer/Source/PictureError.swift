/// Why a picture can't go with a letter.
package enum PictureError: Error, Hashable, Sendable, CustomStringConvertible {
  case tooLarge(bytes: Int, limit: Int)
  case empty
  case unknownFormat
  case otherFormat(PictureKind)
  case cutOff
  case tooManyPixels(width: Int, height: Int)
  case impossibleSize(width: Int, height: Int)

  package var description: String {
    switch self {
    case .tooLarge(let bytes, let limit):
      "the picture has \(bytes) bytes; at most \(limit) can go with a letter"
    case .unknownFormat:
      "this is no PNG, JPEG or GIF, the pictures that every mail program shows"
    case .empty: "the file is empty"
    case .otherFormat(let kind):
      "this is \(kind.rawValue), which many mail programs don't show; save it as PNG or JPEG"
    case .cutOff: "the picture's file ends too soon; copy or save it again"
    case .tooManyPixels(let width, let height):
      "the picture is \(width) × \(height) pixels; scale it to at most 1200 pixels wide"
    case .impossibleSize(let width, let height):
      "the picture says that it is \(width) × \(height) pixels; expected 1 to 8000"
    }
  }
}
