import Foundation

/// Pictures as addresses that hold them (RFC 2397), for frames that may read no files.
enum PictureData {
  static let types: Set<String> = ["image/png", "image/jpeg", "image/gif", "image/webp"]

  private static let endings = [
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "webp": "image/webp",
  ]

  static func address(_ bytes: [UInt8], mediaType: String) -> String {
    "data:\(mediaType);base64,\(Data(bytes).base64EncodedString())"
  }

  /// A file by its ending; nil where it is no picture.
  static func address(_ bytes: [UInt8], path: String) -> String? {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return endings[ending].map { address(bytes, mediaType: $0) }
  }
}
