import Mail
import Testing

/// Written addresses with the problem each must be refused for.
enum AddressCases {
  struct Refusal: Sendable, CustomTestStringConvertible {
    let written: String
    let code: AddressProblem

    init(_ written: String, _ code: AddressProblem) {
      self.written = written
      self.code = code
    }

    var testDescription: String { "\(code.rawValue): \(written.debugDescription)" }
  }

  static let a64 = String(repeating: "a", count: 64)
  static let b63 = String(repeating: "b", count: 63)
  /// 253 octets: three labels of 63 and one of 61.
  static let longestDomain = [b63, b63, b63, String(repeating: "c", count: 61)].joined(
    separator: ".")

  static let refused: [Refusal] =
    fixed + forbiddenInLocal + forbiddenInDomain + controls + unicodeInLocal + lengths

  private static let fixed: [Refusal] = [
    Refusal("", .empty), Refusal("a", .noAt), Refusal("a.b.example", .noAt),
    Refusal("n/a", .noAt), Refusal("a＠b.example", .noAt), Refusal(" ", .noAt),
    Refusal("@", .emptyLocal), Refusal("@b.example", .emptyLocal), Refusal("a@", .emptyDomain),
    Refusal("a@@b.example", .severalAts), Refusal("a@b@c.example", .severalAts),
    Refusal("a@b.example@", .severalAts), Refusal("@a@b.example", .severalAts),
    Refusal(".a@b.example", .localDots), Refusal("a.@b.example", .localDots),
    Refusal("a..b@b.example", .localDots), Refusal(".@b.example", .localDots),
    Refusal("a b@c.example", .space), Refusal(" a@c.example", .space),
    Refusal("a @c.example", .space), Refusal("a\u{A0}b@c.example", .space),
    Refusal("a\u{3000}b@c.example", .space), Refusal("a\u{2003}@c.example", .space),
    Refusal("\"a\"@b.example", .quotedLocal), Refusal("\"a b\"@b.example", .quotedLocal),
    Refusal("\"@b.example", .quotedLocal), Refusal("\"a@b\"@b.example", .quotedLocal),
    Refusal("a@[192.0.2.1]", .domainLiteral), Refusal("a@[IPv6:2001:db8::1]", .domainLiteral),
    Refusal("a@[", .domainLiteral), Refusal("a@.b.example", .domainDots),
    Refusal("a@b..example", .domainDots), Refusal("a@b.example.", .domainDots),
    Refusal("a@.", .domainDots), Refusal("a@-b.example", .labelHyphen),
    Refusal("a@b-.example", .labelHyphen), Refusal("a@b.-example", .labelHyphen),
    Refusal("a@b.example-", .labelHyphen), Refusal("a@-", .labelHyphen),
    Refusal("a@b c.example", .domainCharacter), Refusal("a@ b.example", .domainCharacter),
    Refusal("a@b.example ", .domainCharacter), Refusal("a@b]", .domainCharacter),
    Refusal("a@xn--a-ecp.ru\u{301}", .internationalDomain),
    Refusal("a@xn--zzzzzzzzzzzzzzz9999.example", .internationalDomain),
    Refusal("a@b\u{2028}c.example", .internationalDomain),
    Refusal("a@\u{E000}.example", .internationalDomain),
    Refusal("a@☃\u{FE0F}-.example", .internationalDomain),
    Refusal("a@\u{301}b.example", .internationalDomain),
  ]

  /// ASCII specials of RFC 5322 that no atom holds.
  private static let forbiddenInLocal: [Refusal] = "()<>[]:;,\\\"".map {
    Refusal("x\($0)y@b.example", .localCharacter)
  }

  private static let forbiddenInDomain: [Refusal] = "!\"#$%&'()*+,/:;<=>?[\\]^_`{|}~".map {
    Refusal("a@x\($0)y.example", .domainCharacter)
  }

  private static let controls: [Refusal] = (Array(0...0x1F) + [0x7F]).flatMap {
    value -> [Refusal] in
    let control = Unicode.Scalar(UInt8(value))
    return [
      Refusal("a\(control)b@c.example", .control), Refusal("a@b\(control).example", .control),
      Refusal("a@c.example\(control)", .control), Refusal("\(control)a@c.example", .control),
    ]
  }

  private static let unicodeInLocal: [Refusal] =
    [
      "\u{80}", "\u{9F}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{202E}", "\u{2060}", "\u{FEFF}",
      "\u{E000}", "\u{FFFE}", "\u{10FFFF}", "\u{E0001}", "\u{378}",
      "\u{1F600}", "\u{2603}", "\u{1F3FB}", "\u{FFFD}", "\u{FE0F}", "\u{2066}", "\u{61C}",
      "\u{E0020}", "\u{3231}",
    ].map { Refusal("a\($0)b@c.example", .localCharacter) }
    + [
      "\u{301}", "a.\u{301}", "\u{E31}", "\u{20DD}",
    ].map { Refusal("\($0)b@c.example", .localCharacter) } + [
      Refusal(".\u{301}b@c.example", .localDots),
      Refusal("a\u{2028}b@c.example", .space), Refusal("a\u{85}b@c.example", .space),
    ]

  private static let lengths: [Refusal] = [
    Refusal(a64 + "a@b.example", .localTooLong),
    // 33 letters, but 66 octets.
    Refusal(String(repeating: "ö", count: 33) + "@b.example", .localTooLong),
    Refusal(String(repeating: "界", count: 22) + "@b.example", .localTooLong),
    Refusal("a@" + b63 + "b.example", .labelTooLong),
    Refusal("a@" + longestDomain + "c", .domainTooLong),
    Refusal(a64 + "@" + [b63, b63, b63].joined(separator: "."), .addressTooLong),
    // 254 is the limit of the whole: the longest domain leaves no letter for a local part.
    Refusal("a@" + longestDomain, .addressTooLong),
    // 60 letters, but an A-label of more than 63 octets.
    Refusal(
      "a@" + String(repeating: "한글도메인", count: 12) + ".example", .internationalDomain),
    Refusal(String(repeating: "a@", count: 50_000), .localTooLong),
  ]

  static let accepted: [String] =
    ASCIIText.atoms.map { "x\($0)y@b.example" } + ASCIIText.atoms.map { "\($0)@b.example" } + [
      "a@b", "a@b.example", "A.B@C.EXAMPLE", "a@1.example", "a@1-2.example", "1@2.example",
      "a.b.c.d.e@f.g.h.i.example", "-@b.example", "a-@b.example", "-a@b.example", "_@b.example",
      "a@b--c.example", "a@192.0.2.1", a64 + "@b.example", "a@" + b63 + ".example",
      a64 + "@" + [b63, b63, "c", String(repeating: "d", count: 59)].joined(separator: "."),
      String(repeating: "ö", count: 32) + "@b.example", "用户@例子.example", "jörg@müller.example",
      "ｆｕｌｌ@b.example", "ö@b.example", "suk@한국.example", "вася@пример.test",
      "อีเมล@ทดสอบ.example", "a@xn--fsq.example", "a@XN--FSQ.example", "a@faß.example",
      "a@ÖLE.example", "a@例。example", "e\u{301}@b.example",
      "a@\u{200B}b.example", "a@xn--ls8h.example", "ภาษา@b.example", "đỗ.văn@b.example",
    ]
}

/// The characters that RFC 5322 allows in an atom.
enum ASCIIText {
  static let atoms = Array("abcxyzABCXYZ0189!#$%&'*+-/=?^_`{|}~")
}
