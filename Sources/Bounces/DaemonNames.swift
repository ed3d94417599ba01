import Mail

/// Names under which mail systems write, and programs with which people do.
enum DaemonNames {
  /// An address that only a mail system has.
  static func hasAddress(_ from: ByteSlice) -> Bool {
    from.trimmed.equals("postmaster") || table.groups(in: FoldedText.fold(from)[...]) & 1 != 0
  }

  /// A display name or address that mail systems give themselves.
  static func hasName(_ from: ByteSlice) -> Bool {
    table.groups(in: FoldedText.fold(from)[...]) != 0
      || from.contains("-admin@") && !from.contains(UInt8(ascii: " "))
  }

  /// Mail programs of people name themselves; daemons don't use them.
  static func isPersonalProgram(_ headers: ReceivedHeaders) -> Bool {
    if headers.has("User-Agent") { return true }
    guard let mailer = headers.field("X-Mailer")?.rawValue else { return false }
    return programs.groups(in: FoldedText.fold(mailer)[...]) != 0
  }

  private static let table = PhraseTable([
    [
      "mailer-daemon", "mailer_daemon", "mailerdaemon", "postmaster@", "post_master@",
      "poostmaster@", "mail.delivery.system@", "maildelivery", "mdaemon@", "mailer@", "daemon@",
      "mailsystem@", "mail-daemon", "maildaemon", "<postmaster>",
    ],
    [
      "mail deliver", "mail_deliver", "mailsystem", "mail-system", "delivery service",
      "message delivery", "delivery system", "delivery subsystem", "delivery agent",
      "mail administrator", "system administrator", "mail system", "postmaster",
      "ndr administrator", "mail router", "mail gateway", "mailgateway", "system attendant",
      "internet mail", "bounce@", "bounces@", "email-bounces",
    ],
  ])

  private static let programs = PhraseTable([
    [
      "outlook", "thunderbird", "apple mail", "iphone", "ipad", "evolution", "kmail", "claws",
      "becky", "foxmail", "the bat",
    ]
  ])
}
