import Mail
import Yams

/// A text file's head between `---` lines, flat keys with their lines, and the text below it.
package struct FrontMatter: Sendable {
  package struct Entry: Hashable, Sendable {
    package let value: String
    package let line: Int
    /// The values of a list, where the key may have one.
    package var values: [String]?
  }

  package private(set) var entries: [String: Entry] = [:]
  package let body: String
  /// The line of the file on which the body starts.
  package let bodyLine: Int

  static let maximumHead = 16_384
  static let maximumFile = 262_144

  /// Splits a file and reads its head as YAML with plain values.
  ///
  /// Fails where there is no head, where it is not YAML, or where a value is not plain text.
  package init(
    bytes: [UInt8], file: String, lists: Set<String> = []
  ) throws(SourceProblem) {
    guard bytes.count <= Self.maximumFile else {
      throw SourceProblem(
        file: file, line: 1,
        "the file has \(bytes.count) bytes; an item has at most \(Self.maximumFile)")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      throw SourceProblem(
        file: file, line: isUTF16 ? 1 : Self.lineOfBadUTF8(bytes),
        "the text is \(isUTF16 ? "UTF-16" : "not UTF-8"); save it as UTF-8")
    }
    try self.init(text: text, file: file, lists: lists)
  }

  private init(text: String, file: String, lists: Set<String>) throws(SourceProblem) {
    let lines = Self.lines(CleanText.clean(text))
    guard lines.first?.trimmed() == "---" else {
      throw SourceProblem(
        file: file, line: 1,
        "expected --- on the first line, then keys such as \"title: …\", then --- again")
    }
    guard let end = lines.indices.dropFirst().first(where: { lines[$0].trimmed() == "---" }) else {
      throw SourceProblem(file: file, line: 1, "the head is not closed: expected a line of ---")
    }
    let head = lines[1..<end].joined(separator: "\n")
    try Self.refuseDepth(head, file: file)
    body = lines[(end + 1)...].joined(separator: "\n")
    bodyLine = end + 2
    if let tab = lines[1..<end].firstIndex(where: { $0.hasPrefix("\t") }) {
      throw SourceProblem(
        file: file, line: tab + 1, "the line begins with a tab; YAML wants spaces instead")
    }
    entries = try Self.read(head, file: file, lists: lists)
  }

  /// The parser descends once per level, so what is deeper than any head of ours is refused first.
  private static func refuseDepth(_ head: String, file: String) throws(SourceProblem) {
    let openings = head.utf8.reduce(0) { $0 + ($1 == 0x5B || $1 == 0x7B ? 1 : 0) }
    let isDeep = lines(head).contains { line in
      line.utf8.prefix { " -?:\t".utf8.contains($0) }.count > 64
    }
    guard head.utf8.count <= maximumHead, openings <= 64, !isDeep else {
      throw SourceProblem(
        file: file, line: 1, "the head is too long or too nested: expected lines of \"key: text\"")
    }
  }

  private static func read(
    _ head: String, file: String, lists: Set<String>
  ) throws(SourceProblem) -> [String: Entry] {
    let root: Node?
    do {
      root = try Yams.compose(yaml: head)
    } catch {
      throw YAMLProblem.problem(error, file: file, lineOffset: 1)
    }
    guard let root, root.string?.isEmpty != true else { return [:] }
    guard let mapping = root.mapping else {
      throw SourceProblem(file: file, line: 2, "expected lines of \"key: text\" in the head")
    }
    var entries: [String: Entry] = [:]
    for (key, value) in mapping {
      let line = (key.mark?.line ?? 1) + 1
      guard let name = key.scalar?.string else { continue }
      if lists.contains(name), let sequence = value.sequence,
        sequence.allSatisfy({ $0.scalar != nil })
      {
        let values = sequence.compactMap { $0.scalar?.string }.map { CleanText.clean($0).trimmed() }
        entries[name] = Entry(value: "", line: line, values: values)
        continue
      }
      guard let scalar = value.scalar else {
        throw SourceProblem(
          file: file, line: line, key: name,
          lists.contains(name)
            ? "expected a list of texts" : "expected one text, not a list or a table")
      }
      // YAML's escapes can write what was cleaned out of the file.
      let text = CleanText.clean(scalar.string).trimmed()
      let isNull = scalar.style == .plain && ["", "~", "null"].contains(text)
      entries[name] = Entry(value: isNull ? "" : text, line: line)
    }
    return entries
  }

  static func lines(_ text: String) -> [String] {
    text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func lineOfBadUTF8(_ bytes: [UInt8]) -> Int {
    var line = 1
    for row in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: row, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }
}
