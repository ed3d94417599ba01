/// Any key of an object, to find those that nobody knows.
private struct AnyKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(stringValue: String) {
    self.stringValue = stringValue
    intValue = nil
  }

  init?(intValue: Int) {
    stringValue = String(intValue)
    self.intValue = intValue
  }
}

extension Decoder {
  /// A keyed container that refuses keys it does not know: a misspelt key must not pass silently.
  func strictContainer<Key>(_ type: Key.Type) throws -> KeyedDecodingContainer<Key>
  where Key: CodingKey & CaseIterable & RawRepresentable<String> {
    let known = Key.allCases.map(\.rawValue)
    let seen = try container(keyedBy: AnyKey.self).allKeys.map(\.stringValue).sorted()
    if let stranger = seen.first(where: { !known.contains($0) }) {
      throw trouble(
        "unknown key \"\(stranger)\"; known are " + known.joined(separator: ", "))
    }
    return try container(keyedBy: type)
  }

  func trouble(_ problem: String, at key: (any CodingKey)? = nil) -> DecodingError {
    let path = codingPath + (key.map { [$0] } ?? [])
    return .dataCorrupted(.init(codingPath: path, debugDescription: problem))
  }
}
