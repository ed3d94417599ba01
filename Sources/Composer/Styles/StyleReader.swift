import Mail

/// Cuts CSS into preludes and bodies, comments taken out.
struct StyleReader {
  private let bytes: [UInt8]
  private let file: String
  private var index = 0
  private var line: Int
  private(set) var bodyLine = 1

  init(text: String, file: String, firstLine: Int = 1) {
    bytes = Self.withoutComments(Array(text.utf8))
    self.file = file
    line = firstLine
  }

  /// The next rule, nil at the end.
  mutating func next() throws(SourceProblem) -> (prelude: String, body: String)? {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "{") {
      if bytes[index] == UInt8(ascii: "}") {
        throw SourceProblem(file: file, line: line, "a } without the { that it closes")
      }
      count(bytes[index])
      index += 1
    }
    let prelude = String(decoding: bytes[start..<index], as: UTF8.self).trimmed()
    guard index < bytes.count else {
      guard prelude.isEmpty else {
        throw SourceProblem(file: file, line: line, "expected { after \"\(prelude.prefix(40))\"")
      }
      return nil
    }
    index += 1
    bodyLine = line
    let bodyStart = index
    var depth = 1
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "{") { depth += 1 }
      if bytes[index] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { break }
      count(bytes[index])
      index += 1
    }
    guard index < bytes.count else {
      throw SourceProblem(
        file: file, line: bodyLine, "the { after \"\(prelude.prefix(40))\" is not closed")
    }
    let body = String(decoding: bytes[bodyStart..<index], as: UTF8.self)
    index += 1
    return (prelude, body)
  }

  private mutating func count(_ byte: UInt8) {
    if byte == 0x0A { line += 1 }
  }

  /// Line feeds stay, so that lines keep their numbers.
  private static func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var isComment = false
    var index = 0
    while index < bytes.count {
      let pair = index + 1 < bytes.count ? (bytes[index], bytes[index + 1]) : (bytes[index], 0)
      if !isComment, pair == (UInt8(ascii: "/"), UInt8(ascii: "*")) {
        isComment = true
        index += 2
      } else if isComment, pair == (UInt8(ascii: "*"), UInt8(ascii: "/")) {
        isComment = false
        index += 2
      } else {
        if !isComment || bytes[index] == 0x0A { output.append(bytes[index]) }
        index += 1
      }
    }
    return output
  }
}
