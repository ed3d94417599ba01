import Mail

/// Names under which mail systems write, and programs with which people do.
enum DaemonNames {
  /// An address that only a mail system has.
  static func hasAddress(_ from: ByteSlice) -> Bool {
    from.contains("mailer-daemon") || from.contains("mailer_daemon")
      || from.contains("mailerdaemon")
      || from.contains("postmaster@") || from.contains("post_master@")
      || from.contains("poostmaster@") || from.contains("mail.delivery.system@")
      || from.contains("maildelivery") || from.contains("mdaemon@")
      || from.trimmed.equals("postmaster") || from.contains("<postmaster>")
  }

  /// A display name that mail systems give themselves.
  static func hasName(_ from: ByteSlice) -> Bool {
    from.contains("mail deliver") || from.contains("delivery system")
      || from.contains("delivery subsystem") || from.contains("delivery agent")
      || from.contains("mail administrator") || from.contains("system administrator")
      || from.contains("mail system") || from.contains("postmaster")
      || from.contains("ndr administrator") || from.contains("mail router")
      || from.contains("mail gateway") || from.contains("mailgateway")
      || from.contains("system attendant") || from.contains("internet mail")
      || from.contains("bounce@") || from.contains("bounces@") || from.contains("email-bounces")
      || from.contains("-admin@") && !from.contains(UInt8(ascii: " "))
  }

  /// Mail programs of people name themselves; daemons don't use them.
  static func isPersonalProgram(_ headers: ReceivedHeaders) -> Bool {
    if headers.has("User-Agent") { return true }
    guard let mailer = headers.field("X-Mailer")?.rawValue else { return false }
    return mailer.contains("outlook") || mailer.contains("thunderbird")
      || mailer.contains("apple mail") || mailer.contains("iphone") || mailer.contains("ipad")
      || mailer.contains("evolution") || mailer.contains("kmail") || mailer.contains("claws")
      || mailer.contains("becky") || mailer.contains("foxmail") || mailer.contains("the bat")
  }
}
