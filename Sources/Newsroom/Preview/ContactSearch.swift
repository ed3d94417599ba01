import Contacts
import Mail
import Storage

/// Finds the one contact that a person means, by address or by name.
struct ContactSearch {
  let office: Office

  func find(_ text: String) throws(Problem) -> ContactRecord {
    if text.contains("@") { return try byAddress(text) }
    return try byName(text)
  }

  private func byAddress(_ text: String) throws(Problem) -> ContactRecord {
    let (address, name) = try PersonDesk.address(text, office)
    let store = ContactStore(database: office.database)
    let all = try attempt { try store.contacts(at: address.mailboxKey) }
    guard !all.isEmpty else { throw PersonWords.problem(.unknownAddress(address.description)) }
    let meant = all.filter { name == nil || $0.name == name }
    guard let only = meant.first, meant.count == 1 else {
      throw PersonWords.problem(
        .severalContacts(address.description, names: all.map(\.name)))
    }
    return only
  }

  private func byName(_ text: String) throws(Problem) -> ContactRecord {
    let wanted = Self.folded(text)
    guard !wanted.isEmpty else {
      throw Problem(.usage, "Name a contact: --as NAME or --as ADDRESS.")
    }
    var same: [ContactRecord] = []
    var near: [ContactRecord] = []
    try attempt {
      try ContactStore(database: office.database).each { contact in
        let name = Self.folded(contact.name)
        if name == wanted {
          if same.count < 20 { same.append(contact) }
        } else if near.count < 20, name.contains(wanted) {
          near.append(contact)
        }
      }
    }
    if let only = same.first, same.count == 1 { return only }
    let candidates = same.isEmpty ? near : same
    let shown = VisibleText.of(text)
    guard !candidates.isEmpty else {
      throw Problem(
        .badData, "Nobody here is called “\(shown)”. See: solstice contacts list")
    }
    let list = candidates.prefix(8).map {
      "\"\(VisibleText.of($0.name)) <\(VisibleText.of($0.address, width: 80))>\""
    }.joined(separator: ", ")
    throw Problem(
      .badData,
      same.isEmpty
        ? "Nobody here is called “\(shown)”. Did you mean \(list)?"
        : "Several people are called “\(shown)”. Say which: \(list).")
  }

  private static func folded(_ text: String) -> String {
    Normalization.nfc(text).lowercased().trimmed()
  }
}
