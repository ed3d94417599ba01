/// More of what people write: lengths, domains, messy cells, slips.
extension AddressTable {
  private static let a64 = String(repeating: "a", count: 64)
  private static let b63 = String(repeating: "b", count: 63)
  /// Of 63 + 1 + 63 + 1 + … octets, so that with the local part it comes to 254.
  private static func domain(of length: Int) -> String {
    var rest = length - 4
    var labels: [String] = []
    while rest > 0 {
      let count = min(63, rest == 64 ? 62 : rest)
      labels.append(String(repeating: "d", count: count))
      rest -= count + 1
    }
    return labels.joined(separator: ".") + ".org"
  }

  /// Octets, not letters: RFC 5321 section 4.5.3.1.
  static let lengths: [Row] = [
    good("\(a64)@b.org"), good("a@\(b63).org"), good("\(a64)@\(domain(of: 189))"),
    good("a@\(domain(of: 252))"), good(String(repeating: "ö", count: 32) + "@b.org"),
    good("\(a64.dropLast(2)).b@b.org"),
    Row("\(a64)@\(domain(of: 190))", "bad", "address-too-long"),
    Row("a@\(domain(of: 253))", "bad", "address-too-long"),
    Row("a@\(domain(of: 254))", "bad", "domain-too-long"),
    Row("\(a64)b@b.org", "bad", "local-too-long"),
    Row(String(repeating: "ö", count: 32) + "a@b.org", "bad", "local-too-long"),
    Row("a@\(b63)b.org", "bad", "label-too-long"), Row("a@b.\(b63)b", "bad", "label-too-long"),
    Row("a@" + String(repeating: "ü", count: 60) + ".org", "bad", "international-domain"),
    Row(" \(a64)@b.org ", "fixed", "spaces", "\(a64)@b.org"),
  ]

  /// RFC 5322 atoms, RFC 1035 and 5890 labels, RFC 6761, 6762 and 7686 names.
  static let grammar: [Row] =
    "!#$%&'*+-/=?^_`{|}~".map { good("a\($0)b@c.org") } + [
      good("a.b.c.d@e.org"), good("1.2.3@e.org"), good("-@e.org"), good("_@e.org"),
      good("a@1.org"), good("a@1a.org"), good("a@a1.org"), good("a@3m.com"), good("a@4u.co"),
      good("a@a-b.org"), good("a@a--b.org"), good("a@x.y.z.w.v.org"),
      good("a@xn--fsq.org", "a@例.org"),
      good("a@XN--FSQ.org", "a@例.org"), good("a@EXAMPLE.ORG", "a@example.org"),
      good("A@b.org"), good("a@b.XYZ", "a@b.xyz"), good("a@b.xn--p1ai", "a@b.рф"),
      good("a@test.example.net"), good("a@my.test"), good("suk@kgpn.hotel"),
    ] + [
      Row("a@example", "bad", "single-label"), Row("a@test", "bad", "single-label"),
      Row("a@b", "bad", "single-label"), Row("a@com", "bad", "single-label"),
      Row("a@localhost.localdomain", "bad", "unknown-tld"),
      Row("a@sub.localhost", "bad", "special-use"), Row("a@printer.local", "bad", "special-use"),
      Row("a@1.168.192.in-addr.arpa", "bad", "special-use"),
      Row("a@LOCALHOST", "bad", "special-use"),
      Row("a@facebookcorewwwi.onion", "bad", "special-use"),
      Row("a@a.invalid", "bad", "special-use"),
      Row("a@corp.internal", "bad", "special-use"), Row("a@10.0.0.1", "bad", "domain-number"),
      Row("a@1.2", "bad", "domain-number"), Row("a@123", "bad", "domain-number"),
      Row("a@b.123", "bad", "domain-number"), Row("a@[10.0.0.1]", "bad", "domain-literal"),
      Row("a@[IPv6:::1]", "bad", "domain-literal"), Row("\"a\"@b.org", "bad", "quoted-local"),
      Row("\"a b\"@b.org", "bad", "quoted-local"), Row("a@-b.org", "bad", "label-hyphen"),
      Row("a@b-.org", "bad", "label-hyphen"), Row("a@b.-c.org", "bad", "label-hyphen"),
      Row("a@b.org-x", "bad", "unknown-tld"), Row("a@b_c.org", "bad", "domain-character"),
      Row("a@_b.org", "bad", "domain-character"), Row("a@b!c.org", "bad", "domain-character"),
      Row("a@b+c.org", "bad", "domain-character"), Row("a@b'c.org", "bad", "domain-character"),
      Row("a@b/c.org", "bad", "domain-character"), Row("a@b:25", "bad", "domain-character"),
      Row("a@b.org:25", "bad", "domain-character"), Row("@", "bad", "empty-local"),
      Row("@@", "bad", "empty-local"), Row("a@@", "bad", "empty-domain"),
      Row("a@.", "bad", "empty-domain"),
      Row("@b.org", "bad", "empty-local"), Row("a@b@c.org", "bad", "several-ats"),
      Row("a@b.org@", "bad", "several-ats"), Row("a@b.org@c.org", "bad", "several-ats"),
      Row("a\u{0}b@c.org", "fixed", "invisible-characters", "ab@c.org"),
      Row("a@xn--0.org", "bad", "international-domain"),
      Row("a@xn--.org", "bad", "label-hyphen"),
      Row("a@xn--zzzzzzzzzzzzzz9.org", "bad", "international-domain"),
      Row("a@\u{301}b.org", "bad", "international-domain"),
      Row("a@☃.org", "bad", "international-domain"),
      Row("a@b\u{200D}c.org", "fixed", "invisible-characters", "a@bc.org"),
      Row("//suk@kgpn.org", "suspect", "leading-sign", "suk@kgpn.org"),
      Row("/suk@kgpn.org", "suspect", "leading-sign", "suk@kgpn.org"),
      Row("=suk@kgpn.org", "suspect", "leading-sign", "suk@kgpn.org"),
      Row("`suk@kgpn.org", "suspect", "leading-sign", "suk@kgpn.org"),
      Row("<>", "bad", "no-at"), Row("()", "bad", "no-at"), Row("--", "bad", "no-at"),
      Row("keine", "bad", "no-at"), Row("なし", "bad", "no-at"), Row("없음", "bad", "no-at"),
      Row("無", "bad", "no-at"), Row("ไม่มี", "bad", "no-at"), Row("?", "bad", "no-at"),
      Row("+81 3 1234 5678", "bad", "no-at"), Row("http://kgpn.example", "bad", "no-at"),
      Row("twitter: @kgpn", "bad", "local-character"),
    ]

