package import Contacts
package import Foundation
import Mail
import Storage

/// Reads a list from its file, with the decisions that people made about it.
package struct ListReading: Sendable {
  package let name: String
  package let file: URL
  package let sheet: ContactSheet
  package let result: CombResult

  /// Reads and judges; fails with the file and what to do.
  ///
  /// The encoding is detected where none is given.
  package init(
    file: URL, shownAs shown: String, encoding: SheetEncoding? = nil,
    decisions: [WorksheetDecision] = []
  ) throws(Problem) {
    let bytes = try Files.read(file, what: "The list")
    do {
      sheet = try ContactSheet(bytes, file: shown, encoding: encoding)
    } catch {
      throw Problem(.badData, error.description)
    }
    self.file = file
    name = file.deletingPathExtension().lastPathComponent
    result = CombResult(sheet).applying(decisions, to: sheet)
  }
}

/// Turns decisions into what the database keeps, and back.
enum DecisionCoding {
  static func encode(_ decision: WorksheetDecision) -> DecisionStore.Decision? {
    let choice: String
    switch decision.choice {
    case .undecided, .unclear: return nil
    case .accept: choice = "accept"
    case .keep: choice = "keep"
    case .remove: choice = "remove"
    case .use(let address): choice = address.description
    }
    return DecisionStore.Decision(
      line: decision.line, written: decision.written, choice: choice)
  }

  static func decode(_ decision: DecisionStore.Decision) -> WorksheetDecision {
    let choice: WorksheetDecision.Choice
    switch decision.choice {
    case "accept": choice = .accept
    case "keep": choice = .keep
    case "remove": choice = .remove
    default:
      let address = try? EmailAddress(parsing: decision.choice, policy: .permissive)
      choice = address.map { .use($0) } ?? .undecided
    }
    return WorksheetDecision(
      worksheetLine: 0, line: decision.line, written: decision.written, choice: choice)
  }
}
