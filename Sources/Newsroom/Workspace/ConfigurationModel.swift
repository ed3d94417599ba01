/// The text of `solstice.yml` as `init` writes it: short, and every line explained.
enum ConfigurationModel {
  static let sample = text(
    name: "International Green Purchasing Network", short: "IGPN",
    address: "IGPN Secretariat, 1 Example Road, Beijing, China",
    site: "https://igpn.example/", from: "IGPN Secretariat <secretariat@igpn.example>",
    replyTo: "secretariat@igpn.example", domain: "igpn.example",
    listID: "newsletter.igpn.example", listName: "IGPN newsletter",
    languages: "[en, ja, zh-Hans, zh-Hant, ko, th, vi, id]",
    names: """
      names:
          ja: 国際グリーン購入ネットワーク
          zh-Hans: 国际绿色采购网络
          zh-Hant: 國際綠色採購網路
      """,
    fallbacks: """
      fallbacks:
        zh-Hant: [zh-Hans]
      """, zone: "Asia/Shanghai",
    relay: "smtp://127.0.0.1:2525")

  static let empty = text(
    name: "Our Network", short: "Our Network", address: "Street, city, country",
    site: "https://www.example.org/", from: "Secretariat <secretariat@example.org>",
    replyTo: "secretariat@example.org", domain: "example.org", listID: "newsletter.example.org",
    listName: "Our newsletter", languages: "[en]",
    names: """
      # In other languages:
        # names: { ja: 私たちのネットワーク }
      """,
    fallbacks: """
      # fallbacks:
      #   zh-Hant: [zh-Hans]
      """, zone: "UTC", relay: nil)

  private static func text(
    name: String, short: String, address: String, site: String, from: String, replyTo: String,
    domain: String, listID: String, listName: String, languages: String,
    names: String, fallbacks: String, zone: String, relay: String?
  ) -> String {
    """
    # Solstice: who we are and how our letters leave. Text after # is a comment.

    network:
      name: \(name)
      \(names)
      short: \(short)
      # The law of many countries wants this in every letter.
      postal_address: \(address)
      # Where the public pages are; links to the web page and the calendar point below it.
      site_url: \(site)

    sender:
      from: \(from)
      reply_to: \(replyTo)
      # Reports of undelivered letters come to b+…@ this domain, requests to leave to u+…@.
      return_domain: \(domain)
      # A relay that takes no addresses with a plus sign: name one plain address here.
      # return_address: bounces@\(domain)

    list:
      id: \(listID)
      name: \(listName)

    # The first language is the standard one, which others fall back to.
    languages: \(languages)
    # Where an item is not translated, these are looked for before the standard language.
    \(fallbacks)
    time_zone: \(zone)
    theme: igpn

    # Pictures travel in each letter (embedded), or lie below site_url (hosted).
    # pictures: hosted

    # Sections in the order of the letter; others follow as their items come.
    # sections: [policy, network]

    # Periods beside half-years (2019-H1), quarters (2019-Q2) and months (2019-06).
    # periods:
    #   spring-2019: { from: 2019-03-01, to: 2019-05-31, title: Spring letter }

    # What prints the PDFs of compose --pdf: auto (Chromium, else WeasyPrint), chromium, weasyprint.
    # pdf: auto

    # Who may be sent a letter to look at before it is approved.
    # previewers: [Editor <editor@example.org>]

    relay:
      # The server that takes our letters: smtp://host:587 or smtps://host:465.
      \(relay.map { "url: \($0)" } ?? "# url: smtp://mail.example.org:587")
      # The password stands in secrets/relay-password, readable by its owner only.
      # user: secretariat
      # How many letters may be on their way at once.
      connections: 4

    # How many letters may leave; without these lines there is no limit.
    # pace:
    #   per_minute: 60
    #   per_hour: 1000

    inbox:
      # The Maildir that reports and requests to leave arrive in.
      maildir: mail/inbox

    # Rare forms of addresses that many servers refuse; lists may not hold them unless it says so here.
    # addresses:
    #   quoted_locals: accept      # "green office"@example.org
    #   domain_literals: accept    # office@[192.0.2.7]

    """
  }
}
