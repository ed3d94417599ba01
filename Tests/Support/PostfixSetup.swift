/// What a private Postfix is to do: pure text, no process.
///
/// It listens on loopback only, and hands mail on to its own Maildirs, to loopback ports that the
/// test names, and to nobody else.
package struct PostfixSetup: Sendable {
  /// Mailboxes that exist, as `li@mailbox.test`.
  ///
  /// `@bounce.test` takes every local part; extensions after `+` are folded in. Other recipients
  /// of these domains are refused at RCPT.
  package var mailboxes: [String]
  /// Domains whose recipients are taken at RCPT, whoever they are, and bounce later.
  ///
  /// The next hop, a second smtpd of this Postfix, answers 550 5.1.1, so a real DSN goes to the
  /// return address.
  package var laterUnknownDomains = ["later.test"]
  /// Domains handed on to servers at these loopback ports: the catcher, a scripted server.
  package var hops: [String: Int] = [:]
  /// Further lines of main.cf, which win.
  package var extra: [String] = []

  package init(mailboxes: [String]) { self.mailboxes = mailboxes }

  /// The domains of the mailboxes, in order of appearance.
  var domains: [String] {
    var seen: Set<String> = []
    return mailboxes.map { String($0.drop { $0 != "@" }.dropFirst()) }
      .filter { seen.insert($0).inserted }
  }

  /// Where a mailbox lies below the folder of Maildirs.
  static func folder(of mailbox: String) -> String {
    let parts = mailbox.split(separator: "@", omittingEmptySubsequences: false)
    let local = parts.first.map(String.init) ?? ""
    return (parts.last.map(String.init) ?? "") + "/" + (local.isEmpty ? "any" : local) + "/"
  }

  /// The lookup tables, by file name.
  func tables(refusingPort: Int) -> [String: String] {
    let boxes = mailboxes.map { "\($0) \(Self.folder(of: $0))" }
    let taken = (laterUnknownDomains + hops.keys).map { "\($0) OK" }
    let ways =
      laterUnknownDomains.map { "\($0) smtp:[127.0.0.1]:\(refusingPort)" }
      + hops.map { "\($0.key) smtp:[127.0.0.1]:\($0.value)" }
    return ["mailboxes": boxes, "taken": taken, "transport": ways]
      .mapValues { $0.sorted().joined(separator: "\n") + "\n" }
  }

  func mainConfiguration(directory: String, name: String, userID: UInt32) -> String {
    let relayed = (laterUnknownDomains + hops.keys).sorted().joined(separator: ", ")
    let lines = [
      "compatibility_level = 3.6",
      "queue_directory = \(directory)/queue",
      "data_directory = \(directory)/data",
      "maillog_file = \(directory)/log/mail.log",
      "maillog_file_prefixes = \(directory)/log",
      "myhostname = \(name)",
      "myorigin = \(name)",
      "mydestination =",
      "mynetworks = 127.0.0.0/8",
      "inet_interfaces = 127.0.0.1",
      "inet_protocols = ipv4",
      "alias_maps =",
      "alias_database =",
      "local_recipient_maps =",
      "recipient_delimiter = +",
      "enable_long_queue_ids = yes",
      "smtputf8_enable = yes",
      "biff = no",
      "# Nothing leaves this machine, and no name is looked up.",
      "relayhost =",
      "default_transport = error:5.7.1 nothing leaves this machine",
      "relay_transport = error:5.7.1 nothing leaves this machine",
      "relay_domains = \(relayed)",
      "smtp_dns_support_level = disabled",
      "smtpd_peername_lookup = no",
      "transport_maps = texthash:\(directory)/transport",
      "# Own readers, in Maildirs; a mailbox of uid 0 would be refused.",
      "virtual_mailbox_domains = \(domains.joined(separator: ", "))",
      "virtual_mailbox_maps = texthash:\(directory)/mailboxes",
      "virtual_mailbox_base = \(directory)/maildirs",
      "virtual_uid_maps = static:\(userID)",
      "virtual_gid_maps = static:\(userID)",
      "virtual_minimum_uid = 1",
      "# Unknown here is told at RCPT; of the other domains only the next hop knows.",
      "smtpd_reject_unlisted_recipient = no",
      "smtpd_relay_restrictions = reject_unauth_destination",
      "smtpd_recipient_restrictions = check_recipient_access texthash:\(directory)/taken,"
        + " reject_unlisted_recipient",
      "# Tests don't wait as long as people do.",
      "queue_run_delay = 2s",
      "minimal_backoff_time = 2s",
      "maximal_backoff_time = 4s",
      "smtpd_client_connection_count_limit = 0",
      "default_process_limit = 100",
      "in_flow_delay = 0",
    ]
    return (lines + extra).joined(separator: "\n") + "\n"
  }

  func masterConfiguration(port: Int, refusingPort: Int) -> String {
    let daemons = [
      "pickup unix n - n 60 1 pickup", "cleanup unix n - n - 0 cleanup",
      "qmgr unix n - n 300 1 qmgr", "rewrite unix - - n - - trivial-rewrite",
      "bounce unix - - n - 0 bounce", "defer unix - - n - 0 bounce",
      "trace unix - - n - 0 bounce", "verify unix - - n - 1 verify",
      "flush unix n - n 1000? 0 flush", "proxymap unix - - n - - proxymap",
      "proxywrite unix - - n - 1 proxymap", "smtp unix - - n - - smtp",
      "relay unix - - n - - smtp", "showq unix n - n - - showq",
      "error unix - - n - - error", "retry unix - - n - - error",
      "discard unix - - n - - discard", "virtual unix - n n - - virtual",
      "anvil unix - - n - 1 anvil", "scache unix - - n - 1 scache",
      "postlog unix-dgram n - n - 1 postlogd",
    ]
    let doors = [
      "127.0.0.1:\(port) inet n - n - - smtpd",
      "127.0.0.1:\(refusingPort) inet n - n - - smtpd",
      "  -o syslog_name=nexthop -o myhostname=nexthop.test",
      // A table without anybody in it: whoever is handed on to here is unknown.
      "  -o relay_recipient_maps=texthash:/dev/null",
      "  -o smtpd_recipient_restrictions=reject_unlisted_recipient,reject",
    ]
    return (doors + daemons).joined(separator: "\n") + "\n"
  }
}
