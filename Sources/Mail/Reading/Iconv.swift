#if canImport(Glibc)
  import Glibc
#endif

/// glibc's converter; no C pointer leaves this file.
enum Iconv {
  /// Converts to UTF-8; bytes that the charset doesn't have become U+FFFD one by one.
  ///
  /// Nil when the charset isn't known. The output is bounded by four bytes for each that came in.
  static func utf8(_ bytes: ByteSlice, from charset: String) -> ByteSlice? {
    guard isPlausible(charset) else { return nil }
    let handle = iconv_open("UTF-8", charset)
    guard handle != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(handle) }
    var input = Array(bytes)
    var result: [UInt8] = []
    result.reserveCapacity(input.count * 2)
    var chunk = [UInt8](repeating: 0, count: 16_384)
    input.withUnsafeMutableBytes { source in
      var left = source.count
      var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
      while left > 0 {
        let written = chunk.withUnsafeMutableBytes { target -> (count: Int, error: Int32) in
          var room = target.count
          var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
          let status = iconv(handle, &from, &left, &to, &room)
          return (target.count - room, status == -1 ? errno : 0)
        }
        result.append(contentsOf: chunk[..<written.count])
        switch written.error {
        case E2BIG where written.count > 0: continue
        case 0: return
        default:
          result.append(contentsOf: UTF8.encodedReplacementCharacter)
          from = from.map { $0 + 1 }
          left -= 1
        }
      }
    }
    return result[...]
  }

  /// Hostile labels never reach iconv, whose names may carry paths and options.
  private static func isPlausible(_ charset: String) -> Bool {
    let bytes = charset.utf8
    return !bytes.isEmpty && bytes.count <= 40
      && bytes.allSatisfy {
        $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
          || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":")
      }
  }
}
