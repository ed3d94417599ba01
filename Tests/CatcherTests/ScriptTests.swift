import Catcher
import Foundation
import Testing

/// Scripts in JSON, and what is said about wrong ones.
struct ScriptTests {
  private static let whole = """
    {
      "server": {
        "greeting": "554 5.3.2 No", "latencyAfterDot": 5, "idleSeconds": 6,
        "messagesPerConnection": 7, "connections": 8, "auth": {"user": "u", "password": "p"},
        "requireAuth": true, "refuseAuth": "535 5.7.8 No", "offers": ["smtputf8", "SIZE"],
        "sizeLimit": 9, "recipientLimit": 10, "lineLimit": 998, "bareLineFeeds": "refuse"
      },
      "rules": [
        {"recipient": "A@Reader.test", "accept": true},
        {"recipient": "*@reader.test", "refuse": "550 5.1.1 Unknown", "times": 2, "share": 0.5},
        {"recipient": "*", "defer": "451 4.7.1 Later", "at": "dot"},
        {"sender": "*@list.test", "stall": "mail"},
        {"sender": "<>", "accept": true},
        {"recipient": "*", "late": 20, "at": "data"},
        {"recipient": "*", "drop": "body", "bytes": 30},
        {"recipient": "*", "drop": "dot", "keep": true},
        {"recipient": "*", "report": "4.2.2", "diagnosis": "452 4.2.2 Full", "after": 40}
      ]
    }
    """

