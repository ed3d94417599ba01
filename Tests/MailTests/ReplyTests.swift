import Mail
import Testing

struct ReplyTests {
  @Test(arguments: [
    ("250 ok", 250, true, "ok"), ("250-ok", 250, false, "ok"), ("250", 250, true, ""),
    ("250 ", 250, true, ""), ("250-", 250, false, ""), ("550 5.1.1 no", 550, true, "5.1.1 no"),
    ("354  go", 354, true, " go"), ("599 x", 599, true, "x"), ("200 x", 200, true, "x"),
    ("250 grün 例", 250, true, "grün 例"), ("421--x", 421, false, "-x"),
  ])
  func line(text: String, code: Int, isLast: Bool, words: String) throws {
    let line = try #require(Reply.line(text))
    #expect(line.code == code)
    #expect(line.isLast == isLast)
    #expect(line.text == words)
  }

  @Test(arguments: [
    "", "2", "25", "ok", "2500 x", "250x", "250\tx", " 250 x", "199 x", "600 x", "000 x", "999",
    "-25 x", "+25 x", "２５０ ok", "25\u{301}0 x", "250_x", "\0\0\0",
  ])
  func noLine(text: String) {
    #expect(Reply.line(text) == nil)
  }

  @Test(
    arguments: [
      (550, ["5.1.1 no such user"], "5.1.1"), (550, ["5.1.1"], "5.1.1"),
      (250, ["2.0.0 ok"], "2.0.0"),
      (451, ["4.7.1 later", "5.1.1 no"], "4.7.1"), (550, ["4.7.1 later"], nil),
      (450, ["5.1.1 no"], nil), (550, ["no 5.1.1"], nil), (550, ["192.0.2.1 no"], nil),
      (550, [], nil),
      (550, [""], nil), (550, ["no", "5.1.1 no"], nil), (354, ["2.0.0 go"], nil),
    ] as [(Int, [String], String?)])
  func enhanced(code: Int, lines: [String], status: String?) throws {
    let reply = try #require(Reply(code: code, lines: lines))
    #expect(reply.enhanced?.description == status)
    #expect(reply.isPositive == (code == 250))
    #expect(reply.isTransient == (code == 450 || code == 451))
    #expect(reply.isPermanent == (code == 550))
  }

  @Test func printsItsLinesAsOne() {
    #expect(
      Reply(code: 550, lines: ["5.1.1 no", "such user"])?.description == "550 5.1.1 no such user")
    #expect(Reply(code: 421, lines: [])?.description == "421")
    #expect(Reply(code: 199, lines: []) == nil)
    #expect(Reply(code: 600, lines: []) == nil)
    #expect(Reply(code: -1, lines: []) == nil)
  }
}
