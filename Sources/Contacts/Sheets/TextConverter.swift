#if canImport(Glibc)
  import Glibc
#endif

/// The room's only call of glibc's iconv; no C pointer leaves this file.
enum TextConverter {
  /// Converts to UTF-8 and counts the octets that the charset does not have; each becomes U+FFFD.
  ///
  /// Gives nothing, all broken, where the system lacks the converter.
  static func utf8(
    _ bytes: ArraySlice<UInt8>, from charset: String
  ) -> (bytes: [UInt8], broken: Int) {
    let handle = iconv_open("UTF-8", charset)
    guard handle != iconv_t(bitPattern: -1) else { return ([], max(1, bytes.count)) }
    defer { iconv_close(handle) }
    var input = Array(bytes)
    var result: [UInt8] = []
    result.reserveCapacity(input.count * 2)
    var broken = 0
    var chunk = [UInt8](repeating: 0, count: 32_768)
    input.withUnsafeMutableBytes { source in
      var left = source.count
      var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
      while left > 0 {
        let step = chunk.withUnsafeMutableBytes { target -> (count: Int, error: Int32) in
          var room = target.count
          var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
          let status = iconv(handle, &from, &left, &to, &room)
          return (target.count - room, status == -1 ? errno : 0)
        }
        result.append(contentsOf: chunk[..<step.count])
        if step.error == 0 || step.error == E2BIG && step.count > 0 { continue }
        broken += 1
        result.append(contentsOf: [0xEF, 0xBF, 0xBD])
        from = from.map { $0 + 1 }
        left -= 1
      }
    }
    return (result, broken)
  }
}
