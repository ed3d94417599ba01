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

  @Test(arguments: shapes.keys.sorted())
  func timeIsLinear(shape: String) throws {
    let make = try #require(Self.shapes[shape])
    let clock = ContinuousClock()
    func time(_ size: Int) throws -> Duration {
      let bytes = Array(make(size).utf8)
      let options = try WorksheetSamples.options(members: CombPropertyTests.members)
      return try clock.measure {
        guard let sheet = try? ContactSheet(bytes, file: "x.csv") else { return }
        let combed = try CombedList(sheet.rows, options: options)
        #expect(!CombSummary(combed.figures).text(worksheet: nil).isEmpty)
      }
    }
    _ = try time(200)
    let small = try (0..<2).map { _ in try time(500) }.min() ?? .zero
    let large = try time(4_000)
    // Eight times the size: linear is 8, quadratic 64.
    #expect(large < small * 30 + .milliseconds(200), "\(small) → \(large)")
  }
}
