/// What the words of a reply say of the reason; the first pattern found decides.
///
/// Patterns are lower-case pieces of text in the order from the telling to the general. Each stands
/// for what several mailers write, not for one of them.
enum TextReasons {
  struct Pattern: Sendable {
    let reason: FailureReason
    let permanence: Permanence
    let pieces: [String]
  }

  static func judge(_ text: String) -> (reason: FailureReason, permanence: Permanence)? {
    guard !text.isEmpty else { return nil }
    // Bounded, because outside text may be of any length; one pass whatever the number of phrases.
    let groups = table.groups(in: FoldedText.fold(Array(text.utf8.prefix(4000))[...])[...])
    guard groups != 0 else { return nil }
    let pattern = patterns[groups.trailingZeroBitCount]
    return (pattern.reason, pattern.permanence)
  }

  private static let table = PhraseTable(patterns.map(\.pieces))

  static let patterns: [Pattern] = [
    Pattern(
      reason: .mailboxFull, permanence: .temporary,
      pieces: [
        "mailbox full", "mailbox is full", "over quota", "overquota", "quota exceeded",
        "exceeded storage", "exceeds quota", "quota exceed", "insufficient storage",
        "out of storage", "mailbox size limit", "user has exhausted", "mailfolder is full",
        "maildir over", "disk quota", "not enough storage", "storage quota", "quota full",
        "容量", "いっぱい", "超過", "邮箱已满", "信箱已滿", "空间已满", "용량", "postfach ist voll",
        "boîte pleine", "buzón lleno", "buzón está lleno", "caixa cheia", "casella piena",
        "переполнен", "exceeds allowed size", "casella di posta piena", "mailbox exceeds",
      ]),
    Pattern(
      reason: .tooBig, permanence: .permanent,
      pieces: [
        "message too big", "message too large", "message size exceeds", "size limit exceeded",
        "exceeds maximum message size", "message is too large", "exceeds the maximum size",
        "message length exceeds", "max message size", "larger than the maximum",
      ]),
    Pattern(
      reason: .rateLimited, permanence: .temporary,
      pieces: [
        "rate limit", "too many messages", "too many connections", "too fast", "throttl",
        "sending rate", "try again later, closing", "too many recipients", "exceeded the rate",
        "unusual rate", "receiving mail at a rate", "too much mail",
      ]),
    Pattern(
      reason: .mailboxDisabled, permanence: .permanent,
      pieces: [
        "mailbox disabled", "account disabled", "account has been disabled", "user disabled",
        "mailbox is disabled", "account is disabled", "inactive", "suspended", "deactivated",
        "mailbox unavailable for this recipient", "not accepting mail", "no longer in use",
        "account expired", "account locked", "mailbox frozen", "temporarily disabled",
        "停用", "停止", "冻结", "禁用", "account closed",
      ]),
    Pattern(
      reason: .moved, permanence: .permanent,
      pieces: [
        "has moved", "no longer works here", "left the company", "address has changed",
        "please use the new address", "mailbox has moved", "user has moved",
      ]),
    // What speaks of the sender comes before what speaks of addresses and domains.
    Pattern(
      reason: .authentication, permanence: .permanent,
      pieces: [
        "sender address rejected", "sender verify", "sender domain", "unroutable sender",
        "unrouteable sender", "sender rejected", "sender was rejected", "bad sender",
        "invalid sender", "sender unknown", "sender denied",
      ]),
    Pattern(
      reason: .policy, permanence: .permanent,
      pieces: [
        "address rejected: access denied", "not a member", "not member", "permission to post",
        "domain filter",
      ]),
    Pattern(
      reason: .relayDenied, permanence: .permanent,
      pieces: [
        "relay access denied", "relaying denied", "unable to relay", "relay not permitted",
        "not permitted to relay", "relaying not allowed", "we do not relay", "relay denied",
        "not allowed to relay",
      ]),
    Pattern(
      reason: .domainUnknown, permanence: .permanent,
      pieces: [
        "host not found", "domain not found", "unknown host", "no such domain",
        "unrouteable address", "unroutable", "name service error", "nxdomain",
        "domain does not exist",
        "host unknown", "no mx", "null mx", "unknown domain", "domain name not found",
        "couldn't find any host", "illegal host", "bad destination host", "does not accept mail",
        "could not find a gateway",
        "no smtp service", "dns type 'mx' lookup",
      ]),
    Pattern(
      reason: .userUnknown, permanence: .permanent,
      pieces: [
        "user unknown", "unknown user", "no such user", "does not exist", "doesn't exist",
        "unknown recipient", "recipient unknown", "mailbox not found", "no such mailbox",
        "user not found", "invalid recipient", "unknown address", "address unknown",
        "no mailbox here", "not a valid mailbox", "mailbox unavailable", "recipient rejected",
        "no such recipient", "recipient not found", "user doesn't", "unknown local part",
        "unknown local-part", "not our customer", "invalid mailbox", "invalid address",
        "invalid user", "address rejected", "doesn't have a", "no valid recipients",
        "not listed in", "can't find a", "recipient address rejected", "no account",
        "account not found", "not known", "no longer available", "is unknown", "bad address",
        "addressee unknown", "not exist", "not recognized", "name not found", "wasn't found",
        "couldn't be found", "could not be found", "invalid final delivery", "no valid address",
        "n'existe pas", "existiert nicht", "no existe", "não existe", "non esiste", "bestaat niet",
        "nie istnieje", "not accepted here", "見つかりません", "存在しません", "不存在", "不正",
        "없는", "존재하지", "unbekannt", "inconnu", "desconocid", "desconhecid", "sconosciut",
        "не существует", "неизвест", "không tồn tại", "ไม่พบ", "tidak ditemukan",
      ]),
    Pattern(
      reason: .authentication, permanence: .permanent,
      pieces: [
        "spf", "dkim", "dmarc", "authentication required", "authentication failed",
        "unauthenticated",
      ]),
    // Before the words on spam: the best known block lists have them in their names.
    Pattern(
      reason: .blocked, permanence: .permanent,
      pieces: [
        "spamhaus", "spamcop", "dnsbl", "blacklist", "black list", "blocklist", "block list",
        "blocked using", "poor reputation", "bad reputation",
      ]),
    Pattern(
      reason: .spamContent, permanence: .permanent,
      pieces: [
        "spam", "junk mail", "unsolicited", "content rejected", "virus", "message content",
        "content filter", "looks like", "phish", "垃圾邮件",
      ]),
    Pattern(
      reason: .blocked, permanence: .permanent,
      pieces: [
        "is blocked", "banned", "rbl", "blocked",
        "reverse dns", "ptr record",
      ]),
    Pattern(
      reason: .expired, permanence: .permanent,
      pieces: [
        "retry timeout exceeded", "retry time not reached", "message expired",
        "delivery time expired",
        "expired", "too long in the queue", "been in the queue too long", "undeliverable for",
        "giving up",
      ]),
    Pattern(
      reason: .rateLimited, permanence: .temporary,
      pieces: ["greylist", "graylist", "grey list", "try again later", "try later", "retry later"]),
    Pattern(
      reason: .network, permanence: .temporary,
      pieces: [
        "connection timed out", "connection refused", "no route to host", "network unreachable",
        "connection reset", "lost connection", "could not connect", "unable to connect",
        "couldn't connect", "timed out", "timeout", "connection dropped", "unreachable",
        "connect to", "not responding", "does not respond", "no answer from", "dns error",
        "loops back to myself", "mail loop", "too many hops", "hop count",
      ]),
    Pattern(
      reason: .policy, permanence: .permanent,
      pieces: [
        "policy", "access denied", "not authorized", "not allowed", "administrative prohibition",
        "administratively", "prohibited", "rejected by", "permission denied", "not permitted",
        "restricted",
      ]),
    Pattern(
      reason: .system, permanence: .temporary,
      pieces: [
        "temporarily", "temporary", "local error", "internal error", "system error",
        "insufficient system", "server error", "service unavailable", "not available",
        "can't create", "i/o error", "disk full", "overload",
      ]),
  ]
}