  /// Cells as people fill them in.
  static let messy: [Row] =
    [
      ("\u{2003}suk@kgpn.org", "spaces"), ("suk@kgpn.org\u{202F}", "spaces"),
      ("suk@kgpn.org\u{2028}", "spaces"), ("suk@kgpn.org\u{85}", "spaces"),
      ("\u{2800}suk@kgpn.org", "spaces"), ("suk\n@kgpn.org", "spaces"),
      ("suk@\nkgpn.org", "spaces"), ("suk @ kgpn . org", "spaces"),
      ("suk@kgpn.org\u{200F}", "invisible-characters"),
      ("suk@kgpn.org\u{FFFC}", "invisible-characters"),
      ("\u{3164}suk@kgpn.org", "invisible-characters"),
      ("suk@kgpn.org\u{FE0F}", "invisible-characters"),
      ("suk@kg\u{AD}pn.org", "invisible-characters"),
      ("suk@kgpn.org\u{1F}", "invisible-characters"),
      ("suk@kgpn.org\u{E0020}", "invisible-characters"),
      ("\u{2066}suk@kgpn.org\u{2069}", "invisible-characters"),
      ("suk@kgpn．org", "full-width"), ("suk@kgpn｡org", "full-width"),
      ("𝐬𝐮𝐤@kgpn.org", "full-width"),
      ("ⓢⓤⓚ@kgpn.org", "full-width"), ("＜suk@kgpn.org＞", "full-width"),
      ("suk@kgpn.org，", "full-width"), ("suk（at）kgpn.org", "full-width"),
      ("‘suk@kgpn.org’", "typographic"), ("«suk@kgpn.org»", "typographic"),
      ("‹suk@kgpn.org›", "typographic"), ("„suk@kgpn.org“", "typographic"),
      ("mailto: suk@kgpn.org", "mailto"), ("mailto:suk%40kgpn.org", "encoded"),
      ("mailto:%20suk@kgpn.org", "encoded"), ("suk@kgpn.org%20", "encoded"),
      ("mailto:suk@kgpn.org?cc=a@b.org", "mailto"), ("<mailto:suk@kgpn.org>", "mailto"),
      ("Mail：suk@kgpn.org", "full-width"), ("To: suk@kgpn.org", "label"),
      ("E-Mail (privat): suk@kgpn.org", "label"), ("email suk@kgpn.org", "display-name"),
      ("O’Brien：suk@kgpn.org", "full-width"), ("E-mail: 'suk@kgpn.org'", "label"),
      ("<<suk@kgpn.org>>", "brackets"), ("[[suk@kgpn.org]]", "brackets"),
      ("【suk@kgpn.org】", "brackets"),
      ("『suk@kgpn.org』", "brackets"), ("〈suk@kgpn.org〉", "brackets"),
      ("\"<suk@kgpn.org>\"", "brackets"),
      ("=\"suk@kgpn.org\"", "brackets"), ("\"\"suk@kgpn.org\"\"", "brackets"),
      ("suk<@>kgpn.org", "brackets"),
      ("*suk@kgpn.org*", "brackets"), ("`suk@kgpn.org`", "brackets"),
      ("suk{at}kgpn.org", "at-word"), ("suk <at> kgpn.org", "at-word"),
      ("suk_at_kgpn_dot_org", "at-word"),
      ("suk(ät)kgpn.org", "at-word"), ("suk arroba kgpn.org", "at-word"),
      ("suk골뱅이kgpn.org", "at-word"),
      ("sukアットkgpn.org", "at-word"), ("suk☆kgpn.org", "at-word"),
      ("suk(at)kgpn(punkt)org", "at-word"),
      ("suk [at] kgpn [dot] org", "at-word"), ("suk(a)kgpn.org", "at-word"),
      ("suk -at- kgpn.org", "at-word"),
      ("suk@ @kgpn.org", "doubled-at"), ("suk@@@kgpn.org", "doubled-at"),
      ("suk@kgpn;org", "comma-for-dot"), ("suk@kgpn ,org", "comma-for-dot"),
      ("suk@kgpn...org", "doubled-dots"), ("suk@.kgpn.org", "doubled-dots"),
      ("suk@kg pn.org", "inner-spaces"), ("suk@kgpn.org...", "trailing-punctuation"),
      ("suk@kgpn.org!", "trailing-punctuation"), ("suk@kgpn.org);", "trailing-punctuation"),
      ("suk@kgpn.org ;", "trailing-punctuation"), ("suk@kgpn.org_", "trailing-punctuation"),
      ("suk@kgpn.org/", "trailing-punctuation"), ("suk@kgpn.org\"", "trailing-punctuation"),
      ("• suk@kgpn.org", "trailing-punctuation"), ("> suk@kgpn.org", "trailing-punctuation"),
      ("1. suk@kgpn.org", "display-name"), ("(2) suk@kgpn.org", "display-name"),
      ("a) suk@kgpn.org", "display-name"), ("Suk Kim / suk@kgpn.org", "display-name"),
      ("Suk Kim, suk@kgpn.org", "display-name"), ("Suk Kim\nsuk@kgpn.org", "spaces"),
      ("suk@kgpn.org Tel. +82 2 123", "display-name"), ("suk@kgpn.org JP", "display-name"),
      ("(Suk) suk@kgpn.org", "display-name"), ("(Suk)suk@kgpn.org", "display-name"),
      ("suk@kgpn.org(Suk)", "display-name"), ("O'Brien <suk@kgpn.org>", "display-name"),
      ("suk@kgpn.org※", "trailing-punctuation"),
      ("suk&#064;kgpn.org", "encoded"), ("suk&#X40;kgpn&#46;org", "encoded"),
      ("suk&commat;kgpn.org", "encoded"),
      ("suk@kgpn.org&nbsp;", "spaces"), ("suk@kgpn.org<br>", "encoded"),
      ("<td>suk@kgpn.org</td>", "encoded"),
      ("<a href=\"mailto:suk@kgpn.org\">suk@kgpn.org</a>", "encoded"),
      ("suk\\@kgpn.org", "encoded"),
      ("<a href=\"mailto:suk@kgpn.org\">Suk</a>", "encoded"),
      ("_suk@kgpn.org_", "brackets"), ("suk@kgpn.org: work", "display-name"),
      ("suk@kgpn dot org", "at-word"), ("suk@kgpn.org <mailto:suk@kgpn.org>", "mailto"),
    ].map { Row($0.0, "fixed", $0.1, "suk@kgpn.org") }

