import CurlMail
import Testing

@Suite struct RelayURLTests {
  @Test(arguments: [
    ("smtp://127.0.0.1:2525", "127.0.0.1", 2525, true),
    ("smtp://localhost", "localhost", 587, true),
    ("smtps://mail.example.org/", "mail.example.org", 465, false),
    ("SMTP://[::1]:25", "[::1]", 25, true), ("smtp://127.evil.test:25", "127.evil.test", 25, false),
    ("smtp://127.a.b.c:25", "127.a.b.c", 25, false),
  ])
  func isRead(text: String, host: String, port: Int, isLoopback: Bool) throws {
    let url = try RelayURL(parsing: text)
    #expect(url.host == host)
    #expect(url.port == port)
    #expect(url.isLoopback == isLoopback)
  }

  @Test(arguments: [
    ("http://example.org", "neither smtp:// nor smtps://"), ("smtp://", "missing"),
    ("smtp://a:0", "1 to 65535"), ("smtp://a:99999", "1 to 65535"),
    ("smtp://me:secret@example.org", "name and password belong into secrets/"),
    ("smtp://a b", "odd characters"), ("example.org", "neither smtp:// nor smtps://"),
  ])
  func impossibleOnesAreRefusedInWords(text: String, words: String) {
    let error = #expect(throws: RelayURLError.self) { try RelayURL(parsing: text) }
    #expect(error?.description.contains(words) == true)
    #expect(error?.description.contains("secret@") == false)
  }
}
