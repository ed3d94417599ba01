import Catcher
import Testing

/// AUTH PLAIN and LOGIN without TLS (RFC 4954, on loopback).
struct AuthenticationTests {
  private let script = """
    {"server": {"auth": {"user": "anna", "password": "secret"}, "requireAuth": true}}
    """

  @Test func rightAndWrong() async throws {
    try await withCatcher(script) { catcher, _ in
      let client = try Conversation(port: catcher.port)
      try client.play(
        """
        S: 220 *
        C: EHLO here.test
        S: 250-catcher.test
        S: 250-8BITMIME
        S: 250-SMTPUTF8
        S: 250-SIZE 50000000
        S: 250-ENHANCEDSTATUSCODES
        S: 250 AUTH PLAIN LOGIN
        C: MAIL FROM:<a@b.test>
        S: 530 5.7.0 *
        C: AUTH CRAM-MD5
        S: 504 5.5.4 *
        C: AUTH PLAIN !!!
        S: 501 5.5.2 *
        C: AUTH PLAIN AGFubmEAd3Jvbmc=
        S: 535 5.7.8 *
        C: AUTH LOGIN
        S: 334 VXNlcm5hbWU6
        C: YW5uYQ==
        S: 334 UGFzc3dvcmQ6
        C: d3Jvbmc=
        S: 535 5.7.8 *
        C: AUTH LOGIN
        S: 334 VXNlcm5hbWU6
        C: *
        S: 501 5.7.0 *
        C: AUTH LOGIN YW5uYQ==
        S: 334 UGFzc3dvcmQ6
        C: c2VjcmV0
        S: 235 2.7.0 *
        C: AUTH PLAIN AGFubmEAc2VjcmV0
        S: 503 5.5.1 *
        C: MAIL FROM:<a@b.test> AUTH=<>
        S: 250 2.1.0 Ok
        C: RSET
        S: 250 *
        """)
      try client.hand(to: "x@y.test")
      try client.play("S: 250 2.0.0 *")
      #expect(catcher.transactions().map(\.user) == ["anna"])
    }
  }

  @Test func plainOnTwoLines() async throws {
    try await withCatcher(script) { catcher, _ in
      let client = try Conversation(port: catcher.port)
      try client.greet()
      try client.play("C: AUTH PLAIN\nS: 334 \nC: AGFubmEAc2VjcmV0\nS: 235 2.7.0 *")
    }
  }

  @Test func refusesEveryone() async throws {
    let script = """
      {"server": {"auth": {"user": "anna", "password": "secret"},
                  "refuseAuth": "454 4.7.0 Temporary authentication failure"}}
      """
    try await withCatcher(script) { catcher, _ in
      let client = try Conversation(port: catcher.port)
      try client.greet()
      try client.play("C: AUTH PLAIN AGFubmEAc2VjcmV0\nS: 454 4.7.0 Temporary *")
    }
  }
}
