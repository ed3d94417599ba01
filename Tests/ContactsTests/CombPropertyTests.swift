import ContactsSupport
import Mail
import TestSupport
import Testing

@testable import Contacts

/// Lists that nobody would write, combed, answered and combed again.
struct CombPropertyTests {
  static func list(_ seed: Int) -> String {
    var random = SeededGenerator(seed: UInt64(seed))
    let pick = { (choices: [String]) in choices.randomElement(using: &random) ?? "" }
    var lines = ["name,email,member,language,role"]
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      let local = pick([
        "suk", "suk.kim", "kim.suk", "s.kim", "info", "a..b", "www.lee", "=x", "名", "",
      ])
      let domain = pick([
        "kgpn.example", "office.kgpn.example", "gmail.com", "gmial.com", "gpn", "gpn.exmaple",
        "KGPN.example",
      ])
      let address = pick([
        "\(local)@\(domain)", "mailto:\(local)@\(domain)", " \(local)@\(domain) ", "\(local)", "",
        "\(local)@\(domain); lee@\(domain)", "\(local)\n@\(domain)",
      ])
      let cells = [
        pick(["Suk Kim", "Kim Suk", "김숙", "+1", "", "Lee \"Lee\"", "=cmd()"]), address,
        pick(["KGPN", "kgpn", "Korea", "Nowhere", "", "Elsewhere"]),
        pick(["ko", "Korean", "ja", "Klingon", ""]), pick(["Council", "", "GPN; chair"]),
      ]
      lines.append(
        cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static let members = [
    Member(
      key: "kgpn", name: "Korea Network", short: "KGPN", country: "Korea",
      site: "https://kgpn.example")
  ]

  /// The plainest answer to a question that settles it.
  static func decision(_ row: Sheet.Row, _ random: inout SeededGenerator) -> String {
    switch row[8].prefix(while: \.isLetter) {
    case "address":
      row[5].isEmpty
        ? "remove"
        : ["accept", "remove", "new@tgpn.example"][Int.random(in: 0...2, using: &random)]
    case "person": ["accept", "keep", "swap"][Int.random(in: 0...2, using: &random)]
    case "member": Bool.random(using: &random) ? "keep" : "KGPN"
    default: row[5].isEmpty || Bool.random(using: &random) ? "keep" : "accept"
    }
  }

  /// No question comes twice, and in a few rounds nothing is left to ask.
  ///
  /// Nobody is lost on the way but those whom an answer takes out.
  @Test(arguments: 0..<60)
  func answeringComesToAnEnd(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed + 1_000))
    let text = Self.list(seed)
    var answers: [WorksheetAnswer] = []
    var asked: Set<WorksheetPlace> = []
    for round in 0..<12 {
      let combed = try WorksheetSamples.comb(text, answers: answers, members: Self.members)
      #expect(combed.figures.mailable == combed.contacts.count)
      let firsts = combed.entries.filter { $0.contact != nil && $0.repeats == nil }
      #expect(firsts.count == combed.figures.mailable)
      guard var rows = Optional(try WorksheetSamples.rows(combed.worksheet)), !rows.isEmpty else {
        #expect(combed.figures.questions == 0)
        return
      }
      #expect(rows.count == combed.figures.questions + 1)
      for index in rows.indices.dropFirst() {
        #expect(rows[index].cells.count == 9)
        rows[index].cells[7] = Self.decision(rows[index], &random)
      }
      let (fresh, remarks) = try WorksheetSamples.answers(rows)
      #expect(remarks.isEmpty)
      #expect(fresh.count == rows.count - 1)
      for answer in fresh {
        #expect(asked.insert(answer.place).inserted, "round \(round): asked twice: \(answer)")
      }
      answers += fresh.compactMap {
        WorksheetAnswer(
          line: $0.place.line, written: $0.place.written, code: $0.place.code,
          stored: $0.stored)
      }
    }
    Issue.record("seed \(seed): still asking after twelve rounds")
  }

  /// Whatever octets a list and a worksheet hold, combing and reading back end.
  @Test(arguments: 0..<100)
  func anyOctets(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let parts: [[UInt8]] = [
      Array("a@b.example".utf8), Array("line,address,decision,question".utf8), [0x2C], [0x0A],
      [0x22],
      [0xFF], [0x00], Array("７".utf8), Array("swap".utf8), [0xE3, 0x81],
      Array("99999999999999999999".utf8),
      Array("1e300".utf8), Array("person".utf8), Array("{line}".utf8), [0x0D],
    ]
    var bytes = Array("email,name,member,language\nx@y.example,,,\n".utf8)
    for _ in 0..<Int.random(in: 0...200, using: &random) {
      bytes += parts.randomElement(using: &random) ?? []
    }
    if let sheet = try? ContactSheet(bytes, file: "x.csv") {
      let combed = try CombedList(
        sheet.rows, options: try WorksheetSamples.options(members: Self.members))
      #expect(combed.figures.rows == sheet.rows.count)
      let text = CombSummary(combed.figures).text(worksheet: "w")
      #expect(text.split(separator: "\n").count <= 24)
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
    let rows = [Sheet.Row(line: 1, cells: WorksheetReaderTests.headings)]
    let more = (try? Sheet(bytes, file: "x.csv").rows) ?? []
    var reader = try WorksheetReader(
      top: rows, file: "x.csv", phrases: [try WorksheetSamples.english()])
    for row in more {
      if let answer = reader.answer(row) { #expect(!answer.stored.isEmpty) }
    }
    #expect(reader.remarks.count == min(reader.remarkCount, WorksheetReader.keptRemarks))
  }
}