  @Test func everyKey() throws {
    let script = try CatcherScript(json: Array(Self.whole.utf8))
    #expect(script.settings.greeting == CatcherReply(554, "5.3.2 No"))
    #expect(script.settings.offers == [.utf8, .size])
    #expect(script.settings.account == .init(user: "u", password: "p"))
    #expect(script.settings.bareLines == .refuse)
    #expect(script.settings.messagesPerConnection == 7)
    let unknown = CatcherReply(550, "5.1.1 Unknown")
    #expect(
      script.rules == [
        CatcherRule(.recipient(.address("a@reader.test")), .accept),
        CatcherRule(
          .recipient(.domain("reader.test")), .refuse(at: .rcpt, unknown), times: 2, share: 0.5),
        CatcherRule(.recipient(.any), .refuse(at: .dot, CatcherReply(451, "4.7.1 Later"))),
        CatcherRule(.sender(.domain("list.test")), .stall(at: .mail)),
        CatcherRule(.sender(.address("")), .accept),
        CatcherRule(.recipient(.any), .late(at: .data, milliseconds: 20)),
        CatcherRule(.recipient(.any), .drop(at: .body, afterBytes: 30)),
        CatcherRule(.recipient(.any), .drop(at: .dot, keep: true)),
        CatcherRule(
          .recipient(.any),
          .report(
            CatcherReport(
              .delayed, status: "4.2.2", diagnosis: "452 4.2.2 Full", afterMilliseconds: 40))),
      ])
  }

  @Test func writtenAndReadAgain() throws {
    let script = try CatcherScript(json: Array(Self.whole.utf8))
    let json = [UInt8](try JSONEncoder().encode(script))
    #expect(try CatcherScript(json: json) == script)
  }

  @Test func anEmptyOneAcceptsAll() throws {
    #expect(try CatcherScript(json: Array("{}".utf8)) == CatcherScript())
  }

  @Test(arguments: [
    ("[", "script: "), ("[]", "script: it should be an object"),
    (#"{"rule": []}"#, #"script: unknown key "rule"; known are server, rules"#),
    (#"{"rules": {}}"#, "script: rules: it should be a list"),
    (#"{"rules": [{"accept": true}]}"#, "script: rules[0]: a rule needs a recipient or a sender"),
    (
      #"{"rules": [{"recipient": "*", "sender": "*", "accept": true}]}"#, "script: rules[0]: a rule"
    ),
    (#"{"rules": [{"recipient": "*"}]}"#, "script: rules[0]: a rule needs exactly one of accept"),
    (
      #"{"rules": [{"recipient": "*", "accept": true}, {"recipient": "x", "accept": true}]}"#,
      #"script: rules[1].recipient: "x" is no address, *@domain or *"#
    ),
    (#"{"rules": [{"recipient": "a*@b", "accept": true}]}"#, "script: rules[0].recipient: "),
    (
      #"{"rules": [{"recipient": "*", "refuse": "550"}]}"#,
      #"script: rules[0].refuse: "550" is no reply"#
    ),
    (
      #"{"rules": [{"recipient": "*", "refuse": "250 Ok"}]}"#,
      "script: rules[0]: 250 refuses nothing"
    ),
    (#"{"rules": [{"recipient": "*", "defer": "550 No"}]}"#, "script: rules[0].defer: 550 defers"),
    (#"{"rules": [{"recipient": "*", "drop": "noon"}]}"#, #"script: rules[0].drop: "noon" is no"#),
    (#"{"rules": [{"recipient": "*", "late": "1"}]}"#, "script: rules[0].late: it should be a num"),
    (#"{"rules": [{"recipient": "*", "late": -1}]}"#, "script: rules[0]: -1 ms late"),
    (
      #"{"rules": [{"recipient": "a@b", "drop": "mail"}]}"#,
      "script: rules[0]: the recipient is not known at mail"
    ),
    (
      #"{"rules": [{"recipient": "*", "refuse": "550 x", "at": "body"}]}"#,
      "script: rules[0]: nothing is answered at body"
    ),
    (#"{"rules": [{"recipient": "*", "accept": true, "times": 0}]}"#, "script: rules[0]: times is"),
    (#"{"rules": [{"recipient": "*", "accept": true, "share": 2}]}"#, "script: rules[0]: share is"),
    (#"{"rules": [{"recipient": "*", "report": "no"}]}"#, "script: rules[0]: report no: give"),
    (#"{"rules": [{"recipient": "*", "drop": "rcpt", "keep": true}]}"#, "script: rules[0]: keep"),
    (#"{"server": {"greeting": "220 Hi"}}"#, "script: server: greeting 220 refuses nothing"),
    (#"{"server": {"idleSeconds": 0}}"#, "script: server: idleSeconds is 0: give 1 to 86400"),
    (#"{"server": {"offers": ["TURN"]}}"#, #"script: server.offers: "TURN" is no extension"#),
    (#"{"server": {"auth": {"user": "u"}}}"#, #"script: server.auth: "password" is missing"#),
    (#"{"server": {"requireAuth": true}}"#, "script: server: requireAuth needs an auth account"),
  ])
  func wrongOnes(json: String, message: String) {
    do {
      let script = try CatcherScript(json: Array(json.utf8))
      Issue.record("read as \(script)")
    } catch {
      #expect(error.description.hasPrefix(message), "\(error)")
    }
  }

  @Test func fromAFile() throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let file = folder.path + "/script.json"
    try Data(Self.whole.utf8).write(to: URL(filePath: file))
    #expect(try CatcherScript(file: file).rules.count == 9)
    let missing = folder.path + "/none.json"
    let error = #expect(throws: CatcherScriptError.self) { try CatcherScript(file: missing) }
    #expect(error?.file == missing)
  }

  @Test func startRefusesWhatItCannotPlay() async throws {
    let folder = try TestFolder()
    defer { folder.remove() }
    let rule = CatcherRule(.recipient(.any), .late(at: .dot, milliseconds: -1))
    await #expect(throws: CatcherError.self) {
      try await Catcher.start(
        CatcherOptions(directory: folder.path, script: CatcherScript(rules: [rule])))
    }
    let report = CatcherRule(
      .recipient(.any), .report(CatcherReport(status: "5.1.1", diagnosis: "")))
    await #expect(throws: CatcherError.noMaildir) {
      try await Catcher.start(
        CatcherOptions(directory: folder.path, script: CatcherScript(rules: [report])))
    }
    await #expect(throws: CatcherError.self) {
      try await Catcher.start(CatcherOptions(directory: "/dev/null/x"))
    }
    let catcher = try await Catcher.start(CatcherOptions(directory: folder.path))
    var options = CatcherOptions(directory: folder.path)
    options.port = catcher.port
    let taken = options
    await #expect(throws: CatcherError.self) { try await Catcher.start(taken) }
    try await catcher.stop()
  }
}
