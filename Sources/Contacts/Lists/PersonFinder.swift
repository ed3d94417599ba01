import Mail

/// Finds a person's addresses and names in text, whatever the case and the forms of characters.
package struct PersonFinder: Sendable {
  private let addresses: [[UInt8]]
  private let names: [[UInt8]]
  /// By first byte: whether some needle begins so.
  private let starts: [Bool]
  /// No needle is longer than this in folded text.
  let longest: Int

  /// Takes addresses in any form; names of a single character are left out.
  package init(addresses: [String], names: [String] = []) {
    let forms = addresses.flatMap { text -> [String] in
      guard let address = try? EmailAddress(parsing: text) else { return [text] }
      return [text, address.description, address.wire, address.mailboxKey.rawValue]
    }
    self.addresses = Self.needles(forms)
    self.names = Self.needles(names.filter { $0.trimmed().unicodeScalars.count > 1 })
    let all = self.addresses + self.names
    var starts = [Bool](repeating: false, count: 256)
    for needle in all { starts[Int(needle[0])] = true }
    self.starts = starts
    longest = all.map(\.count).max() ?? 0
  }

  private static func needles(_ texts: [String]) -> [[UInt8]] {
    let folded = texts.map { Array(fold($0.trimmed()).utf8) }
    return Array(Set(folded.filter { !$0.isEmpty })).sorted { $0.count > $1.count }
  }

  /// Whether there is anything to look for.
  package var isEmpty: Bool { longest == 0 }

  /// Whether the text holds an address or a name.
  package func finds(in text: String) -> Bool {
    var copy = text
    return copy.withUTF8 { finds(inLine: $0) }
  }

  /// The text with every address and name replaced; nil where there is none.
  ///
  /// Where the person is written in unusual forms, which folding changed, nothing of it is kept.
  package func redacted(_ text: String, by mark: String) -> String? {
    guard finds(in: text) else { return nil }
    let folded = Self.fold(text)
    guard folded.utf8.count == text.utf8.count else { return mark }
    let bytes = Array(folded.utf8)
    let source = Array(text.utf8)
    var result: [UInt8] = []
    var kept = 0
    bytes.withUnsafeBufferPointer { buffer in
      while let found = firstMatch(in: buffer, from: kept) {
        result += source[kept..<found.lowerBound]
        result += Array(mark.utf8)
        kept = found.upperBound
      }
    }
    return String(decoding: result + source[kept...], as: UTF8.self)
  }

  /// Looks through one line, or a piece of it.
  func finds(inLine line: UnsafeBufferPointer<UInt8>) -> Bool {
    if line.allSatisfy({ $0 < 0x80 }) {
      if firstMatch(in: line, from: 0) != nil { return true }
      return false
    }
    let folded = Array(Self.fold(String(decoding: line, as: UTF8.self)).utf8)
    return folded.withUnsafeBufferPointer { firstMatch(in: $0, from: 0) != nil }
  }

  private func firstMatch(
    in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Range<Int>? {
    for index in start..<max(start, text.count) where starts[Int(text[index].asciiLower)] {
      for needle in addresses where matches(needle, text, index) {
        let end = index + needle.count
        if standsAlone(text, index, end, isAddress: true) { return index..<end }
      }
      for needle in names where matches(needle, text, index) {
        let end = index + needle.count
        if standsAlone(text, index, end, isAddress: false) { return index..<end }
      }
    }
    return nil
  }

  private func matches(
    _ needle: [UInt8], _ text: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Bool {
    guard start + needle.count <= text.count else { return false }
    for offset in 0..<needle.count where text[start + offset].asciiLower != needle[offset] {
      return false
    }
    return true
  }

  /// `book@x.example` is not `ok@x.example`, and Kimberley is not Kim.
  private func standsAlone(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, isAddress: Bool
  ) -> Bool {
    if start > 0, text[start].isASCIIAlphanumeric {
      let before = text[start - 1]
      if before.isASCIIAlphanumeric { return false }
      if isAddress, ".+_-%".utf8.contains(before) { return false }
    }
    guard end < text.count, text[end - 1].isASCIIAlphanumeric else { return true }
    let after = text[end]
    if after.isASCIIAlphanumeric { return false }
    guard isAddress else { return true }
    if after == UInt8(ascii: "-") { return false }
    return
      !(after == UInt8(ascii: ".") && end + 1 < text.count && text[end + 1].isASCIIAlphanumeric)
  }

  /// Small letters, composed, with the plain forms of East Asian keyboards.
  private static func fold(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { plain.append(contentsOf: CharacterForms.plain(scalar)) }
    return Normalization.nfc(String(plain).lowercased())
  }
}
