/// The address in `MAIL FROM:<…>` or `RCPT TO:<…>` with its parameters (RFC 5321 section 4.1.2).
struct SMTPPath: Equatable {
  /// As written, without a source route; empty for `<>`.
  let address: String
  /// Upper-case keywords, and values as written.
  let parameters: [(keyword: String, value: String?)]

  var isASCII: Bool { address.utf8.allSatisfy { $0 < 0x80 } }

  /// Reads what follows the colon; nil when it is no path, or longer than any address can be.
  init?(_ text: Substring) {
    var rest = text.utf8.drop { $0 == 0x20 }
    guard rest.popFirst() == 0x3C, let end = Self.end(of: rest) else { return nil }
    guard let address = Self.address(Substring(rest[..<end])) else { return nil }
    self.address = address
    let tail = rest[rest.index(after: end)...]
    guard tail.isEmpty || tail.first == 0x20 else { return nil }
    var parameters: [(keyword: String, value: String?)] = []
    for word in Substring(tail).split(separator: " ") {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      parameters.append((parts[0].uppercased(), parts.count > 1 ? String(parts[1]) : nil))
    }
    self.parameters = parameters
  }

  static func == (left: SMTPPath, right: SMTPPath) -> Bool {
    left.address == right.address
      && left.parameters.elementsEqual(right.parameters) { $0 == $1 }
  }

  /// Where the closing bracket is: not within a quoted local part.
  private static func end(of text: Substring.UTF8View) -> Substring.Index? {
    var isQuoted = false
    var isEscaped = false
    for index in text.indices {
      let octet = text[index]
      guard octet > 0x1F, octet != 0x7F else { return nil }
      if isEscaped {
        isEscaped = false
      } else if isQuoted, octet == 0x5C {
        isEscaped = true
      } else if octet == 0x22 {
        isQuoted.toggle()
      } else if !isQuoted, octet == 0x3E {
        return index
      } else if !isQuoted, octet == 0x20 || octet == 0x3C {
        return nil
      }
    }
    return nil
  }

  private static func address(_ path: Substring) -> String? {
    var address = path
    if path.utf8.first == 0x40 {
      guard let colon = path.utf8.firstIndex(of: 0x3A) else { return nil }
      address = path[path.utf8.index(after: colon)...]
    }
    guard !address.isEmpty else { return path.isEmpty ? "" : nil }
    guard address.utf8.count <= 320 else { return nil }
    if address.lowercased() == "postmaster" { return String(address) }
    guard let at = address.utf8.lastIndex(of: 0x40), at != address.startIndex,
      address.utf8.index(after: at) != address.endIndex
    else { return nil }
    return String(address)
  }
}
