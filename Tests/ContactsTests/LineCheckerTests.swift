import Mail
import TestSupport
import Testing

@testable import Contacts

struct LineCheckerTests {
  static func check(_ text: String, chunk: Int = .max) -> String {
    var checker = LineChecker()
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      while start < buffer.count {
        let end = chunk == .max ? buffer.count : min(buffer.count, start + chunk)
        checker.feed(UnsafeBufferPointer(rebasing: buffer[start..<end]), into: &output)
        start = end
      }
    }
    checker.finish(into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test func agreesWithTheJudge() {
    let judge = AddressJudge()
    let rows = AddressTable.all.map(\.written).filter { !$0.utf8.contains(0x0A) }
    let lines = Self.check(rows.joined(separator: "\n") + "\n").split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast()
    #expect(lines.count == rows.count)
    for (row, line) in zip(rows, lines) {
      let verdict = judge.judge(row)
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      #expect(fields.count == 4, "\(row)")
      guard fields.count == 4 else { continue }
      #expect(fields[1] == verdict.kind.rawValue, "\(row)")
      #expect(fields[2] == verdict.code, "\(row)")
    }
  }

  @Test func whatIsRememberedChangesNoAnswer() {
    let rows = AddressTable.all.map(\.written).filter { !$0.utf8.contains(0x0A) }
    let text = rows.joined(separator: "\n") + "\n"
    let once = Self.check(text)
    #expect(Self.check(text + text) == once + once)
  }

  @Test(arguments: [
    ("", ""), (" ", ""), ("\t", " \u{3000}"), ("\u{A0}", "\u{200B}"), ("\u{FEFF}", ","), ("", "; "),
    ("", "."), ("", ".."), ("MailTo:", "."), ("mailto:", "\u{3000}"), ("<", ">"), ("<", ">, "),
    ("“", "”"), ("\u{200B}“", "” "), ("mailto\u{1A}", ""), ("<mailto:", ">"), ("“ ", "”"),
  ])
  func surroundingsAreJudgedAlike(before: String, after: String) {
    let judge = AddressJudge()
    let addresses = [
      "Suk.Kim@KGPN.Example", "suk_dot_kim@kgpn.example", "suk@gmial.com", "suk@kgpn.con",
      "a@b.org",
      "www.suk@kgpn.example", "suk..kim@kgpn.example", "suk@kgpn", "s+k-1@a-b.co.jp",
      "suk@xn--a.com",
      "suk@localhost", "suk@kim@gmial.com", "suk@-gmial.com", "o'suk@kgpn.example",
    ]
    // Each twice: what was learnt of the first must not change the second.
    for row in (addresses + addresses).map({ before + $0 + after }) {
      let verdict = judge.judge(row)
      let isASCII = row.utf8.allSatisfy { $0 < 0x80 }
      let cleaned = verdict.usable.map { isASCII ? $0.wire : $0.description }
      let fields = [verdict.kind.rawValue, verdict.code, cleaned ?? verdict.suggestion ?? ""]
      #expect(
        Self.check("\(row)\n\(row)\n").split(separator: "\n").allSatisfy {
          $0.split(separator: "\t", omittingEmptySubsequences: false).dropFirst().elementsEqual(
            fields, by: ==)
        }, "\(row.debugDescription)")
    }
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func chunksDoNotMatter(chunk: Int) {
    let text = AddressTable.all.map(\.written).filter {
      !$0.utf8.contains(0x0A) && $0.utf8.count < 2_000
    }
    .joined(separator: "\r\n")
    #expect(Self.check(text, chunk: chunk) == Self.check(text))
  }

  @Test func columnsHold() {
    #expect(
      Self.check("suk@\tkgpn.example\n") == "suk@ kgpn.example\tfixed\tspaces\tsuk@kgpn.example\n")
    #expect(Self.check("Suk@KGPN.Example") == "Suk@KGPN.Example\tok\tok\tSuk@kgpn.example\n")
    #expect(Self.check("\n\n") == "\tbad\tempty\t\n\tbad\tempty\t\n")
    #expect(Self.check("a@b.org\r\n") == "a@b.org\tok\tok\ta@b.org\n")
    #expect(Self.check("") == "")
  }

  @Test func plainLinesAreJudgedAlike() {
    // Random lines out of the letters of addresses: the quick way may never be more lenient.
    var random = SeededGenerator(seed: 7)
    let letters = Array("aeglmiouy.@-com'w1".unicodeScalars)
    let ends = [".com", ".co.jp", ".example", ".con", "@gmail.com", "@gmal.com", "@a.org", ""]
    let judge = AddressJudge()
    var rows: [String] = []
    for _ in 0..<3_000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...14, using: &random) {
        view.append(letters[Int.random(in: 0..<letters.count, using: &random)])
      }
      rows.append(String(view) + (ends.randomElement(using: &random) ?? ""))
    }
    let lines = Self.check(rows.joined(separator: "\n")).split(separator: "\n")
    for (row, line) in zip(rows, lines) {
      let verdict = judge.judge(row)
      #expect(line.hasPrefix("\(row)\t\(verdict.kind.rawValue)\t\(verdict.code)\t"), "\(line)")
    }
  }
}
