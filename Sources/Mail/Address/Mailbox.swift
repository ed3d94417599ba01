/// A person's name with an address (RFC 5322 section 3.4 `mailbox`).
package struct Mailbox: Hashable, Sendable, CustomStringConvertible {
  package let displayName: String?
  package let address: EmailAddress

  package init(displayName: String? = nil, address: EmailAddress) {
    self.displayName = displayName
    self.address = address
  }

  /// Reads `Name <a@b>`, `"Name" <a@b>` or `a@b`.
  package init(parsing text: String) throws(AddressError) {
    let trimmed = text.trimmed()
    guard trimmed.hasSuffix(">"), let open = trimmed.lastIndex(of: "<") else {
      self.init(address: try EmailAddress(parsing: trimmed))
      return
    }
    let inside = trimmed[trimmed.index(after: open)...].dropLast()
    var name = String(trimmed[..<open]).trimmed()
    if name.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") {
      name = Self.unquoted(name.dropFirst().dropLast())
    }
    self.init(
      displayName: name.isEmpty ? nil : name, address: try EmailAddress(parsing: inside))
  }

  /// Takes the backslashes of quoted pairs off (RFC 5322 section 3.2.1).
  private static func unquoted(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        result.append(character)
        isEscaped = false
      }
    }
    return result
  }

  package var description: String {
    displayName.map { "\($0) <\(address)>" } ?? address.description
  }
}

extension String {
  /// Without white space at both ends.
  package func trimmed() -> String {
    var view = self[...]
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }
}
