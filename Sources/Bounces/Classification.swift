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
    return "{" + fields.map { JSONText.field($0, $1) }.joined(separator: ",") + "}"
  }
}
