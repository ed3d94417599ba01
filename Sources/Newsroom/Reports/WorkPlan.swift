import Foundation
import Yams

/// The year's work plan, `plan.yml`: area, output, month in which it is due.
package enum WorkPlan {
  package struct Line: Sendable, Hashable {
    package let area: String
    package let scope: String
    package let output: String
    /// `2019-04`, or `in time` where the work is done all year.
    package let due: String
  }

  /// Reads the plan; empty where there is none, fails where it can't be read.
  package static func read(_ workspace: Workspace) throws(Problem) -> [Line] {
    let file = workspace.directory.appending(path: "plan.yml")
    guard FileManager.default.fileExists(atPath: Files.path(file)) else { return [] }
    let text = String(decoding: try Files.read(file, what: "The work plan"), as: UTF8.self)
    let reader = try YAMLReader(text: text, file: "plan.yml")
    return try reader.sections("items").map { (line) throws(Problem) in
      Line(
        area: try line.text("area") ?? "",
        scope: try line.required("scope", "what is to be done"),
        output: try line.text("output") ?? "", due: try line.text("due") ?? "")
    }
  }
}
