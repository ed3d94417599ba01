import Foundation
import Mail

/// Keeps a prepared message as compact bytes: tagged segments with their lengths.
enum PreparedMessageCoding {
  static func encode(_ message: PreparedMessage) -> Data {
    var data = Data()
    for segment in message.segments {
      switch segment {
      case .bytes(let bytes):
        data.append(0)
        append(bytes, to: &data)
      case .merge(let field, let encoding):
        data.append(1)
        append(Array(field.rawValue.utf8), to: &data)
        append(Array(encoding.rawValue.utf8), to: &data)
      }
    }
    return data
  }

  /// Gives the message, or nil where the bytes are not what `encode` makes.
  static func decode(_ data: Data) -> PreparedMessage? {
    var rest = data[...]
    var segments: [PreparedMessage.Segment] = []
    while let tag = rest.popFirst() {
      guard let first = take(from: &rest) else { return nil }
      if tag == 0 {
        segments.append(.bytes(first))
        continue
      }
      guard tag == 1, let second = take(from: &rest),
        let field = MergeField(rawValue: String(decoding: first, as: UTF8.self)),
        let encoding = MergeEncoding(rawValue: String(decoding: second, as: UTF8.self))
      else { return nil }
      segments.append(.merge(field, encoding))
    }
    return PreparedMessage(segments: segments)
  }

  private static func append(_ bytes: [UInt8], to data: inout Data) {
    let count = UInt32(bytes.count)
    for shift in [24, 16, 8, 0] { data.append(UInt8(truncatingIfNeeded: count >> UInt32(shift))) }
    data.append(contentsOf: bytes)
  }

  private static func take(from data: inout Data) -> [UInt8]? {
    guard data.count >= 4 else { return nil }
    let count = Int(data.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
    data = data.dropFirst(4)
    guard data.count >= count else { return nil }
    defer { data = data.dropFirst(count) }
    return Array(data.prefix(count))
  }
}
