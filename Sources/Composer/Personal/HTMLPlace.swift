/// Where reading some HTML has come to: between elements, in a tag, or in the value of an attribute.
///
/// What stands in conditional comments for Outlook is read as the HTML that it is.
struct HTMLPlace {
  private enum State {
    case text
    case tagName
    case attributes
    case attributeName
    case beforeValue
    case value(quote: UInt8?)
  }

  private var state = State.text
  private var name: [UInt8] = []

  /// Whether a value here becomes part of an address.
  var isAddress: Bool {
    switch state {
    case .value, .beforeValue: Self.addresses.contains(String(decoding: name, as: UTF8.self))
    case .text, .tagName, .attributes, .attributeName: false
    }
  }

  private static let addresses: Set<String> = [
    "href", "src", "action", "background", "cite", "data", "formaction", "poster", "srcset",
    "xlink:href",
  ]

  /// A reader's value stands here; it holds nothing that ends an attribute.
  mutating func readValue() {
    if case .beforeValue = state { state = .value(quote: nil) }
  }

  mutating func read(_ text: String) {
    for byte in text.utf8 { read(byte) }
  }

  private mutating func read(_ byte: UInt8) {
    let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
    switch state {
    case .text:
      if byte == UInt8(ascii: "<") { state = .tagName }
    case .tagName:
      if byte == UInt8(ascii: ">") {
        state = .text
      } else if isBlank || byte == UInt8(ascii: "/") {
        state = .attributes
      }
    case .attributes, .attributeName:
      if byte == UInt8(ascii: ">") {
        state = .text
      } else if byte == UInt8(ascii: "=") {
        state = .beforeValue
      } else if isBlank || byte == UInt8(ascii: "/") {
        state = .attributes
      } else {
        if case .attributes = state { name = [] }
        name.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        state = .attributeName
      }
    case .beforeValue:
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        state = .value(quote: byte)
      } else if byte == UInt8(ascii: ">") {
        state = .text
      } else if !isBlank {
        state = .value(quote: nil)
      }
    case .value(let quote):
      if let quote {
        if byte == quote { state = .attributes }
      } else if byte == UInt8(ascii: ">") {
        state = .text
      } else if isBlank {
        state = .attributes
      }
    }
  }
}
