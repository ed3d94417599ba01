/// The mail programs that a letter must be readable in.
///
/// Chosen by what the network's readers use: the large free services, the programs of offices, and
/// what telephones come with. Of Asia's own programs the data knows none (no QQ Mail, NetEase,
/// Naver or Yahoo! Japan); Samsung's is the nearest. Programs that follow Gmail or Yahoo (AOL) are
/// covered by these.
struct MailClient: Hashable, Sendable {
  /// Client and platform as the data set calls them; `scripts/refresh-support` reads this list.
  let key: String
  let name: String
  /// Programs of one family are told together: "Gmail", not three of them.
  let family: String

  static let all: [Self] = [
    Self(key: "gmail/desktop-webmail", name: "Gmail (web)", family: "Gmail"),
    Self(key: "gmail/ios", name: "Gmail (iOS)", family: "Gmail"),
    Self(key: "gmail/android", name: "Gmail (Android)", family: "Gmail"),
    // Lays out with Word's engine and knows the least; many offices still have it.
    Self(key: "outlook/windows", name: "Outlook (Windows)", family: "Outlook (Windows)"),
    Self(key: "outlook/outlook-com", name: "Outlook.com", family: "Outlook (new)"),
    Self(key: "outlook/macos", name: "Outlook (Mac)", family: "Outlook (new)"),
    Self(key: "outlook/ios", name: "Outlook (iOS)", family: "Outlook (new)"),
    Self(key: "outlook/android", name: "Outlook (Android)", family: "Outlook (new)"),
    Self(key: "apple-mail/macos", name: "Apple Mail (Mac)", family: "Apple Mail"),
    Self(key: "apple-mail/ios", name: "Apple Mail (iOS)", family: "Apple Mail"),
    Self(key: "yahoo/desktop-webmail", name: "Yahoo (web)", family: "Yahoo"),
    Self(key: "yahoo/ios", name: "Yahoo (iOS)", family: "Yahoo"),
    Self(key: "yahoo/android", name: "Yahoo (Android)", family: "Yahoo"),
    Self(key: "samsung-email/android", name: "Samsung Email", family: "Samsung Email"),
    // Tested on the Mac; its engine is the same elsewhere.
    Self(key: "thunderbird/macos", name: "Thunderbird", family: "Thunderbird"),
  ]

  /// "Gmail, Outlook (Windows), Yahoo (iOS)": whole families by their name.
  static func list(_ clients: [Self]) -> String {
    var names: [String] = []
    for client in clients {
      let family = all.filter { $0.family == client.family }
      let name = family.allSatisfy(clients.contains) ? client.family : client.name
      if !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: ", ")
  }
}
