/// Reads format and size from a picture's first bytes.
struct PictureSize {
  let mediaType: String
  let width: Int
  let height: Int

  init?(_ bytes: [UInt8]) {
    func number(_ offset: Int, _ count: Int) -> Int {
      bytes[offset..<(offset + count)].reduce(0) { $0 << 8 | Int($1) }
    }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), bytes.count >= 33,
      Array(bytes[12..<16]) == Array("IHDR".utf8)
    {
      mediaType = "image/png"
      width = number(16, 4)
      height = number(20, 4)
    } else if bytes.starts(with: "GIF8".utf8), bytes.count >= 13 {
      mediaType = "image/gif"
      width = Int(bytes[6]) | Int(bytes[7]) << 8
      height = Int(bytes[8]) | Int(bytes[9]) << 8
    } else if let size = Self.jpeg(bytes) {
      mediaType = "image/jpeg"
      (width, height) = size
    } else {
      return nil
    }
  }

  /// Whether the bytes begin as one of the formats, but end before they tell the size.
  static func isCutOff(_ bytes: [UInt8]) -> Bool {
    let starts: [[UInt8]] = [[0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8)]
    return starts.contains { bytes.starts(with: $0) }
  }

  /// Whether the format's own end is there; some programs write more behind it.
  func isWhole(_ bytes: [UInt8]) -> Bool {
    switch mediaType {
    case "image/png": Self.holds(Array("IEND".utf8), bytes)
    case "image/jpeg": Self.holds([0xFF, 0xD9], bytes)
    default: bytes.last { $0 != 0 } == 0x3B
    }
  }

  /// Whether a mark stands in the last part of the bytes.
  private static func holds(_ mark: [UInt8], _ bytes: [UInt8]) -> Bool {
    let tail = Array(bytes.suffix(65_536))
    guard tail.count >= mark.count else { return false }
    return (0...(tail.count - mark.count)).reversed().contains { start in
      mark.indices.allSatisfy { tail[start + $0] == mark[$0] }
    }
  }

  /// Walks JPEG's segments to the frame header.
  private static func jpeg(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { return nil }
    var index = 2
    while index + 9 < bytes.count, bytes[index] == 0xFF {
      let marker = bytes[index + 1]
      if marker == 0xFF {
        index += 1
        continue
      }
      let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
      if isFrame {
        let height = Int(bytes[index + 5]) << 8 | Int(bytes[index + 6])
        let width = Int(bytes[index + 7]) << 8 | Int(bytes[index + 8])
        return (width, height)
      }
      let length = Int(bytes[index + 2]) << 8 | Int(bytes[index + 3])
      guard length >= 2 else { return nil }
      index += 2 + length
    }
    return nil
  }
}
