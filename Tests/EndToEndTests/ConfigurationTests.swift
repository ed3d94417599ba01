import Foundation
import TestSupport
import Testing

/// What is wrong with solstice.yml is told by line and key, and nothing is changed.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct ConfigurationTests {
  @Test func aMissingConfigurationIsToldWithWhatToDo() throws {
    let desk = try Desk(sample: false)
    try FileManager.default.removeItem(atPath: desk.path(of: "solstice.yml"))
    for command in [["status"], ["send", "2019-H1"], ["contacts", "list"], ["tick"]] {
      let result = try desk.run(command, status: nil)
      expectFailure(result, 66, saying: ["solstice.yml", "solstice init", "-C"])
    }
    let nowhere = try desk.bare().run(["-C", desk.folder.path(of: "none"), "status"])
    expectFailure(nowhere, 66, saying: ["none", "solstice init"])
  }

  /// A mistake: what is replaced, what it becomes, the key's line as it begins, and words.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let words: [String]
    var testDescription: String { new.isEmpty ? "without \(old)" : new }
  }

  private static let mistakes = [
    Mistake(old: "network:\n", new: "network: [\n", words: ["no YAML"]),
    Mistake(old: "  id: newsletter.example.org", new: "\tid: x", words: ["no YAML"]),
    Mistake(
      old: "from: Secretariat <secretariat@example.org>", new: "from: nobody",
      words: ["sender.from", "nobody", "no mail address"]),
    Mistake(
      old: "reply_to: secretariat@example.org", new: "reply_to: a@@b",
      words: ["sender.reply_to", "a@@b", "no mail address"]),
    Mistake(
      old: "return_domain: example.org", new: "return_domain: bad domain",
      words: ["sender.return_domain", "no domain name"]),
    Mistake(
      old: "id: newsletter.example.org", new: "id: 'a b'", words: ["list.id", "no domain name"]),
    Mistake(
      old: "site_url: https://www.example.org/", new: "site_url: www.example.org",
      words: ["network.site_url", "no web address", "https://"]),
    Mistake(old: "languages: [en]", new: "languages: [12345]", words: ["languages", "12345"]),
    Mistake(
      old: "time_zone: UTC", new: "time_zone: Mars/Olympus",
      words: ["time_zone", "Mars/Olympus", "no time zone"]),
    Mistake(
      old: "connections: 4", new: "connections: 0", words: ["relay.connections", "1 to 200"]),
    Mistake(
      old: "connections: 4", new: "connections: many", words: ["relay.connections", "many"]),
    Mistake(
      old: "# url: smtp://mail.example.org:587", new: "url: http://mail.example.org",
      words: ["relay.url", "smtp://"]),
    Mistake(
      old: "# url: smtp://mail.example.org:587",
      new: "url: smtp://mail.example.org:587\n  starttls: off",
      words: ["relay.starttls", "this machine only"]),
    Mistake(
      old: "# pace:\n#   per_minute: 60", new: "pace:\n  per_minute: -5",
      words: ["pace.per_minute", "-5"]),
    Mistake(old: "theme: igpn", new: "theme: [a, b]", words: ["theme", "one value"]),
  ]

  @Test(arguments: mistakes)
  func aWrongValueIsToldByItsLine(_ mistake: Mistake) throws {
    let desk = try Desk.small()
    let before = try desk.snapshot()
    let good = try desk.read("solstice.yml")
    let text = good.replacingOccurrences(
      of: "reply_to: desk@office.test", with: "reply_to: secretariat@example.org"
    ).replacingOccurrences(of: "return_domain: office.test", with: "return_domain: example.org")
    guard let range = text.range(of: mistake.old) else {
      throw SupportError("solstice.yml does not have “\(mistake.old)”")
    }
    try desk.write(text.replacingCharacters(in: range, with: mistake.new), to: "solstice.yml")
    let result = try desk.run("send", "2019-H1", "--relay", "null:", status: nil)
    expectFailure(result, 78, saying: ["solstice.yml:"] + mistake.words)
    let line = try #require(result.errors.split(separator: ":").dropFirst().first)
    // YAML's own errors are told where the parser saw them: a line or two further.
    let expected =
      text[..<range.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
      .count + mistake.new.split(separator: "\n").count - 1
    if !mistake.words.contains("no YAML") { #expect(Int(line) == expected, "\(result.errors)") }
    try desk.write(good, to: "solstice.yml")
    #expect(try desk.snapshot() == before)
    #expect(desk.names(in: ".").contains("trial.db") == false)
  }

  @Test(arguments: [
    "postal_address: Street, city, country", "from: Secretariat <secretariat@example.org>",
  ])
  func aMissingKeyIsNamed(_ line: String) throws {
    let desk = try Desk(sample: false)
    try desk.edit("solstice.yml", line, "")
    let key = String(line.prefix { $0 != ":" })
    let result = try desk.run("status", status: nil)
    expectFailure(result, 78, saying: ["solstice.yml", key, "missing"])
  }

  @Test(arguments: ["", "- a\n- b\n", "just text\n"])
  func aFileThatIsNoMappingIsTold(_ text: String) throws {
    let desk = try Desk(sample: false)
    try desk.write(text, to: "solstice.yml")
    expectFailure(try desk.run("status", status: nil), 78, saying: ["solstice.yml"])
  }

  @Test func octetsThatAreNoTextAreTold() throws {
    let desk = try Desk(sample: false)
    try desk.write(bytes: [0xFF, 0xFE, 0x00, 0xD8, 0x80], to: "solstice.yml")
    expectFailure(try desk.run("status", status: nil), 78, saying: ["solstice.yml", "UTF-8"])
  }

  @Test func anUnknownKeyIsARemarkOnly() throws {
    let desk = try Desk(sample: false)
    try desk.edit("solstice.yml", "theme: igpn", "theme: igpn\nthem: igpn")
    let result = try desk.run("status")
    #expect(result.errors.contains("solstice.yml:") && result.errors.contains("them"))
  }

  @Test func withoutARelayItSaysHowToNameOne() throws {
    let desk = try Desk.small()
    let before = try desk.snapshot()
    let result = try desk.run("send", "2019-H1", status: nil)
    expectFailure(result, 78, saying: ["relay: url:", "--relay"])
    #expect(try desk.snapshot() == before)
  }
}
