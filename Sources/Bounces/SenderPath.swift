import Mail

/// What the return path says of who wrote a message.
enum SenderPath {
  /// `<>`: what RFC 5321 section 4.5.5 has reports sent with.
  static func isNull(_ headers: ReceivedHeaders) -> Bool {
    for name: StaticString in ["Return-Path", "X-Envelope-From", "Envelope-From", "X-Return-Path"] {
      for field in headers.all(name).prefix(3) where isNull(field.rawValue) { return true }
    }
    if headers.field("From").map({ isNull($0.rawValue) }) == true { return true }
    if headers.mboxSender.map(isNull) == true { return true }
    return headers.all("Received").prefix(3).contains {
      $0.rawValue.contains("envelope-from <>") || $0.rawValue.contains("envelope-sender <>")
    }
  }

  /// Whether the path is the author's own address.
  static func isAuthor(_ path: ByteSlice, from: ByteSlice) -> Bool {
    guard let path = AddressScan.addresses(in: path).first?.text.lowercased() else { return false }
    return AddressScan.addresses(in: from).contains { $0.text.lowercased() == path }
  }

  private static func isNull(_ value: ByteSlice) -> Bool {
    value.elementsEqual([0x3C, 0x3E])
  }
}
