import Composer
import CurlMail
import Dispatcher
import Foundation
import Mail

/// Reads `solstice.yml`; every failure names the line, the key and what was expected.
struct ConfigurationReader {
  private let root: YAMLReader

  init(text: String, file: String) throws(Problem) {
    root = try YAMLReader(text: text, file: file)
  }

  func read() throws(Problem) -> Configuration {
    let network = try section("network")
    let sender = try section("sender")
    let list = try section("list")
    let relay = try root.section("relay")
    let editions = EditionSettings(root: root)
    let from = try mailbox(sender, "from")
    let replyTo = try sender.text("reply_to") == nil ? nil : mailbox(sender, "reply_to")
    let name = try network.required("name", "the network's name")
    var publication = Publication(
      name: name, shortName: try network.text("short") ?? name,
      sender: from, replyTo: replyTo,
      listID: try domain(list, "id").ascii,
      listName: try list.required("name", "the list's name, such as IGPN newsletter"),
      postalAddress: try network.required(
        "postal_address", "the address that every letter must carry"),
      siteURL: try webAddress(network, "site_url"), helpURL: try webAddress(list, "help_url"),
      languages: try editions.languages())
    publication.names = try names(network)
    publication.fallbacks = try editions.fallbacks()
    publication.pictures = try editions.pictures(site: publication.siteURL)
    publication.sections = try root.list("sections")
    publication.places = try network.number("places", in: 1...500)
    var configuration = Configuration(
      publication: publication, theme: try root.text("theme") ?? "igpn", zone: try zone(),
      returnDomain: try sender.text("return_domain") == nil
        ? from.address.domain : domain(sender, "return_domain"),
      plainReturnAddress: try sender.text("return_address") == nil
        ? nil : mailbox(sender, "return_address").address,
      relay: nil, relayUser: try relay?.text("user"), relayTLS: nil,
      helloName: try relay?.text("hello") ?? "localhost",
      connections: try relay?.number("connections", in: 1...200) ?? 4, pace: try pace(),
      inboxMaildir: try root.section("inbox")?.text("maildir"), addressPolicy: try addresses(),
      remarks: [])
    configuration.periods = try editions.periods()
    configuration.previewers = try editions.previewers()
    configuration.pdf = try editions.pdf()
    if let relay { try self.relay(relay, &configuration) }
    configuration.remarks = remarks(network, sender, list, relay) + (try editions.remarks())
    return configuration
  }

  private func section(_ key: String) throws(Problem) -> YAMLReader {
    guard let section = try root.section(key) else {
      throw root.problem(key, "this section is missing; see solstice init for a model.")
    }
    return section
  }

  private func mailbox(_ section: YAMLReader, _ key: String) throws(Problem) -> Mailbox {
    let text = try section.required(key, "an address, such as Secretariat <office@example.org>")
    do {
      return try Mailbox(parsing: text)
    } catch {
      throw section.problem(key, "“\(text)” is no mail address: \(error.reason).")
    }
  }

  private func domain(_ section: YAMLReader, _ key: String) throws(Problem) -> Domain {
    let text = try section.required(key, "a name such as newsletter.example.org")
    do {
      return try Domain(parsing: text)
    } catch {
      throw section.problem(key, "“\(text)” is no domain name: \(error.reason).")
    }
  }

  private func webAddress(_ section: YAMLReader, _ key: String) throws(Problem) -> String? {
    guard let text = try section.text(key) else { return nil }
    guard EditionSettings.isWebAddress(text) else {
      throw section.problem(key, "“\(text)” is no web address; expected https://….")
    }
    return text
  }

  /// The network's name in other languages.
  private func names(_ network: YAMLReader) throws(Problem) -> [Language: String] {
    guard let section = try network.section("names") else { return [:] }
    var names: [Language: String] = [:]
    for key in section.keys {
      guard let language = Language(key) else {
        throw section.problem(key, "“\(key)” is no language; expected a tag such as ja.")
      }
      names[language] = try section.text(key)
    }
    return names
  }

  private func zone() throws(Problem) -> TimeZone {
    guard let text = try root.text("time_zone") else { return .gmt }
    guard let zone = TimeZone(identifier: text) else {
      throw root.problem("time_zone", "“\(text)” is no time zone; expected one such as Asia/Tokyo.")
    }
    return zone
  }

  private func pace() throws(Problem) -> Pace {
    guard let section = try root.section("pace") else { return Pace() }
    return Pace(
      perMinute: try section.number("per_minute", in: 1...1_000_000),
      perHour: try section.number("per_hour", in: 1...10_000_000),
      perDay: try section.number("per_day", in: 1...100_000_000))
  }

  private func addresses() throws(Problem) -> AddressPolicy {
    guard let section = try root.section("addresses") else { return .standard }
    return AddressPolicy(
      allowsQuotedLocal: try accepts(section, "quoted_locals"),
      allowsDomainLiteral: try accepts(section, "domain_literals"))
  }

  private func accepts(_ section: YAMLReader, _ key: String) throws(Problem) -> Bool {
    guard let text = try section.text(key) else { return false }
    guard text == "accept" || text == "refuse" else {
      throw section.problem(key, "“\(text)” is neither accept nor refuse.")
    }
    return text == "accept"
  }

  private func relay(
    _ section: YAMLReader, _ configuration: inout Configuration
  ) throws(Problem) {
    if let text = try section.text("url") {
      do {
        configuration.relay = try RelayURL(parsing: text)
      } catch {
        throw section.problem("url", "\(error)")
      }
    }
    guard let text = try section.text("starttls") else { return }
    guard let tls = RelaySettings.TLS(rawValue: text) else {
      throw section.problem("starttls", "“\(text)” is neither required, opportunistic nor off.")
    }
    if tls == .off, configuration.relay?.isLoopback != true {
      throw section.problem("starttls", "off is for relays on this machine only.")
    }
    configuration.relayTLS = tls
  }

  private func remarks(
    _ network: YAMLReader, _ sender: YAMLReader, _ list: YAMLReader, _ relay: YAMLReader?
  ) -> [String] {
    root.unknownKeys(besides: [
      "network", "sender", "list", "languages", "sections", "time_zone", "theme", "relay", "pace",
      "inbox", "addresses", "notices_to", "previewers", "public_url", "pictures", "fallbacks",
      "periods", "pdf",
    ])
      + network.unknownKeys(besides: [
        "name", "names", "short", "postal_address", "site_url", "places",
      ])
      + sender.unknownKeys(besides: ["from", "reply_to", "return_domain", "return_address"])
      + list.unknownKeys(besides: ["id", "name", "help_url"])
      + (relay?.unknownKeys(besides: ["url", "user", "starttls", "connections", "hello"]) ?? [])
  }
}
