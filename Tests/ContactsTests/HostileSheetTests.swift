import ContactsSupport
import Mail
import Testing

@testable import Contacts

/// Lists made to cost time: twice the size may cost little more than twice the time.
struct HostileSheetTests {
  static let shapes: [String: @Sendable (Int) -> String] = [
    "one mailbox for ever": { count in
      "email,note\n" + (0..<count).map { "a@b.example,note \($0)\n" }.joined()
    },
    "quotes": { "email\n" + String(repeating: "\"", count: $0 * 20) + "\na@b.example\n" },
    "open quotes": { "email\na@b.example\n" + String(repeating: "\"x\n", count: $0 * 4) },
    "quotes that close amid text": {
      "email\na@b.example\n" + String(repeating: "x,\"y,\"z\n", count: $0 * 4)
    },
    "quotes over many lines": {
      "email\na@b.example\n"
        + String(repeating: "\"x" + String(repeating: "\n", count: 210), count: $0 / 4)
    },
    "NULs": {
      "email\na@b.example\n"
        + String(
          repeating: "a long enough text\0" + String(repeating: "b", count: 200), count: $0 * 2)
    },
    "replacement": { "email\na@b.example\n" + String(repeating: "\u{FFFD},x\n", count: $0 * 4) },
    "columns": { count in
      let head = "email" + String(repeating: ",email", count: count)
      return head + "\n" + String(repeating: "a@b.example,c@d.example\n", count: count / 10)
    },
    "one cell of addresses": { "email\n" + String(repeating: "a@b.example ", count: $0) },
    "one cell of @": { "email\na@b.example\n" + String(repeating: "@", count: $0 * 20) },
    "one cell of names": {
      "email\n" + String(repeating: "Kim, ", count: $0 * 4) + "a@b.example c@d.example"
    },
    "bare ends": { "email\na@b" + String(repeating: ",com", count: $0) + ";c@d.example" },
  ]

  /// What takes the square of the time takes hours at this size.
  @Test(.timeLimit(.minutes(1)), arguments: shapes.keys.sorted())
  func timeIsLinear(shape: String) throws {
    let make = try #require(Self.shapes[shape])
    let sheet = try? ContactSheet(Array(make(20_000).utf8), file: "x.csv")
    guard let sheet else { return }
    let combed = try CombedList(sheet.rows, options: try WorksheetSamples.options())
    #expect(!CombSummary(combed.figures).text(worksheet: nil).isEmpty)
  }
}
