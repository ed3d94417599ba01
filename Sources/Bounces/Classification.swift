import FoundationEssentials
import Mail

/// The lines of `bounces classify --format jsonl`: a stable interface (design, part 9).
package enum Classification {
  /// One JSON object for each recipient of a file's report, at least one.
  package static func lines(file: String, bytes: [UInt8]) -> [String] {
    Report.read(bytes).recipients.map { line(file: file, $0) }
  }

  /// The same for a file on disk.
  package static func lines(path: String) throws(InboxError) -> [String] {
    lines(
      file: path, bytes: try FileBytes.read(path, limit: ReadingLimits.standard.bytes))
  }

  private static func line(file: String, _ report: RecipientReport) -> String {
    let fields: [(String, String?)] = [
      ("file", file), ("recipient", report.recipient), ("kind", report.kind.rawValue),
      ("permanence", report.permanence?.rawValue), ("status", report.status?.description),
      ("reason", report.reason?.rawValue), ("diagnosis", report.diagnosis),
    ]
    return "{" + fields.map { "\"\($0)\":\(value($1))" }.joined(separator: ",") + "}"
  }

  private static func value(_ text: String?) -> String {
    guard let text else { return "null" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      default:
        let isControl = scalar.value < 0x20 || scalar.value == 0x7F
        if isControl || scalar.value == 0x2028 || scalar.value == 0x2029 {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
