import Mail
import Testing

/// The MIME reader's odd corners.
@Suite struct ReadingTests {
  private func slice(_ text: String) -> ByteSlice { Array(text.utf8)[...] }

  @Test(arguments: [
    ("=?UTF-8?B?44GT44KT?= =?UTF-8?B?44Gr44Gh44Gv?=", "こんにちは"),
    ("=?UTF-8?Q?caf=C3?= =?UTF-8?Q?=A9?= au lait", "café au lait"),
    ("=?iso-2022-jp?B?GyRCJTMlcyVLJUElTxsoQg==?=", "コンニチハ"),
    ("=?KOI8-R?B?8NLJ18XU?=", "Привет"), ("=?x-unknown?Q?a_b?=", "a b"),
    ("=?broken", "=?broken"), ("a =?utf-8?q?b?= c", "a b c"), ("plain\r\n folded", "plain folded"),
  ])
  func decodesHeaders(_ raw: String, _ expected: String) {
    #expect(HeaderText.decode(slice(raw)) == expected)
  }

  @Test func readsParameters() {
    let value = StructuredValue(
      slice("Text/Plain; name*0*=utf-8''%e2%82%ac%20; name*1=\"ra;te\"; charset=x; b=\"a\\\"c\""))
    #expect(value.value == "text/plain")
    #expect(value["name"] == "€ ra;te")
    #expect(value["b"] == "a\"c")
    #expect(StructuredValue(slice("multipart/report boundary=x"))["boundary"] == "x")
    #expect(StructuredValue(slice("multipart/x; boundary=\"open"))["boundary"] == "open")
  }

  @Test(arguments: [
    ("SGVsbG8=", "Hello"), ("SGVs\r\nbG8", "Hello"), ("S*G-V_s bG8=", "Hello"), ("SGVsbA", "Hell"),
    ("QQ==Qg==", "AB"),
  ])
  func decodesBase64(_ raw: String, _ expected: String) {
    #expect(TransferDecoding.base64(slice(raw)) == Array(expected.utf8))
  }

  @Test(arguments: [
    ("a=3Db", "a=b"), ("a=\r\nb", "ab"), ("a= \nb", "ab"), ("a=zz", "a=zz"), ("a=", "a"),
    ("a=4", "a=4"),
  ])
  func decodesQuotedPrintable(_ raw: String, _ expected: String) {
    #expect(TransferDecoding.quotedPrintable(slice(raw)) == Array(expected.utf8))
  }

  @Test func decodesCharsets() {
    #expect(Charset.utf8Text([0x63, 0x61, 0x66, 0xE9][...], label: "iso-8859-1") == "café")
    #expect(Charset.utf8Text([0x93, 0x61, 0x94][...], label: nil) == "“a”")
    #expect(Charset.utf8Text([0xFF, 0xFE, 0x61, 0x00, 0x42, 0x30][...], label: nil) == "aあ")
    #expect(Charset.utf8Text([0x83, 0x65, 0x83, 0x58][...], label: "Shift_JIS") == "テス")
    #expect(Charset.utf8Text([0xC4, 0xE3, 0xBA, 0xC3][...], label: "gb2312") == "你好")
    #expect(Charset.utf8Text([0xBE, 0xC8, 0xB3, 0xE7][...], label: "euc-kr") == "안녕")
    #expect(Charset.utf8Text([0xA7, 0x41, 0xA6, 0x6E][...], label: "big5") == "你好")
    // Labels lie: this is UTF-8.
    #expect(Charset.utf8Text(slice("日本"), label: "iso-2022-jp") == "日本")
    #expect(Charset.utf8Text(slice("a"), label: "../../etc/x") == "a")
  }

  @Test func cutsPartsWithoutRightBoundary() {
    let missing = MessageParser.parse(
      Array("Content-Type: multipart/mixed\n\n--x--y--z\nContent-Type: text/plain\n\nhi\n".utf8))
    #expect(missing.children.map { $0.body.text } == ["hi\n"])
    let wrong = MessageParser.parse(
      Array(
        """
        Content-Type: multipart/mixed; boundary=told

        --------real
        Content-Type: text/plain

        hi
        --------real--
        """.utf8))
    #expect(wrong.children.map { $0.body.text } == ["hi"])
  }

  @Test func readsMessagesInsideBase64() {
    let inner = "U3ViamVjdDogaW5uZXIKCmhp"
    let part = MessageParser.parse(
      Array("Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n\(inner)\n".utf8))
    #expect(part.children.first?.headers.text("Subject") == "inner")
  }

  @Test func limitsHold() {
    var limits = ReadingLimits.standard
    limits.parts = 3
    let many =
      "Content-Type: multipart/mixed; boundary=b\n\n"
      + String(repeating: "--b\n\nx\n", count: 10)
    let message = MessageParser.parse(Array(many.utf8), limits: limits)
    #expect(message.children.count == 3)
    #expect(message.isCut)
    limits.bytes = 20
    #expect(MessageParser.parse(Array(many.utf8), limits: limits).isCut)
  }

  @Test func takesHTMLApart() {
    let html =
      "<html><head><title>x</title><style>a{b:c@d.example}</style></head><body>"
      + "<p>To &lt;a@b.example&gt;<br>was <b>not</b> sent &amp; 5 < 6</p><!-- c --></body>"
    let text = HTMLText.text(slice(html)).text
    #expect(text.contains("To <a@b.example>\nwas not sent & 5 < 6"))
    #expect(!text.contains("d.example"))
  }

  @Test(arguments: [
    ("Mon, 24 Jun 2019 10:00:00 +0900", 1_561_338_000), ("24 Jun 19 01:00 GMT", 1_561_338_000),
    ("Thu, 29 Feb 2024 00:00:00 -0500", 1_709_182_800), ("1 Jan 1970 00:00:00 +0000", 0),
  ])
  func readsDates(_ text: String, _ expected: Int64) {
    #expect(MailDate.seconds(text) == expected)
  }

  @Test(arguments: ["", "yesterday", "32 Jan 2019 10:00", "1 Foo 2019 10:00", "1 Jan 99999 10:00"])
  func refusesNoDates(_ text: String) {
    #expect(MailDate.seconds(text) == nil)
  }

  @Test func findsPhrases() {
    let table = PhraseTable([["spf", "not found"], ["не доставлено"], ["配信できません"]])
    #expect(table.groups(in: FoldedText.fold(slice("User NOT\n  > found"))[...]) == 1)
    #expect(table.groups(in: FoldedText.fold(slice("НЕ Доставлено; SPF"))[...]) == 3)
    #expect(table.groups(in: FoldedText.fold(slice("配信で\nきません"))[...]) == 4)
    #expect(table.groups(in: FoldedText.fold(slice("sp f"))[...]) == 0)
  }
}
