import Mail

/// How much a line's form says that the address on it is the failed one.
enum LineRole {
  static func weight(
    of place: Notice.Place, in notice: Notice, isExpected: Bool
  ) -> Int {
    let line = notice.lines[place.line]
    let before = line[..<place.range.lowerBound].trimmed
    let after = line[place.range.upperBound...].trimmed
    // "<postmaster@x>: 550 …" failed, whatever its name.
    let isReasoned = isBare(before) && !isBare(after) && isSaid(after)
    if before.contains("expanded from") || before.contains("generated from") {
      return isSecond(place, in: notice) ? -6 : 5
    }
    if isSender(before) || !isExpected && !isReasoned && isHelp(place.key, before) { return -6 }
    // "To: a@b" in a summary of the letter names whom it was for, not who failed.
    if before.count < 4, before.starts(with: "To") || before.starts(with: "Cc") { return 1 }
    if isKey(before) { return 6 }
    let stands = isBare(before)
    if stands, isBare(after) { return 5 }
    // "<a@b>: 550 …", "a@b [User unknown]", "a@b on Thu, …", "a@b (reason)".
    if stands { return isSaid(after) ? 5 : 3 }
    if notice.isReply(place.line) { return 4 }
    let folded = FoldedText.fold(line, limit: 1000)
    if Phrases.found(in: folded[...]).contains(.failure) { return 5 }
    return before.last == UInt8(ascii: ":") || before.last == UInt8(ascii: "<") ? 2 : 1
  }

  /// Whether the lines just above name an address, of which this one is only the origin.
  private static func isSecond(_ place: Notice.Place, in notice: Notice) -> Bool {
    notice.addresses.contains { $0.line < place.line && place.line - $0.line <= 3 }
  }

  /// Nothing but brackets, bullets and colons.
  private static func isBare(_ bytes: ByteSlice) -> Bool {
    bytes.allSatisfy { !$0.isASCIIAlphanumeric && $0 < 0x80 || $0 == 0xC2 || $0 == 0xB7 }
  }

  private static func isSaid(_ after: ByteSlice) -> Bool {
    let rest = after.drop { $0 == UInt8(ascii: ">") || $0.isBlank }
    guard let first = rest.first else { return true }
    return first == UInt8(ascii: ":") || first == UInt8(ascii: "[") || first == UInt8(ascii: "(")
      || first == UInt8(ascii: "-") || first == UInt8(ascii: ",") || first == UInt8(ascii: ".")
      || first == UInt8(ascii: "<") || first == UInt8(ascii: ";") || first.isASCIIDigit
      || rest.starts(with: "on ")
  }

  /// "To:", "RCPT TO:", "Recipient:", "could not be delivered to:".
  private static func isKey(_ before: ByteSlice) -> Bool {
    var text = before
    while let last = text.last,
      last == UInt8(ascii: "<") || last == UInt8(ascii: ":") || last == UInt8(ascii: "'")
        || last == UInt8(ascii: "\"") || last == UInt8(ascii: "=") || last.isBlank
        || last == UInt8(ascii: ";")
    { text.removeLast() }
    guard text.count < before.count || before.last?.isASCIILetter == true else { return false }
    let lower = text.suffix(40)
    return ends(lower, "rcpt to") || ends(lower, "rcpt") || ends(lower, "recipient")
      || ends(lower, "recipients") || ends(lower, "final-recipient; rfc822")
      || ends(lower, "failed address") || ends(lower, "delivered to")
      || ends(lower, "delivery to") || ends(lower, "unknown user") || ends(lower, "user unknown")
      || ends(lower, "recipient address") || ends(lower, "invalid address")
      || ends(lower, "unknown address") || ends(lower, "undeliverable to")
      || ends(lower, "failed recipient") || ends(lower, "intended recipient")
      || ends(lower, "deliver to") || ends(lower, "deliver message to")
      || ends(lower, "rfc822") || ends(lower, "user") || ends(lower, "failed")
      || ends(lower, "account") || ends(lower, "mailbox")
  }

  private static func isSender(_ before: ByteSlice) -> Bool {
    let tail = before.suffix(40)
    return tail.contains("from:") || tail.contains("from=") || tail.contains("from <")
      || tail.contains("sender") || tail.contains("message-id") || tail.contains("reply-to")
      || tail.contains("return-path") || tail.contains(" id <") || tail.contains("mailto:")
      || ends(tail, "from")
  }

  /// Addresses for questions are no recipients.
  private static func isHelp(_ key: String, _ before: ByteSlice) -> Bool {
    ["mailer-daemon@", "postmaster@", "abuse@", "support@", "helpdesk@", "hostmaster@"]
      .contains { key.hasPrefix($0) } || before.suffix(60).contains("contact")
      || before.suffix(60).contains("questions") || before.suffix(60).contains("assistance")
  }

  private static func ends(_ text: ByteSlice, _ word: StaticString) -> Bool {
    guard text.count >= word.utf8CodeUnitCount else { return false }
    let tail = text.suffix(word.utf8CodeUnitCount)
    guard tail.equals(word) else { return false }
    let rest = text.dropLast(word.utf8CodeUnitCount)
    return rest.last.map { !$0.isASCIIAlphanumeric } ?? true
  }
}
