import Mail
import TestSupport
import Testing

/// What must hold for any text at all.
struct AddressPropertyTests {
  private static let pieces = [
    "a", "B", "0", ".", "..", "@", "-", "+", "_", " ", "\"", "\\", "[", "]", "<", ">", "xn--", "ö",
    "o\u{308}", "\u{301}", "例", "。", "．", "\u{200D}", "\u{FE0F}", "\u{1F469}", "\u{2028}", "\u{85}",
    "\r\n", "\0", "ß", "İ", "Σ", "ﬁ", "ｂ", "한", "\u{1112}\u{1161}", "example", "xn--fsq",
    "\u{FFFD}",
  ]

  private func checkAccepted(_ text: String) {
    for policy in [AddressPolicy.standard, .permissive] {
      guard let address = try? EmailAddress(parsing: text, policy: policy) else { continue }
      #expect(address.wire.utf8.count <= 254, "\(text.debugDescription)")
      #expect(address.localPart.utf8.count <= 64, "\(text.debugDescription)")
      let readBack = try? EmailAddress(parsing: address.description, policy: policy)
      #expect(readBack == address, "\(text.debugDescription) prints \(address)")
      #expect(
        (try? EmailAddress(parsing: address.wire, policy: policy)) == address,
        "\(text.debugDescription) goes out as \(address.wire)")
      #expect((try? HeaderValue(address.description)) != nil, "\(text.debugDescription)")
    }
  }

  @Test(arguments: 1...4)
  func mixedPieces(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2500 {
      var text = ""
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        text += Self.pieces.randomElement(using: &random) ?? ""
      }
      text += "@"
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        text += Self.pieces.randomElement(using: &random) ?? ""
      }
      checkAccepted(text)
    }
  }

  @Test(arguments: 11...14)
  func randomBytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2500 {
      let count = Int.random(in: 0...40, using: &random)
      var bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      if Bool.random(using: &random) { bytes.insert(UInt8(ascii: "@"), at: count / 2) }
      checkAccepted(String(decoding: bytes, as: UTF8.self))
      _ = try? Mailbox(parsing: String(decoding: bytes, as: UTF8.self))
    }
  }

  /// A-labels that nobody made by encoding a name: read back as the same, or refused.
  @Test(arguments: 21...22)
  func inventedALabels(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789-")
    for _ in 0..<1500 {
      let label = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        letters.randomElement(using: &random) ?? "a"
      }
      checkAccepted("a@xn--\(String(label)).example")
      checkAccepted("a@b.xn--\(String(label))")
    }
  }

  /// A key names itself, or the same mailbox would count twice after a second pass.
  @Test(arguments: 31...32)
  func keysAreTheirOwnKeys(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let local = (0..<Int.random(in: 1...8, using: &random)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0x41...0x2FFF, using: &random)).map(Character.init)
      }
      guard let address = try? EmailAddress(parsing: String(local) + "@b.example") else { continue }
      let key = address.mailboxKey
      let again = try? EmailAddress(parsing: key.rawValue).mailboxKey
      #expect(again == key, "\(address)")
    }
  }

  @Test func longTextIsRefusedQuickly() {
    let long = String(repeating: "a.", count: 500_000)
    #expect(throws: AddressError.self) { _ = try EmailAddress(parsing: long + "@b.example") }
    #expect(throws: AddressError.self) { _ = try EmailAddress(parsing: "a@" + long) }
    #expect(throws: AddressError.self) {
      _ = try EmailAddress(parsing: "a@" + String(repeating: "例.", count: 100_000))
    }
  }
}
