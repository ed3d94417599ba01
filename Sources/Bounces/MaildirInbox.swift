import FoundationEssentials
import Mail

/// A Maildir: letters in `new` and unseen ones in `cur`; settled ones move to `cur` with flag S.
package struct MaildirInbox: Inbox {
  package let path: String
  /// Whether letters that somebody has seen in a mail client are listed, too.
  package let includesSeen: Bool

  package init(path: String, includesSeen: Bool = false) {
    self.path = path
    self.includesSeen = includesSeen
  }

  package func list() throws(InboxError) -> [InboxReference] {
    var found: [InboxReference] = []
    for folder in ["new", "cur"] {
      for name in try names(in: folder) {
        let parts = MaildirName(name)
        if folder == "cur", parts.isSeen, !includesSeen { continue }
        found.append(InboxReference(id: parts.unique, place: "\(folder)/\(name)"))
      }
    }
    return found.sorted { $0.id < $1.id }
  }

  package func read(_ reference: InboxReference, limit: Int) throws(InboxError) -> [UInt8] {
    guard let place = current(reference) else {
      throw InboxError(place: path, reason: "the letter \(reference.id) is gone; read again")
    }
    return try FileBytes.read("\(path)/\(place)", limit: limit)
  }

  package func settle(_ references: [InboxReference]) throws(InboxError) {
    for reference in references {
      guard let place = current(reference), let name = place.split(separator: "/").last else {
        continue
      }
      let target = "cur/" + MaildirName(String(name)).seen
      guard target != place else { continue }
      do {
        try FileManager.default.moveItem(atPath: "\(path)/\(place)", toPath: "\(path)/\(target)")
      } catch {
        throw InboxError(
          place: "\(path)/\(place)",
          reason: "can't move it to \(target) (\(error)); check who owns the Maildir")
      }
    }
  }

  /// Where a letter is by now: mail clients move letters and change their flags.
  private func current(_ reference: InboxReference) -> String? {
    let place = reference.place
    let isPlain = !place.contains("..") && (place.hasPrefix("new/") || place.hasPrefix("cur/"))
    if isPlain, FileManager.default.fileExists(atPath: "\(path)/\(place)") { return place }
    for folder in ["cur", "new"] {
      let all = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []
      if let name = all.first(where: { MaildirName($0).unique == reference.id }) {
        return "\(folder)/\(name)"
      }
    }
    return nil
  }

  private func names(in folder: String) throws(InboxError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")
        .filter { !$0.hasPrefix(".") }
    } catch {
      throw InboxError(
        place: "\(path)/\(folder)",
        reason: "can't list it (\(error)); a Maildir has the folders new, cur and tmp")
    }
  }
}
