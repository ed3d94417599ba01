package import Composer
package import CurlMail
package import Dispatcher
package import Foundation
package import Mail

/// What `solstice.yml` says, parsed: a value that exists can be worked with.
package struct Configuration: Sendable {
  package var publication: Publication
  package var theme: String
  /// The workspace's own periods, beside the calendar's.
  package var periods: [NamedPeriod] = []
  /// Who gets a letter to look at before it is approved.
  package var previewers: [Mailbox] = []
  /// Which program makes PDFs.
  package var pdf = PDFChoice.auto
  package var zone: TimeZone
  /// Where reports come to: `b+TOKEN@` this domain.
  package var returnDomain: Domain
  /// One plain return address, where the relay can't do sub-addresses.
  package var plainReturnAddress: EmailAddress?
  package var relay: RelayURL?
  package var relayUser: String?
  package var relayTLS: RelaySettings.TLS?
  package var helloName: String
  package var connections: Int
  package var pace: Pace
  /// The Maildir that reports and replies arrive in, below the workspace or absolute.
  package var inboxMaildir: String?
  /// Which rare forms of addresses lists may hold.
  package var addressPolicy: AddressPolicy
  /// Keys that nobody knows, with their lines: told, not fatal.
  package var remarks: [String]
}
