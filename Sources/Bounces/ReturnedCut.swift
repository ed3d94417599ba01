import Mail

/// Finds where a notice ends and the returned message begins in one text.
enum ReturnedCut {
  /// How many lines belong to the notice, and where the returned header begins.
  static func find(in lines: [ByteSlice]) -> (notice: Int, header: Int?)? {
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if isMarker(line) {
        let header = headerStart(lines, from: index + 1, within: 12)
        return (index, header)
      }
      if fieldWeight(line) > 0, isHeader(lines, at: index) { return (index, index) }
      index += 1
    }
    return nil
  }

  /// Reads the returned header, with quote marks and indentation taken off.
  static func headers(_ lines: ArraySlice<ByteSlice>) -> ReceivedHeaders {
    var text: [UInt8] = []
    let indent = lines.first.map { $0.count - unquoted($0).count } ?? 0
    for line in lines {
      let cut = line.prefix(indent).allSatisfy { $0.isMailSpace || $0 == UInt8(ascii: ">") }
      let bare = cut ? line.dropFirst(indent) : line
      text += bare
      text.append(0x0A)
      if bare.trimmed.isEmpty || text.count > 60_000 { break }
    }
    return ReceivedHeaders.parse(text[...]).headers
  }

  private static func headerStart(_ lines: [ByteSlice], from start: Int, within: Int) -> Int? {
    var index = start
    while index < lines.count, index - start < within {
      if fieldWeight(lines[index]) > 0 { return index }
      index += 1
    }
    return nil
  }

  /// At least three fields of a letter on end, among them one that only machines write or From.
  private static func isHeader(_ lines: [ByteSlice], at start: Int) -> Bool {
    var weight = 0
    var fields = 0
    var index = start
    while index < lines.count, index - start < 40 {
      let line = unquoted(lines[index])
      if line.isEmpty { break }
      let value = fieldWeight(lines[index])
      if value > 0 {
        weight += value
        fields += 1
        if fields >= 3, weight >= 5 { return true }
      } else if ReceivedHeaders.hasFieldShape(line) {
        fields += 1
      } else if lines[index].first?.isMailSpace != true {
        break
      }
      index += 1
    }
    return false
  }

  private static func unquoted(_ line: ByteSlice) -> ByteSlice {
    line.drop { $0.isMailSpace || $0 == UInt8(ascii: ">") }
  }

  /// 0 no field of a letter, 1 one that notices quote too, 2 one that only a real header has.
  private static func fieldWeight(_ line: ByteSlice) -> Int {
    let text = unquoted(line)
    guard let colon = text.prefix(30).firstIndex(of: UInt8(ascii: ":")) else { return 0 }
    let name = text[..<colon]
    switch name.first?.asciiLower {
    case UInt8(ascii: "r"):
      return name.equals("Received") || name.equals("Return-Path")
        ? 2
        : name.equals("Reply-To") ? 1 : 0
    case UInt8(ascii: "m"): return name.equals("Message-ID") || name.equals("MIME-Version") ? 2 : 0
    case UInt8(ascii: "c"):
      return name.equals("Content-Type") || name.equals("Content-Transfer-Encoding")
        ? 2
        : name.equals("Cc") ? 1 : 0
    case UInt8(ascii: "f"): return name.equals("From") ? 2 : 0
    case UInt8(ascii: "d"):
      return name.equals("Date")
        ? 1
        : name.equals("DKIM-Signature") || name.equals("Delivered-To") ? 2 : 0
    case UInt8(ascii: "t"): return name.equals("To") ? 1 : 0
    case UInt8(ascii: "s"): return name.equals("Subject") || name.equals("Sender") ? 1 : 0
    default: return 0
    }
  }

  /// "----- Original message -----" and its kin.
  private static func isMarker(_ line: ByteSlice) -> Bool {
    let text = line.trimmed
    guard text.count >= 12, text.count <= 100, let first = text.first else { return false }
    let isRule =
      first == UInt8(ascii: "-") || first == UInt8(ascii: "=") || first == UInt8(ascii: "*")
      || first == UInt8(ascii: "_") || first == UInt8(ascii: "#")
    let isOpening =
      text.starts(with: "original m") || text.starts(with: "included is")
      || text.starts(with: "your original me") || text.starts(with: "returned message")
      || text.starts(with: "a copy of") || text.starts(with: "here is a copy")
      || text.starts(with: "below this line") || text.starts(with: "the header")
      || text.starts(with: "message header") || text.starts(with: "the first ")
      || text.starts(with: "unsent message")
    guard isRule || isOpening else { return false }
    let names =
      text.contains("original m") || text.contains("copy of") || text.contains("returned mess")
      || text.contains("unsent mess") || text.contains("header")
      || text.contains("undelivered mess")
      || text.contains("original text") || text.contains("message follows")
      || text.contains("lines of the")
    return names && !text.contains(" was ") && !text.contains(" could ") && !text.contains(" were ")
      && !text.contains(" had ") && !text.contains(" id")
  }
}

extension ReceivedHeaders {
  /// Whether a line begins like any field.
  fileprivate static func hasFieldShape(_ line: ByteSlice) -> Bool {
    guard let colon = line.prefix(40).firstIndex(of: UInt8(ascii: ":")) else { return false }
    return colon > line.startIndex
      && line[..<colon].allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }
  }
}
