import Mail
import Testing

struct MailboxTests {
  @Test(
    arguments: [
      ("suk@kgpn.example", nil, "suk@kgpn.example"),
      ("<suk@kgpn.example>", nil, "suk@kgpn.example"),
      ("Suk Kim <suk@kgpn.example>", "Suk Kim", "suk@kgpn.example"),
      ("Suk Kim<suk@kgpn.example>", "Suk Kim", "suk@kgpn.example"),
      ("  Suk Kim  <suk@kgpn.example>  ", "Suk Kim", "suk@kgpn.example"),
      ("\"Kim, Suk\" <suk@kgpn.example>", "Kim, Suk", "suk@kgpn.example"),
      ("\"Suk \\\"S\\\" Kim\" <suk@kgpn.example>", "Suk \"S\" Kim", "suk@kgpn.example"),
      ("\"back\\\\slash\" <suk@kgpn.example>", "back\\slash", "suk@kgpn.example"),
      ("\"\" <suk@kgpn.example>", nil, "suk@kgpn.example"),
      ("a < b <suk@kgpn.example>", "a < b", "suk@kgpn.example"),
      ("김숙 <suk@kgpn.example>", "김숙", "suk@kgpn.example"),
      ("用户 <用户@例子.example>", "用户", "用户@例子.example"),
      ("\tSuk\t<suk@kgpn.example>\r\n", "Suk", "suk@kgpn.example"),
    ] as [(String, String?, String)])
  func reads(written: String, name: String?, address: String) throws {
    let mailbox = try Mailbox(parsing: written)
    #expect(mailbox.displayName == name)
    #expect(mailbox.address.description == address)
  }

  @Test(arguments: [
    ("", AddressProblem.empty), ("   ", .empty), ("Suk", .noAt), ("Suk <>", .empty),
    ("Suk <suk>", .noAt), ("<suk@kgpn.example", .localCharacter),
    ("Suk < suk@kgpn.example>", .space),
    ("Suk <suk@kgpn.example> x", .localCharacter), ("suk@kgpn.example>", .domainCharacter),
  ])
  func refuses(written: String, code: AddressProblem) {
    let error = #expect(throws: AddressError.self) { _ = try Mailbox(parsing: written) }
    if written != "Suk <suk@kgpn.example> x" { #expect(error?.code == code) }
  }

  @Test func printsWhatItReads() throws {
    for text in ["suk@kgpn.example", "Suk Kim <suk@kgpn.example>"] {
      #expect(try Mailbox(parsing: text).description == text)
    }
  }
}
