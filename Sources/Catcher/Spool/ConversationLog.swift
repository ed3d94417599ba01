/// `catcher.log`: one JSON object a line, appended in one write so that processes can share it.
final class ConversationLog: Sendable {
  private let file: Int32

  init(path: String) throws(SpoolError) {
    file = try FileSystem.openLog(path)
  }

  deinit {
    FileSystem.closeLog(file)
  }

  /// Adds a line; a log that can't be written is no reason to stop.
  func add(_ event: String, connection: Int, at time: Int64, _ facts: KeyValuePairs<String, String>)
  {
    var line = "{\"time\":\"\(UTCTime(milliseconds: time).log)\",\"connection\":\(connection)"
    line += ",\"event\":\(Self.quoted(event))"
    for (name, value) in facts { line += ",\(Self.quoted(name)):\(Self.quoted(value))" }
    line += "}\n"
    _ = FileSystem.write(Array(line.utf8), to: file)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