  /// Slips that a person is asked about.
  static let slips: [Row] =
    [
      ("gmsil.com", "gmail.com"), ("gmqil.com", "gmail.com"), ("gmaul.com", "gmail.com"),
      ("gmil.com", "gmail.com"),
      ("hgmail.com", "gmail.com"), ("gmailk.com", "gmail.com"), ("yajoo.com", "yahoo.com"),
      ("uahoo.com", "yahoo.com"), ("ahoo.com", "yahoo.com"), ("yahho.com", "yahoo.com"),
      ("yahoo.fe", "yahoo.fr"),
      ("yahooco.jp", "yahoo.co.jp"), ("yahoo.cojp", "yahoo.co.jp"), ("yahoocojp", "yahoo.co.jp"),
      ("yahoo.com.h", "yahoo.com.hk"), ("hotmaul.com", "hotmail.com"),
      ("hptmail.com", "hotmail.com"),
      ("htomial.com", "hotmail.com"), ("otmail.com", "hotmail.com"),
      ("hotmailco.uk", "hotmail.co.uk"),
      ("outloook.com", "outlook.com"), ("oulook.com", "outlook.com"),
      ("putlook.com", "outlook.com"),
      ("outlookcom.br", "outlook.com.br"), ("icoud.com", "icloud.com"), ("iclud.com", "icloud.com"),
      ("navre.com", "naver.com"), ("navr.com", "naver.com"), ("hanmal.net", "hanmail.net"),
      ("anmail.net", "hanmail.net"),
      ("docmo.ne.jp", "docomo.ne.jp"), ("docomone.jp", "docomo.ne.jp"),
      ("ezwebnejp", "ezweb.ne.jp"),
      ("googlmail.com", "googlemail.com"), ("protonmai.com", "protonmail.com"),
      ("redifmail.com", "rediffmail.com"),
      ("yandxe.ru", "yandex.ru"), ("laposet.net", "laposte.net"), ("orangr.fr", "orange.fr"),
      ("llive.com", "live.com"),
      ("gmxx.de", "gmx.de"), ("comcst.net", "comcast.net"), ("kgpn.clm", "kgpn.com"),
      ("kgpn.vom", "kgpn.com"),
      ("kgpn.comm", "kgpn.com"), ("kgpn.nte", "kgpn.net"), ("kgpn.oeg", "kgpn.org"),
      ("kgpn.edi", "kgpn.edu"),
      ("kgpn.orgtw", "kgpn.org.tw"), ("kgpn.gokr", "kgpn.go.kr"), ("kgpncom", "kgpn.com"),
      ("kgpncokr", "kgpn.co.kr"),
      ("kgpn.co.jpp", "kgpn.co.jp"),
    ].map { domain, meant in
      let unknown = [
        "fe", "h", "cojp", "clm", "vom", "comm", "nte", "oeg", "edi", "orgtw", "gokr", "jpp",
      ]
      let code =
        !domain.contains(".")
        ? "single-label"
        : unknown.contains { domain.hasSuffix(".\($0)") } ? "unknown-tld" : "provider-typo"
      return Row("suk@\(domain)", "suspect", code, "suk@\(meant)")
    }

  /// Domains that look like slips and are none.
  static let lookalikes: [Row] =
    [
      "gotmail.com", "hicloud.com", "jcloud.com", "coxmail.com", "foodmail.com", "fizmail.com",
      "aver.com", "range.com",
      "olive.com", "yhoo.it", "mail.com", "gail.com", "fmail.co.uk", "hotmall.com", "boxmail.com",
      "cloud.com",
      "wanadoo.es", "yahoo.ae", "outlook.nl", "yandex.pl", "msn.nl", "fastmail.co.uk",
      "earthling.net", "kgpn.gmail.example",
      "mx.gmail.com", "line.me", "lime.com", "life.com", "gm.com", "aol.example", "qqq.com",
      "173.com", "263.net", "139.com",
    ].map { good("suk@\($0)") }

  private static func good(_ written: String, _ result: String? = nil) -> Row {
    Row(written, "ok", "ok", result ?? written)
  }

  static let more = lengths + grammar + messy + slips + lookalikes
}
