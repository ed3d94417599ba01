import Foundation
import Mail

/// Keeps a prepared message as compact bytes: tagged segments with their lengths.
enum PreparedMessageCoding {
  /// No letter nests its passages deeper; bytes that do are not ours.
  private static let maximumDepth = 32

  static func encode(_ message: PreparedMessage) -> Data { encode(message.segments) }

  private static func encode(_ segments: [PreparedMessage.Segment]) -> Data {
    var data = Data()
    for segment in segments {
      switch segment {
      case .bytes(let bytes):
        data.append(0)
        append(bytes, to: &data)
      case .merge(let field, let encoding):
        data.append(1)
        append(Array(field.rawValue.utf8), to: &data)
        append(Array(encoding.rawValue.utf8), to: &data)
      case .when(let condition, let then, let otherwise):
        switch condition {
        case .has(let field):
          data.append(2)
          append(Array(field.rawValue.utf8), to: &data)
        case .isOneOf(let field, let values):
          data.append(3)
          append(Array(field.rawValue.utf8), to: &data)
          var list = Data()
          for value in values { append(Array(value.utf8), to: &list) }
          append(Array(list), to: &data)
        }
        append(Array(encode(then)), to: &data)
        append(Array(encode(otherwise)), to: &data)
      }
    }
    return data
  }

  /// Gives the message, or nil where the bytes are not what `encode` makes.
  static func decode(_ data: Data) -> PreparedMessage? {
    decode(data[...], depth: 0).map { PreparedMessage(segments: $0) }
  }

  private static func decode(_ data: Data, depth: Int) -> [PreparedMessage.Segment]? {
    guard depth < maximumDepth else { return nil }
    var rest = data
    var segments: [PreparedMessage.Segment] = []
    while let tag = rest.popFirst() {
      guard let first = take(from: &rest) else { return nil }
      switch tag {
      case 0: segments.append(.bytes(first))
      case 1:
        guard let field = field(first), let second = take(from: &rest),
          let encoding = MergeEncoding(rawValue: String(decoding: second, as: UTF8.self))
        else { return nil }
        segments.append(.merge(field, encoding))
      case 2, 3:
        guard let field = field(first), let condition = condition(field, tag: tag, &rest),
          let then = passage(&rest, depth), let otherwise = passage(&rest, depth)
        else { return nil }
        segments.append(.when(condition, then: then, otherwise: otherwise))
      default: return nil
      }
    }
    return segments
  }

  private static func field(_ bytes: [UInt8]) -> MergeField? {
    MergeField(rawValue: String(decoding: bytes, as: UTF8.self))
  }

  private static func condition(
    _ field: MergeField, tag: UInt8, _ rest: inout Data
  ) -> MergeCondition? {
    guard tag == 3 else { return .has(field) }
    guard let list = take(from: &rest) else { return nil }
    var left = Data(list)
    var values: [String] = []
    while !left.isEmpty {
      guard let value = take(from: &left) else { return nil }
      values.append(String(decoding: value, as: UTF8.self))
    }
    return .isOneOf(field, values)
  }

  private static func passage(_ rest: inout Data, _ depth: Int) -> [PreparedMessage.Segment]? {
    take(from: &rest).flatMap { decode(Data($0), depth: depth + 1) }
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
