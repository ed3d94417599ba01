import Mail
import Testing

@testable import Contacts

/// Letters of the world: what goes together passes, what only looks alike is asked about.
struct InternationalAddressTests {
  let judge = AddressJudge()

  /// One script, what East Asia mixes, or Latin beside a script that does not pass for it.
  @Test(arguments: [
    "вася@пример.рф", "иван.петров@почта.рф", "νίκος@παράδειγμα.ελ", "用户@例子.中国", "김숙@한국.kr",
    "สมชาย@ไทย.ไทย", "مثال@مثال.السعودية", "दिल्ली@भारत.भारत", "田中taro@ドメイン名例.jp", "カタカナひらがな漢字@例え.jp",
    "韓國한국@b.example", "ㄅㄆ漢字@b.example", "jeff葉@b.example", "somchaiสม@b.example", "jörg@müller.de",
    "nguyễn.văn@b.vn", "dvořák@b.cz", "çağlar@ışık.com.tr", "ólafur@b.is", "suk@한국.kr",
    "ab@xn--fsq.com",
    "コーヒー@b.example", "גיל@b.example", "ա.բ@b.example", "вася2019@b.example", "вася_п@b.example",
  ])
  func scriptsThatGoTogether(written: String) {
    let verdict = judge.judge(written)
    #expect(verdict.kind == .ok, "\(verdict)")
    #expect(verdict.confidence == .sure)
  }

  @Test(arguments: [
    // One Cyrillic, Greek or Armenian letter in a Latin name, and what it was taken for.
    ("s\u{443}k@kgpn.example", "mixed-scripts", "syk@kgpn.example"),
    ("\u{430}nn@kgpn.example", "mixed-scripts", "ann@kgpn.example"),
    ("ann.l\u{435}e@kgpn.example", "mixed-scripts", "ann.lee@kgpn.example"),
    ("ann@gm\u{430}il.com", "mixed-scripts", "ann@gmail.com"),
    ("ann@gmail.c\u{43E}m", "mixed-scripts", "ann@gmail.com"),
    ("ann@yah\u{3BF}o.com", "mixed-scripts", "ann@yahoo.com"),
    ("ann@kgp\u{578}.example", "mixed-scripts", "ann@kgpn.example"),
    ("\u{410}nn@kgpn.example", "mixed-scripts", "Ann@kgpn.example"),
    ("ann@xn--gmil-63d.com", "mixed-scripts", "ann@gmail.com"),
    // Mixed, but nothing says what was meant.
    ("ва\u{63}я@b.example", "mixed-scripts", ""), ("suk한あ@b.example", "mixed-scripts", ""),
    ("あᄀ@b.example", "mixed-scripts", ""), ("สมक@b.example", "ok", ""),
    ("ωmega@b.example", "mixed-scripts", ""),
    // No mixture, but everybody reads a provider's name.
    ("ann@gma\u{131}l.com", "look-alike", "ann@gmail.com"),
    ("ann@gm\u{E1}il.com", "look-alike", "ann@gmail.com"),
    ("ann@\u{443}\u{430}\u{4BB}\u{43E}\u{43E}.com", "look-alike", "ann@yahoo.com"),
    ("ann@\u{3BD}\u{3BF}.example", "ok", ""),
    ("ann@xn--ls8h.example", "ok", ""), ("ann@xn--example.com", "odd-label", ""),
  ])
  func lookAlikes(written: String, code: String, suggestion: String) {
    let verdict = judge.judge(written)
    #expect(verdict.code == code, "\(verdict)")
    #expect(verdict.kind == (code == "ok" ? .ok : .suspect))
    #expect((verdict.suggestion ?? "") == suggestion)
    #expect((verdict.suggestionConfidence == .likely) == !suggestion.isEmpty)
    #expect(code == "ok" || verdict.usable == nil)
  }

  /// One domain in both of its forms, composed and decomposed, is one mailbox.
  @Test func bothFormsAreOne() {
    let forms = ["a@müller.de", "a@mu\u{308}ller.de", "a@xn--mller-kva.de", "a@XN--MLLER-KVA.DE"]
    let keys = forms.map { judge.judge($0).usable?.mailboxKey.rawValue }
    #expect(Set(keys) == ["a@xn--mller-kva.de"])
    #expect(judge.judge("jo\u{308}rg@b.example").usable?.localPart.unicodeScalars.count == 4)
  }

  @Test(arguments: [
    "\u{1F600}@b.example", "a\u{FFFD}@b.example", "a@\u{1F4A9}.example", "a\u{378}@b.example",
    "\u{301}a@b.example", "a@b\u{E000}.example",
  ])
  func whatIsNoLetterIsRefused(written: String) {
    let verdict = judge.judge(written)
    #expect(verdict.kind == .bad, "\(verdict)")
    #expect(verdict.usable == nil && !verdict.reason.isEmpty)
  }

  /// Quoted names and numbers by policy only; `"a b"@…` has spaces that no repair may take.
  @Test(arguments: ["\"a b\"@b.example", "a@[192.0.2.1]", "a@[IPv6:2001:db8::1]"])
  func rareFormsByPolicy(written: String) {
    #expect(judge.judge(written).kind == .bad)
    let verdict = AddressJudge(policy: .permissive).judge(written)
    #expect(verdict.kind == .ok)
    #expect(verdict.usable?.description == written)
    #expect(verdict.usable?.wire == written)
    #expect(verdict.usable?.mailboxKey.rawValue == written)
  }
}
