/// What keeps a text from being a mail address; the raw values are stable codes for machines.
package enum AddressProblem: String, CaseIterable, Sendable {
  case empty
  case noAt = "no-at"
  case severalAts = "several-ats"
  case emptyLocal = "empty-local"
  case emptyDomain = "empty-domain"
  case localTooLong = "local-too-long"
  case domainTooLong = "domain-too-long"
  case addressTooLong = "address-too-long"
  case localCharacter = "local-character"
  case localDots = "local-dots"
  case quotedLocal = "quoted-local"
  case quotedLocalBroken = "quoted-local-broken"
  case domainCharacter = "domain-character"
  case domainDots = "domain-dots"
  case labelTooLong = "label-too-long"
  case labelHyphen = "label-hyphen"
  case domainLiteral = "domain-literal"
  case domainLiteralBroken = "domain-literal-broken"
  case internationalDomain = "international-domain"
  case control = "control-character"
  case space = "space"
}
