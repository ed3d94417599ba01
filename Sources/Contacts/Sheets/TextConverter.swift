#if canImport(Glibc)
  import Glibc
#endif

/// The room's only use of glibc's iconv, fed piece by piece; no C pointer leaves this file.
final class TextConverter {
  private let handle: iconv_t
  private var scratch = [UInt8](repeating: 0, count: 16_384)

  /// Nil where the system lacks the converter.
  init?(from charset: String, to target: String = "UTF-8") {
    handle = iconv_open(target, charset)
    if handle == iconv_t(bitPattern: -1) { return nil }
  }

  deinit { iconv_close(handle) }

  /// Converts what is whole, appends it, and returns how many octets were taken.
  ///
  /// What the charset does not have becomes U+FFFD; `flaw` is told where, counted in `text`. A
  /// character that has only begun is left over, unless this is the last piece.
  func convert(
    _ bytes: [UInt8], isLast: Bool, into text: inout [UInt8], flaw: (Int) -> Void
  ) -> Int {
    var input = bytes
    let taken = input.withUnsafeMutableBytes { source in
      var left = source.count
      var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
      while left > 0 {
        let error = step(&from, &left, into: &text)
        switch error {
        case 0, E2BIG: continue
        case EINVAL where !isLast: return source.count - left
        default:
          flaw(text.count)
          text.append(contentsOf: [0xEF, 0xBF, 0xBD])
          from = from.map { $0 + 1 }
          left -= 1
        }
      }
      return source.count
    }
    if isLast {
      // Some converters hold a character back until they know whether an accent follows.
      var from: UnsafeMutablePointer<CChar>?
      var left = 0
      _ = step(&from, &left, into: &text)
    }
    return taken
  }

  private func step(
    _ from: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, into text: inout [UInt8]
  ) -> Int32 {
    var count = 0
    let error = scratch.withUnsafeMutableBytes { target -> Int32 in
      var room = target.count
      var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
      let status = iconv(handle, &from, &left, &to, &room)
      count = target.count - room
      return status == -1 ? errno : 0
    }
    text.append(contentsOf: scratch[..<count])
    return error
  }
}
