/// A format that is no picture of a letter's, told by its first bytes, to say what to do about it.
package enum PictureKind: String, Hashable, Sendable {
  case svg = "an SVG drawing"
  case webp = "a WebP picture"
  case heic = "a HEIC or AVIF picture"
  case tiff = "a TIFF picture"
  case bmp = "a BMP picture"
  case pdf = "a PDF document"

  init?(_ bytes: [UInt8]) {
    let head = bytes.prefix(512)
    let text = String(decoding: head, as: UTF8.self).lowercased()
    if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      self = .webp
    } else if bytes.dropFirst(4).starts(with: "ftyp".utf8) {
      self = .heic
    } else if bytes.starts(with: [0x49, 0x49, 0x2A, 0])
      || bytes.starts(with: [0x4D, 0x4D, 0, 0x2A])
    {
      self = .tiff
    } else if bytes.starts(with: "BM".utf8), bytes.count > 26, bytes[6...9].allSatisfy({ $0 == 0 })
    {
      self = .bmp
    } else if bytes.starts(with: "%PDF-".utf8) {
      self = .pdf
    } else if text.contains("<svg") {
      self = .svg
    } else {
      return nil
    }
  }
}
