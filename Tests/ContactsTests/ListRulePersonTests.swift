import Testing

@testable import Contacts

/// Who still holds a person: the lines of any file, whatever its size and writing.
struct ListRulePersonTests {
  private let finder = PersonFinder(
    addresses: ["Suk.Kim@kgpn.example"], names: ["Kim Sukjin", "김석진", "K"])

  private func lines(_ text: String) -> [Int] {
    PersonLines.find(finder, in: Array(text.utf8)).lines
  }

  @Test(arguments: [
    ("suk.kim@kgpn.example", true), ("SUK.KIM@KGPN.EXAMPLE;x", true),
    ("<mailto:suk.kim@kgpn.example>", true), ("to=suk.kim@kgpn.example.", true),
    ("ｓｕｋ．ｋｉｍ＠ｋｇｐｎ．ｅｘａｍｐｌｅ", true), ("Dr. KIM SUKJIN, Seoul", true), ("회원 김석진님", true),
    ("notsuk.kim@kgpn.example", false), ("x.suk.kim@kgpn.example", false),
    ("suk.kim@kgpn.example.org", false), ("suk.kim@kgpn.example-mail.org", false),
    ("Kim Sukjinson", false), ("K", false), ("", false), ("suk.kim@kgpn", false),
  ])
  func onlyThePerson(text: String, isFound: Bool) {
    #expect(finder.finds(in: text) == isFound)
    #expect((lines("first\n\(text)\nlast") == [2]) == isFound)
  }

  @Test func linesAreCountedWhateverEndsThem() {
    let person = "suk.kim@kgpn.example"
    #expect(lines("a\n\(person)\r\nb\r\(person)\r\r\(person) \(person)") == [2, 4, 6])
    #expect(lines(person) == [1])
    #expect(PersonLines.find(PersonFinder(addresses: []), in: Array(person.utf8)).count == 0)
  }

  /// Cut anywhere, in any of the writings, the same lines are found.
  @Test(arguments: [1, 2, 3, 7, 64], [false, true])
  func piecesMakeNoDifference(size: Int, isUTF16: Bool) {
    let text = "一行\r\nname: 김석진\nＳuk.kim@kgpn.example 😀\nnobody\nsuk.kim@KGPN.example"
    let bytes =
      isUTF16
      ? [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } : Array(text.utf8)
    var lines = PersonLines(finder: finder)
    for start in stride(from: 0, to: bytes.count, by: size) {
      lines.take(bytes[start..<min(bytes.count, start + size)])
    }
    lines.finish()
    #expect(lines.lines == [2, 3, 5])
  }

  @Test func longLinesAreReadInBoundedMemory() {
    let person = Array("suk.kim@kgpn.example".utf8)
    for place in [65_500, 65_530, 131_000] {
      var bytes = [UInt8](repeating: UInt8(ascii: " "), count: 200_000)
      bytes.replaceSubrange(place..<place + person.count, with: person)
      let found = PersonLines.find(finder, in: bytes + [0x0A] + person)
      #expect(found.lines == [1, 2] && found.count == 2)
    }
    let many = PersonLines.find(
      finder, in: Array(repeating: person + [0x0A], count: 1500).flatMap(\.self))
    #expect(many.count == 1500 && many.lines.count == PersonLines.mostLines)
  }

  @Test func anyBytesAreRead() {
    var state: UInt64 = 7
    for _ in 0..<200 {
      let bytes = (0..<200).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 40)
      }
      #expect(PersonLines.find(finder, in: [0xFE, 0xFF] + bytes).count == 0)
      #expect(PersonLines.find(finder, in: bytes).count == 0)
    }
  }

  @Test func textIsRedacted() {
    #expect(
      finder.redacted("to SUK.KIM@kgpn.example, Kim Sukjin", by: "(gone)") == "to (gone), (gone)")
    #expect(finder.redacted("nobody", by: "(gone)") == nil)
    #expect(finder.redacted("ｓuk.kim@kgpn.example here", by: "(gone)") == "(gone)")
  }
}
