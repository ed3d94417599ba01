import Bounces

/// `bounces classify`: says of message files what they are, without a workspace.
package enum ReportFiles {
  /// One JSON object for each recipient, at least one; fails where the file can't be read.
  package static func classify(_ path: String) throws(Problem) -> [String] {
    do {
      return try Classification.lines(path: path)
    } catch {
      throw Problem(.missingInput, error.description)
    }
  }
}
