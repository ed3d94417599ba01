import Mail
import Testing

@testable import Contacts

/// The lists that addresses are looked up in, as they ship.
struct AddressListsTests {
  @Test(arguments: [
    ("mailinator.com", true), ("guerrillamail.com", true), ("10minutemail.com", true),
    ("0-mail.com", true), ("x.y.mailinator.com", true), ("MAILINATOR.com", true),
    ("gmail.com", false), ("yahoo.co.jp", false), ("naver.com", false), ("kgpn.example", false),
    ("com", false), ("0", false), ("zzzzzzzz.zzz", false), ("000.aa", false),
    ("notmailinator.com.example", false), ("mailinator.com.kgpn.example", false),
    ("müller.de", false),
  ])
  func disposable(domain: String, isListed: Bool) throws {
    #expect(try DisposableDomains.contains(Domain(parsing: domain)) == isListed)
  }

  /// Every name is found, which also proves the order; nothing between two names is.
  @Test func everyDisposableDomainIsFound() throws {
    let text = DisposableDomainData.names.description
    let names = text.split(separator: " ")
    #expect(names.count > 1_000)
    for name in names {
      #expect(try DisposableDomains.contains(Domain(parsing: name)), "\(name)")
      #expect(try DisposableDomains.contains(Domain(parsing: "mail.\(name)")), "\(name)")
      #expect(try !DisposableDomains.contains(Domain(parsing: "\(name)-0")), "\(name)")
    }
    #expect(DisposableDomains.source.contains("disposable-email-domains"))
  }

  /// No provider that people live with is thrown away.
  @Test func noProviderIsDisposable() throws {
    for domain in Providers.families.flatMap(\.domains) {
      #expect(try !DisposableDomains.contains(Domain(parsing: domain)), "\(domain)")
    }
  }

  @Test(arguments: [DisposableDomains.date, TopLevelDomains.date, RoleAccounts.date])
  func listsTellTheirDay(date: String) {
    #expect(date.wholeMatch(of: /20\d\d-[01]\d-[0-3]\d/) != nil)
  }

  @Test func topLevelDomainsAreAll() {
    #expect(TopLevelDomains.all.count > 1_000)
    for name in ["com", "museum", "jp", "xn--fiqs8s", "xn--3e0b707e"] {
      #expect(TopLevelDomains.contains(name))
    }
    for name in ["con", "example", "local", "web2", ""] { #expect(!TopLevelDomains.contains(name)) }
    #expect(!TopLevelDomains.source.isEmpty && !RoleAccounts.source.isEmpty)
  }

  @Test(arguments: [
    "info", "Info", "office", "office-2", "contact", "contact.us", "secretariat", "Secretariat1",
    "jimukyoku", "webmaster", "sekretariat", "geschaeftsstelle", "accueil", "secretaria", "humas",
    "vanphong", "bangongshi", "samuguk", "postmaster", "no-reply", "info+news", "事務局", "사무국", "办公室",
  ])
  func officesAreKnown(name: String) throws {
    #expect(try RoleAccounts.contains(EmailAddress(parsing: "\(name)@kgpn.example")))
  }

  @Test(arguments: ["ann.lee", "suk", "k.tanaka", "infobox", "may", "hope", "john", "li", "anna"])
  func peopleAreNoOffices(name: String) throws {
    #expect(try !RoleAccounts.contains(EmailAddress(parsing: "\(name)@kgpn.example")))
  }

  /// Names are written as they are compared, or they would never be found.
  @Test func roleNamesAreBare() {
    for name in RoleAccounts.names {
      #expect(name == name.lowercased() && !name.contains { ".-_+".contains($0) || $0.isNumber })
    }
  }
}
