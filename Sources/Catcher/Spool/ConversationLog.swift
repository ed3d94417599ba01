import Mail

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
    line += ",\"event\":\(JSONText.string(event))"
    for (name, value) in facts { line += ",\(JSONText.field(name, value))" }
    line += "}\n"
    _ = FileSystem.write(Array(line.utf8), to: file)
  }
}
