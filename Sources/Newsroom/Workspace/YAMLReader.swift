import Mail
import Yams

/// Reads a mapping of a YAML file key by key, telling file and line of what is wrong.
struct YAMLReader {
  let file: String
  /// The keys above this mapping, for messages: `relay.`.
  let prefix: String
  private let mapping: Node.Mapping

  /// Parses a file's text; fails with the line where it is no YAML or no mapping.
  init(text: String, file: String) throws(Problem) {
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw Problem(.configuration, "\(file)\(Self.place(error))")
    } catch {
      throw Problem(.configuration, "\(file): \(error)")
    }
    guard let node else {
      throw Problem(.configuration, "\(file): the file is empty. Run: solstice init DIR")
    }
    guard let mapping = node.mapping else {
      throw Problem(
        .configuration,
        "\(file):\(node.mark?.line ?? 1): expected lines such as “theme: igpn”.")
    }
    self.init(file: file, prefix: "", mapping: mapping)
  }

  private init(file: String, prefix: String, mapping: Node.Mapping) {
    self.file = file
    self.prefix = prefix
    self.mapping = mapping
  }

  func problem(_ key: String, _ message: String) -> Problem {
    let line = mapping.first { $0.key.string == key }.flatMap { $0.value.mark ?? $0.key.mark }?.line
    return Problem(
      .configuration, "\(file)\(line.map { ":\($0)" } ?? ""): \(prefix)\(key): \(message)")
  }

  /// All keys, in their order.
  var keys: [String] { mapping.compactMap(\.key.string) }

  func isSection(_ key: String) -> Bool { mapping[key]?.mapping != nil }

  func section(_ key: String) throws(Problem) -> YAMLReader? {
    guard let node = mapping[key], node.null == nil || node.mapping != nil else { return nil }
    guard let inner = node.mapping else {
      throw problem(key, "expected a section, with its keys indented below it.")
    }
    return YAMLReader(file: file, prefix: "\(prefix)\(key).", mapping: inner)
  }

  /// A list of sections, each a mapping of its own.
  func sections(_ key: String) throws(Problem) -> [YAMLReader] {
    guard let node = mapping[key] else { return [] }
    guard let sequence = node.sequence, sequence.allSatisfy({ $0.mapping != nil }) else {
      throw problem(key, "expected a list of sections, each beginning with “-”.")
    }
    return sequence.compactMap(\.mapping).enumerated().map {
      YAMLReader(file: file, prefix: "\(prefix)\(key)[\($0.offset + 1)].", mapping: $0.element)
    }
  }

  func text(_ key: String) throws(Problem) -> String? {
    guard let node = mapping[key] else { return nil }
    guard let scalar = node.scalar else { throw problem(key, "expected one value.") }
    let text = scalar.string.trimmed()
    return text.isEmpty || (node.null != nil && scalar.style == .plain) ? nil : text
  }

  /// The value with the blanks at its ends.
  func exactText(_ key: String) -> String? { mapping[key]?.scalar?.string }

  func required(_ key: String, _ expected: String) throws(Problem) -> String {
    guard let text = try text(key) else { throw problem(key, "missing; expected \(expected).") }
    return text
  }

  func number(_ key: String, in range: ClosedRange<Int>) throws(Problem) -> Int? {
    guard let text = try text(key) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw problem(
        key, "“\(text)” is no number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  func list(_ key: String) throws(Problem) -> [String] {
    guard let node = mapping[key] else { return [] }
    if let one = node.scalar { return one.string.trimmed().isEmpty ? [] : [one.string.trimmed()] }
    guard let sequence = node.sequence, sequence.allSatisfy({ $0.scalar != nil }) else {
      throw problem(key, "expected a list such as [en, ja].")
    }
    return sequence.compactMap { $0.scalar?.string.trimmed() }
  }

  /// Keys beside the known ones, as remarks.
  func unknownKeys(besides known: Set<String>) -> [String] {
    mapping.compactMap { key, _ in
      guard let name = key.string, !known.contains(name) else { return nil }
      let line = key.mark.map { ":\($0.line)" } ?? ""
      return "\(file)\(line): \(prefix)\(name): nobody knows this key; it does nothing."
    }
  }

  private static func place(_ error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      ":\(mark.line): this is no YAML: \(problem)."
    case .duplicatedKeysInMapping(let duplicates, let context):
      ":\(context.mark.line): \(duplicates.joined(separator: ", ")): the key is given twice."
    default: ": this is no YAML: \(error)."
    }
  }
}
