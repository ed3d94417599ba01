import Mail

/// The words of a report for people, without the message that it returns.
struct Notice: Sendable {
  struct Place: Sendable {
    let key: String
    let text: String
    let line: Int
    let range: Range<Int>
  }

  private(set) var lines: [ByteSlice] = []
  private(set) var addresses: [Place] = []
  /// The header of the returned message, where it is quoted in the text.
  private(set) var returned: ReceivedHeaders?
  /// The lines in lower case for phrases.
  private(set) var folded: [UInt8] = []
  /// Lines that begin with a quote mark: how people answer.
  private(set) var quotedLines = 0
  private var replies: [Bool] = []

  static let lineLimit = 600
  static let byteLimit = 200_000

  init(_ parts: [ReceivedPart]) {
    var texts: [ByteSlice] = []
    let plain = parts.filter { $0.mediaType != "text/html" }
    for part in plain { texts.append(part.utf8Body.prefix(Self.byteLimit)) }
    if !texts.contains(where: { !$0.trimmed.isEmpty && $0.contains(UInt8(ascii: "@")) }) {
      for part in parts where part.mediaType == "text/html" {
        texts.append(HTMLText.text(part.utf8Body.prefix(Self.byteLimit * 4)))
      }
    }
    for var text in texts {
      if text.prefix(400).contains("<html"), text.contains("</") { text = HTMLText.text(text) }
      guard lines.count < Self.lineLimit else { break }
      add(text)
    }
    for (index, line) in lines.enumerated() where line.contains(UInt8(ascii: "@")) {
      for found in AddressScan.addresses(in: line.prefix(4000)) where addresses.count < 500 {
        addresses.append(
          Place(key: found.text.lowercased(), text: found.text, line: index, range: found.range))
      }
    }
    replies = lines.map(Self.isReply)
    folded = FoldedText.fold(joined(lines[...], limit: 40_000)[...])
  }

  private mutating func add(_ text: ByteSlice) {
    var collected: [ByteSlice] = []
    for line in ByteLines(text) {
      if collected.count + lines.count >= Self.lineLimit { break }
      collected.append(line)
      if line.first == UInt8(ascii: ">"), !line.starts(with: ">>>") { quotedLines += 1 }
    }
    guard let cut = ReturnedCut.find(in: collected) else {
      lines += collected
      return
    }
    lines += collected[..<cut.notice]
    if returned == nil, let header = cut.header {
      returned = ReturnedCut.headers(collected[header...])
    }
  }

  /// Whether a line holds a server's refusal.
  func isReply(_ line: Int) -> Bool { replies[line] }
  var hasReply: Bool { replies.contains(true) }

  /// A code with words, or a status in brackets.
  private static func isReply(_ line: ByteSlice) -> Bool {
    let bytes = line.prefix(4000)
    guard bytes.count > 4, bytes.contains(where: \.isASCIIDigit) else { return false }
    if let code = ReplyText.code(in: bytes), bytes.endIndex - code.place > 4 { return true }
    return EnhancedStatus.first(in: bytes.prefix(400).text).map { $0.statusClass != 2 } ?? false
  }

  /// A reply with the lines that go on with it.
  func reply(at line: Int, stops: Set<Int>) -> ReplyText {
    var text: [UInt8] = []
    let first = lines[line]
    // The line from its code on; "host x said:" before it is no word of the server's.
    let start = ReplyText.code(in: first)?.place ?? first.startIndex
    text += first[start...].trimmed.prefix(1000)
    var next = line + 1
    while next < lines.count, next - line < 8, text.count < 1000, !stops.contains(next) {
      let more = lines[next].trimmed
      if more.isEmpty || more.starts(with: "---") || more.starts(with: ">>>") { break }
      text.append(0x20)
      text += (more.starts(with: "<<<") ? more.dropFirst(3).trimmed : more).prefix(400)
      next += 1
    }
    var reply = ReplyText(String(decoding: text, as: UTF8.self))
    let before = line > 0 ? lines[line - 1].prefix(1000) : []
    let asked = first[..<start].prefix(1000).contains("mail from") || before.contains("mail from")
    reply.isToSender = reply.isToSender || asked && !first.contains("rcpt")
    return reply
  }

  /// What stands at and after the recipient's lines, else the notice's first words.
  func words(around starts: [Int], stops: Set<Int>) -> String {
    var text: [UInt8] = []
    for start in starts.prefix(3) {
      var line = start
      while line < lines.count, line - start < 8, !(line > start && stops.contains(line)) {
        let piece = lines[line].trimmed
        if piece.isEmpty, line > start + 1 { break }
        text += piece.prefix(400)
        text.append(0x20)
        line += 1
      }
      if text.count > 60 { break }
    }
    let nearby = String(decoding: text, as: UTF8.self)
    if Failure.judge(status: nil, code: nil, text: nearby).toldBy != .unknown { return nearby }
    // The reason often stands before the address, in another paragraph.
    let all = String(decoding: joined(lines[...], limit: 2000), as: UTF8.self)
    return Failure.judge(status: nil, code: nil, text: all).toldBy == .unknown && !nearby.isEmpty
      ? nearby : all
  }

  private func joined(_ lines: ArraySlice<ByteSlice>, limit: Int) -> [UInt8] {
    var text: [UInt8] = []
    for line in lines {
      text += line
      text.append(0x0A)
      if text.count > limit { break }
    }
    return text
  }
}
