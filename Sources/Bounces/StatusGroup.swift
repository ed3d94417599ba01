import Mail

/// The fields about one recipient in a delivery status (RFC 3464 section 2.3), read leniently.
struct StatusGroup: Sendable {
  private var fields: [(name: ByteSlice, value: [UInt8])] = []

  subscript(name: StaticString) -> ByteSlice? {
    fields.first { $0.name.equals(name) }.map { $0.value[...].trimmed }
  }

  var namesRecipient: Bool {
    self["Final-Recipient"] != nil || self["Original-Recipient"] != nil
  }
  private var tellsOutcome: Bool { self["Action"] != nil || self["Status"] != nil }

  /// Where a status begins in a text that is not labelled as one: needs a recipient and an outcome.
  static func place(in text: ByteSlice) -> Int? {
    guard
      let recipient = text.firstRange(of: "\nFinal-Recipient:")
        ?? (text.starts(with: "Final-Recipient:")
          ? text.startIndex..<text.startIndex : text.firstRange(of: "\nOriginal-Recipient:")),
      text.contains("\nAction:") || text.contains("\nStatus:")
    else { return nil }
    return recipient.lowerBound
  }

  /// The groups that tell of recipients; fields of the message as a whole are left out.
  static func groups(in text: ByteSlice) -> [Self] {
    var all: [Self] = []
    var current = Self()
    func close() {
      defer { current = Self() }
      guard !current.fields.isEmpty else { return }
      // Some mailers put empty lines between the fields of one recipient.
      if let last = all.last, current.namesRecipient != last.namesRecipient,
        current.tellsOutcome != last.tellsOutcome
      {
        all[all.count - 1].fields += current.fields
      } else if current.namesRecipient || current.tellsOutcome {
        all.append(current)
      }
    }
    for line in ByteLines(text) {
      if all.count >= 200 { break }
      if line.trimmed.isEmpty {
        close()
      } else if !line[line.startIndex].isMailSpace, let colon = fieldColon(line) {
        let name = line[..<colon].trimmed
        if startsNext(name), current[bytes: name] != nil { close() }
        current.fields.append((name, Array(line[(colon + 1)...])))
      } else if let last = current.fields.indices.last, current.fields[last].value.count < 4000 {
        current.fields[last].value.append(0x20)
        current.fields[last].value += line.trimmed
      }
    }
    close()
    return all.filter { $0.namesRecipient || $0.tellsOutcome }
  }

  private subscript(bytes name: ByteSlice) -> ByteSlice? {
    fields.first { $0.name.elementsEqual(name) }.map { $0.value[...] }
  }

  private static func startsNext(_ name: ByteSlice) -> Bool {
    name.equals("Final-Recipient") || name.equals("Action") || name.equals("Status")
  }

  /// Only names with a hyphen, or the known short ones: "550 text: more" is no field.
  private static func fieldColon(_ line: ByteSlice) -> Int? {
    guard let colon = line.prefix(60).firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex
    else { return nil }
    let name = line[..<colon].trimmed
    guard name.allSatisfy({ $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }),
      name.first?.isASCIILetter == true
    else { return nil }
    let isKnown =
      name.contains(UInt8(ascii: "-")) || name.equals("Action") || name.equals("Status")
    return isKnown ? colon : nil
  }
}
