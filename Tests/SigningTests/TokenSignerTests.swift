import Mail
import Testing

@testable import Signing

private func key(_ version: UInt8, _ filler: UInt8) throws -> TokenKey {
  try #require(TokenKey(version: version, bytes: Array(repeating: filler, count: 32)))
}

private func signer() throws -> TokenSigner {
  try #require(TokenSigner(keys: [try key(1, 7)]))
}

@Suite struct TokenSignerTests {
  @Test(arguments: [0, 1, 42, Int64.max, (7 << 48) | 1, -1] as [Int64])
  func aTokenNamesItsDelivery(id: Int64) throws {
    let signer = try signer()
    let token = signer.token(for: id, purpose: .report)
    #expect(token.utf8.count == TokenSigner.length)
    #expect(token.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x32...0x37).contains($0) })
    #expect(signer.delivery(of: token, purpose: .report) == id)
    #expect(signer.delivery(of: token.uppercased(), purpose: .report) == id)
    #expect(signer.token(for: id, purpose: .report) == token)
  }

  @Test func thePurposeIsPartOfTheMAC() throws {
    let signer = try signer()
    let token = signer.token(for: 5, purpose: .report)
    for other in TokenPurpose.allCases where other != .report {
      #expect(signer.delivery(of: token, purpose: other) == nil)
    }
  }

  @Test func noCharacterCanBeChanged() throws {
    let signer = try signer()
    let token = Array(signer.token(for: 77, purpose: .reply))
    for index in token.indices {
      for replacement in "abcdefghijklmnopqrstuvwxyz234567" where replacement != token[index] {
        var forged = token
        forged[index] = replacement
        // The spare bits of the last character must be zero, so no second spelling passes.
        #expect(signer.delivery(of: String(forged), purpose: .reply) == nil)
      }
    }
  }

  @Test func oldKeysVerifyAndForeignOnesDoNot() throws {
    let old = try #require(TokenSigner(keys: [try key(1, 7)]))
    let new = try #require(TokenSigner(keys: [try key(2, 9), try key(1, 7)]))
    let foreign = try #require(TokenSigner(keys: [try key(1, 8)]))
    let token = old.token(for: 3, purpose: .unsubscribe)
    #expect(new.delivery(of: token, purpose: .unsubscribe) == 3)
    #expect(foreign.delivery(of: token, purpose: .unsubscribe) == nil)
    #expect(new.token(for: 3, purpose: .unsubscribe) != token)
  }

  @Test(arguments: ["", "a", "b+abc", String(repeating: "a", count: 31), "äöü", "1111111"])
  func strangeTextIsNoToken(text: String) throws {
    #expect(try signer().delivery(of: text, purpose: .report) == nil)
  }

  @Test func aMessageIDDependsOnContentAndMailboxOnly() throws {
    let signer = try signer()
    let mailbox = MailboxKey(rawValue: "a@example.org")
    let one = signer.messageID(contentHash: [1], mailbox: mailbox)
    #expect(one == signer.messageID(contentHash: [1], mailbox: mailbox))
    #expect(one != signer.messageID(contentHash: [2], mailbox: mailbox))
    #expect(
      one != signer.messageID(contentHash: [1], mailbox: MailboxKey(rawValue: "b@example.org")))
    #expect(one.utf8.count == 32)
  }

  @Test func aShortKeyIsNone() {
    #expect(TokenKey(version: 1, bytes: Array(repeating: 1, count: 31)) == nil)
  }

  @Test func anErasedMailboxIsKnownByItsHashAlone() throws {
    let address = try EmailAddress(parsing: "Suk@KGPN.example")
    let same = try EmailAddress(parsing: "suk@kgpn.example")
    let key: [UInt8] = Array(repeating: 3, count: 32)
    #expect(
      KeyedHash.of(address.mailboxKey, key: key) == KeyedHash.of(same.mailboxKey, key: key))
    #expect(KeyedHash.of(address.mailboxKey, key: Array(repeating: 4, count: 32)).count == 32)
  }

  @Test func theHashIsSHA256() {
    #expect(
      ContentHash.hex(ContentHash.sha256(Array("abc".utf8)))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
