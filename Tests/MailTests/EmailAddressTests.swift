import Mail
import Testing

struct EmailAddressTests {
  @Test(arguments: AddressCases.refused)
  func refuses(refusal: AddressCases.Refusal) {
    let error = #expect(throws: AddressError.self) {
      _ = try EmailAddress(parsing: refusal.written)
    }
    #expect(error?.code == refusal.code, "\(error.map(\.description) ?? "")")
    #expect(error?.reason.isEmpty == false)
  }

  @Test(arguments: AddressCases.accepted)
  func accepts(written: String) throws {
    let address = try EmailAddress(parsing: written)
    #expect(address.wire.utf8.count <= 254)
    #expect(address.domain.ascii.utf8.allSatisfy { $0 < 0x80 })
    #expect(address.isInternational == address.localPart.utf8.contains { $0 >= 0x80 })
  }

  /// Every code that policies and grammar have is reached by a case of the table or of the policy.
  @Test func eachProblemIsReached() {
    let permissive: Set<AddressProblem> = [.quotedLocalBroken, .domainLiteralBroken]
    let reached = Set(AddressCases.refused.map(\.code)).union(permissive)
    #expect(Set(AddressProblem.allCases).subtracting(reached).isEmpty)
  }

  @Test(arguments: AddressCases.accepted)
  func printedFormsReadBack(written: String) throws {
    let address = try EmailAddress(parsing: written)
    #expect(try EmailAddress(parsing: address.description) == address)
    #expect(try EmailAddress(parsing: address.wire) == address)
    let key = address.mailboxKey
    #expect(try EmailAddress(parsing: key.rawValue).mailboxKey == key)
  }

  /// Two spellings of one mailbox.
  @Test(arguments: [
    ("a@b.example", "A@B.EXAMPLE"), ("suk.kim@kgpn.example", "Suk.Kim@KGPN.Example"),
    ("a@例.example", "a@xn--fsq.example"), ("a@例.example", "a@XN--FSQ.EXAMPLE"),
    ("a@müller.example", "a@xn--mller-kva.example"), ("a@MÜLLER.example", "a@müller.example"),
    ("a@mu\u{308}ller.example", "a@müller.example"), ("a@例。example", "a@例.example"),
    ("jo\u{308}rg@b.example", "jörg@b.example"), ("JÖRG@b.example", "jörg@b.example"),
    ("ВАСЯ@b.example", "вася@b.example"), ("ΟΔΟΣ@b.example", "οδος@b.example"),
    ("straße@b.example", "STRASSE@b.example"), ("a@faß.example", "a@xn--fa-hia.example"),
    ("a@ＢＣ.example", "a@bc.example"), ("a@\u{200B}b.example", "a@b.example"),
  ])
  func sameMailbox(one: String, other: String) throws {
    let one = try EmailAddress(parsing: one).mailboxKey
    #expect(try EmailAddress(parsing: other).mailboxKey == one)
    #expect(one.rawValue.utf8.drop { $0 != UInt8(ascii: "@") }.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: [
    ("a.b@c.example", "ab@c.example"), ("a+x@c.example", "a@c.example"),
    ("a@b.example", "a@c.example"), ("a@faß.example", "a@fass.example"),
    ("ö@b.example", "o@b.example"), ("a@www.b.example", "a@b.example"),
  ])
  func differentMailboxes(one: String, other: String) throws {
    #expect(
      try EmailAddress(parsing: one).mailboxKey != EmailAddress(parsing: other).mailboxKey)
  }

  @Test func showsBothFormsOfTheDomain() throws {
    let address = try EmailAddress(parsing: "jo\u{308}rg@XN--MLLER-KVA.Example")
    #expect(address.description == "jörg@müller.example")
    #expect(Array(address.localPart.utf8) == Array("jörg".utf8), "kept in NFC")
    #expect(address.wire == "jörg@xn--mller-kva.example")
    #expect(address.isInternational)
    #expect(try !EmailAddress(parsing: "joerg@müller.example").isInternational)
    #expect(try Domain(parsing: "b.co.example").topLevel == "example")
  }

  /// Written, as it prints and goes out, and the mailbox it reaches; refused by the standard policy.
  @Test(arguments: [
    ("\"a b\"@c.example", "\"a b\"@c.example", "\"a b\"@c.example"),
    ("\"A b\"@C.example", "\"A b\"@c.example", "\"a b\"@c.example"),
    ("\"a\\\"b\"@c.example", "\"a\\\"b\"@c.example", "\"a\\\"b\"@c.example"),
    ("\"a@b\"@c.example", "\"a@b\"@c.example", "\"a@b\"@c.example"),
    ("\"a\\\\\"@c.example", "\"a\\\\\"@c.example", "\"a\\\\\"@c.example"),
    ("\"a..b\"@c.example", "\"a..b\"@c.example", "\"a..b\"@c.example"),
    ("\"a\\x\\ y\"@c.example", "\"ax y\"@c.example", "\"ax y\"@c.example"),
    // Marks that nothing needs are dropped: it is the same mailbox.
    ("\"a.b\"@c.example", "a.b@c.example", "a.b@c.example"),
    ("\"a\\b\"@c.example", "ab@c.example", "ab@c.example"),
    ("\"ö\"@c.example", "ö@c.example", "ö@c.example"),
    ("a@[192.0.2.1]", "a@[192.0.2.1]", "a@[192.0.2.1]"),
    ("a@[ipv6:2001:DB8::1]", "a@[IPv6:2001:db8::1]", "a@[IPv6:2001:db8::1]"),
    ("a@[IPv6:::1]", "a@[IPv6:::1]", "a@[IPv6:::1]"), ("a@[IPv6:::]", "a@[IPv6:::]", "a@[IPv6:::]"),
    ("a@[IPv6:1:2:3:4:5:6:7:8]", "a@[IPv6:1:2:3:4:5:6:7:8]", "a@[IPv6:1:2:3:4:5:6:7:8]"),
    ("a@[IPv6:1:2::]", "a@[IPv6:1:2::]", "a@[IPv6:1:2::]"),
    ("a@[IPv6:::192.0.2.1]", "a@[IPv6:::192.0.2.1]", "a@[IPv6:::192.0.2.1]"),
    (
      "a@[IPv6:1:2:3:4:5:6:192.0.2.1]", "a@[IPv6:1:2:3:4:5:6:192.0.2.1]",
      "a@[IPv6:1:2:3:4:5:6:192.0.2.1]"
    ),
  ])
  func permissivePolicyAccepts(written: String, shown: String, key: String) throws {
    let address = try EmailAddress(parsing: written, policy: .permissive)
    #expect(address.description == shown)
    #expect(address.wire == shown)
    #expect(address.mailboxKey.rawValue == key)
    #expect(try EmailAddress(parsing: address.wire, policy: .permissive) == address)
    let refused = #expect(throws: AddressError.self) { _ = try EmailAddress(parsing: written) }
    #expect(refused?.code == .quotedLocal || refused?.code == .domainLiteral)
  }

  @Test(arguments: [
    ("\"a@c.example", AddressProblem.quotedLocalBroken), ("\"\"@c.example", .quotedLocalBroken),
    ("\"a\"b\"@c.example", .quotedLocalBroken), ("\"a\\\"@c.example", .quotedLocalBroken),
    ("\"a\\ö\"@c.example", .quotedLocalBroken), ("\"a\u{200B}\"@c.example", .localCharacter),
    ("\"\u{1F600}\"@c.example", .localCharacter), ("\"a\nb\"@c.example", .control),
  ])
  func permissivePolicyStillRefuses(written: String, code: AddressProblem) {
    let error = #expect(throws: AddressError.self) {
      _ = try EmailAddress(parsing: written, policy: .permissive)
    }
    #expect(error?.code == code)
  }

  @Test(arguments: [
    "", "192.0.2", "192.0.2.1.1", "192.0.2.256", "192.0.2.0001", "192.0.2.a", ".192.0.2.1",
    "192.0.2.1.", "1 2", "1[2", "IPv6:", "IPv6::", "IPv6:1", "IPv6:1:2:3:4:5:6:7",
    "IPv6:1:2:3:4:5:6:7:8:9", "IPv6:1::2::3", "IPv6:1:::2", "IPv6::1:2:3:4:5:6:7:8", "IPv6:1:2:",
    "IPv6:1::2:", "IPv6:12345::1", "IPv6:g::1", "IPv6:1:2:3:4::5:6:7", "IPv6:1::192.0.2",
    "IPv6:1:192.0.2.1", "IPv6:1:2:3:4:5::192.0.2.1", "IPv5:::1", "2001:db8::1", "tag:text", "text",
    "ipv6:é::1",
  ])
  func literalsAreNumbers(inside: String) {
    let error = #expect(throws: AddressError.self) {
      _ = try EmailAddress(parsing: "a@[\(inside)]", policy: .permissive)
    }
    #expect(error?.code == .domainLiteralBroken)
  }

  /// What is no letter is named in the reason.
  @Test(arguments: [
    ("a\u{1F600}@c.example", "an emoji or symbol (“\u{1F600}”, U+1F600)"),
    ("a\u{202E}@c.example", "a control of the writing direction"),
    ("a\u{378}@c.example", "a code point that stands for no character"),
    ("a\u{E000}@c.example", "a character of private use"),
    ("a\u{200B}@c.example", "a character that does not show"),
    ("a\u{FFFD}@c.example", "a character that was lost in another encoding"),
    ("\u{301}a@c.example", "an accent that stands on no letter"),
    ("a@\u{1F600}.example", "the domain holds an emoji or symbol"),
    ("a@b\u{202E}.example", "the domain holds a control of the writing direction"),
    ("a@b\u{378}.example", "the domain holds a code point that stands for no character"),
    ("a@\u{301}b.example", "is not a valid international name"),
  ])
  func reasonsAreClear(written: String, words: String) {
    let error = #expect(throws: AddressError.self) { _ = try EmailAddress(parsing: written) }
    #expect(error?.reason.contains(words) == true, "\(error?.reason ?? "")")
  }

  /// What is joined of parts keeps the same rules as what is read.
  @Test(arguments: ["b+token", "jo\u{308}rg", "a b", "", "a..b", "a@b", AddressCases.a64])
  func joinedPartsAreReadTheSame(local: String) throws {
    for name in ["b.example", "例.example", AddressCases.longestDomain, AddressCases.b63] {
      let domain = try Domain(parsing: name)
      let joined = try? EmailAddress(localPart: local, at: domain)
      #expect(joined == (try? EmailAddress(parsing: "\(local)@\(name)")))
    }
  }

  @Test func codesAreStable() {
    #expect(Set(AddressProblem.allCases.map(\.rawValue)).count == AddressProblem.allCases.count)
    #expect(AddressProblem.noAt.rawValue == "no-at")
    #expect(AddressProblem.control.rawValue == "control-character")
    #expect("\(AddressError(.noAt, "there is no @ in it"))" == "there is no @ in it (no-at)")
  }
}
