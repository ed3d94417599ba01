/// What is wrong in a file that people write, told so that they can mend it.
package struct SourceProblem: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Level: String, Sendable, Codable {
    case error
    case warning
  }

  package let file: String
  package let line: Int
  package let key: String?
  package let message: String
  package let level: Level

  package init(
    file: String, line: Int, key: String? = nil, _ message: String, level: Level = .error
  ) {
    self.file = file
    self.line = line
    self.key = key
    self.message = message
    self.level = level
  }

  package var description: String {
    "\(file):\(line): \(key.map { "\($0): " } ?? "")\(message)"
  }
}
