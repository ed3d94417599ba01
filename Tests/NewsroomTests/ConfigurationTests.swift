import Composer
import CurlMail
import Dispatcher
import Foundation
import Mail
import Testing

@testable import Newsroom

private let good = """
  network:
    name: A Network
    postal_address: A street
    site_url: https://example.org/
  sender:
    from: Office <office@example.org>
  list:
    id: letters.example.org
    name: Letters
  languages: [en, ja]
  time_zone: Asia/Tokyo
  relay:
    url: smtp://127.0.0.1:2525
    connections: 8
  pace:
    per_minute: 60
  inbox:
    maildir: mail/inbox
  """

private func read(_ text: String) throws -> Configuration {
  try ConfigurationReader(text: text, file: "solstice.yml").read()
}

@Suite struct ConfigurationTests {
  @Test func aWholeOneIsRead() throws {
    let configuration = try read(good)
    #expect(configuration.publication.name == "A Network")
    #expect(configuration.publication.shortName == "A Network")
    #expect(configuration.publication.languages.map(\.tag) == ["en", "ja"])
    #expect(configuration.zone.identifier == "Asia/Tokyo")
    #expect(configuration.returnDomain.ascii == "example.org")
    #expect(configuration.relay?.port == 2525)
    #expect(configuration.connections == 8)
    #expect(configuration.pace.perMinute == 60)
    #expect(configuration.inboxMaildir == "mail/inbox")
    #expect(configuration.remarks == [])
  }

  @Test(arguments: [ConfigurationModel.sample, ConfigurationModel.empty])
  func whatInitWritesIsRead(text: String) throws {
    let configuration = try read(text)
    #expect(configuration.remarks == [])
    #expect(configuration.pace.isUnlimited)
  }

  @Test func theSampleNamesItsNetworkAndFallsBackByScript() throws {
    let configuration = try read(ConfigurationModel.sample)
    #expect(configuration.publication.names[.japanese] == "国際グリーン購入ネットワーク")
    let traditional = try #require(Language("zh-Hant"))
    #expect(configuration.publication.fallbacks == [traditional: [.simplifiedChinese]])
  }

  /// The comments of the model are settings that work once their # is taken off.
  @Test func whatInitExplainsCanBeSwitchedOn() throws {
    let text = ConfigurationModel.empty.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        line.hasPrefix("# ") && line.contains(": ") || line.hasPrefix("#   ")
          || ["# fallbacks:", "# periods:"].contains(line)
          ? String(line.dropFirst(2)) : String(line)
      }.filter { !$0.hasPrefix("Solstice: ") && !$0.hasPrefix("A relay") }
      .joined(separator: "\n").replacing("\nanswers: ", with: "\n# ")
    let configuration = try read(text)
    #expect(configuration.periods.map(\.name) == ["spring-2019"])
    #expect(configuration.publication.pictures == .hosted(base: "https://www.example.org/"))
    #expect(configuration.publication.sections == ["policy", "network"])
    #expect(configuration.previewers.map(\.description) == ["Editor <editor@example.org>"])
    #expect(configuration.publication.fallbacks.count == 1)
  }

  /// Replaces a line and tells what the message must say.
  @Test(arguments: [
    ("  name: A Network", "", "network.name: missing"),
    ("from: Office <office@example.org>", "from: Office", "solstice.yml:6: sender.from"),
    ("from: Office <office@example.org>", "from: Office <office@>", "no mail address"),
    ("id: letters.example.org", "id: not a domain", "solstice.yml:8: list.id"),
    ("languages: [en, ja]", "languages: [en, klingonese-1]", "no language"),
    ("time_zone: Asia/Tokyo", "time_zone: Mars/Olympus", "solstice.yml:11: time_zone"),
    ("url: smtp://127.0.0.1:2525", "url: http://127.0.0.1", "solstice.yml:13: relay.url"),
    ("connections: 8", "connections: many", "no number from 1 to 200"),
    ("connections: 8", "connections: 201", "no number from 1 to 200"),
    ("site_url: https://example.org/", "site_url: example.org", "no web address"),
    ("network:", "network: [", "this is no YAML"),
    ("list:", "liste:", "list: this section is missing"),
    ("per_minute: 60", "per_minute: -1", "pace.per_minute"),
  ])
  func whatIsWrongIsToldWithItsPlace(line: String, instead: String, words: String) {
    let text = good.replacingOccurrences(of: line, with: instead)
    #expect(text != good)
    let problem = #expect(throws: Problem.self) { try read(text) }
    #expect(problem?.code == .configuration)
    #expect(problem?.message.contains("solstice.yml") == true)
    #expect(problem?.message.contains(words) == true, "\(problem?.message ?? "")")
  }

  @Test func anUnknownKeyIsToldAndDoesNothing() throws {
    let configuration = try read(good + "\ncolour: green\n")
    #expect(
      configuration.remarks == ["solstice.yml:19: colour: nobody knows this key; it does nothing."])
  }

  @Test func plainTextToARealRelayIsRefused() {
    let text = good.replacingOccurrences(
      of: "url: smtp://127.0.0.1:2525", with: "url: smtp://mail.example.org:25\n    starttls: off")
    #expect(throws: Problem.self) { try read(text) }
  }

  @Test(arguments: ["", "just words", "- a\n- b"])
  func whatIsNoConfigurationIsTold(text: String) {
    let problem = #expect(throws: Problem.self) { try read(text) }
    #expect(problem?.code == .configuration)
  }
}
