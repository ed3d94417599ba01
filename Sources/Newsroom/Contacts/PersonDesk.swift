import Contacts
import Foundation
import Mail
import Storage

/// Adding, changing and taking off one person, as the command line asks for it.
package struct PersonDesk: Sendable {
  /// What can be said of a person; nil leaves a field as it is, an empty text clears it.
  package struct Fields: Sendable {
    package var name: String?
    package var language: String?
    package var member: String?
    package var roles: [String]?
    package var notes: String?

    package init(
      name: String? = nil, language: String? = nil, member: String? = nil,
      roles: [String]? = nil, notes: String? = nil
    ) {
      self.name = name
      self.language = language
      self.member = member
      self.roles = roles
      self.notes = notes
    }
  }

  let office: Office
  private let by: String
  private let why: String

  /// - Parameters:
  ///   - office: The workspace.
  ///   - by: Who does it, for the history.
  ///   - why: The reason, for the history.
  package init(office: Office, by: String, why: String) {
    self.office = office
    self.by = by
    self.why = why
  }

  /// Adds one person to lists; `Name <address>` tells both.
  package func add(
    _ text: String, _ fields: Fields, lists: [String], basis: String, evidence: String,
    liftSuppression: Bool, asWritten: Bool
  ) throws(Problem) -> String {
    let (address, name) = try newAddress(text, asWritten: asWritten)
    let values = try values(fields)
    let person = ListImport.Person(
      address: address.description, mailbox: address.mailboxKey.rawValue,
      name: values[.name] ?? name ?? "", language: values[.language],
      member: values[.member], roles: (values[.roles] ?? "").split(separator: ";").map(String.init),
      notes: values[.notes] ?? "")
    let chosen = try self.lists(lists)
    let addition = try told {
      try ContactStore(database: office.database).add(
        person, lists: chosen, basis: basis, evidence: evidence, liftSuppression: liftSuppression,
        note: note("contacts add"))
    }
    RuleFiles(office: office).follow()
    return PersonWords.added(person, addition)
  }

  /// Changes fields of one contact, its address among them.
  ///
  /// Where several share a mailbox, `Name <address>` tells which.
  package func set(
    _ text: String, _ fields: Fields, address: String?, asWritten: Bool
  ) throws(Problem) -> String {
    var values = try values(fields)
    if let address {
      values[.address] = try newAddress(address, asWritten: asWritten).address.description
    }
    guard !values.isEmpty else {
      throw Problem(
        .usage,
        "Say what to set: --name, --address, --language, --member, --role or --notes.")
    }
    let (old, name) = try Self.address(text, office)
    let changes = try told {
      try ContactStore(database: office.database).set(
        .mailbox(old.mailboxKey, name: name), values, note: note("contacts set"))
    }
    return PersonWords.set(old.description, changes)
  }

  /// Takes somebody off one list; or off all of them, and then no import brings them back.
  package func leave(_ text: String, list: String?) throws(Problem) -> String {
    let address = try Self.address(text, office).address
    let store = ContactStore(database: office.database)
    let evidence = why.isEmpty ? "said to the office" : why
    let departure = try told { () throws -> Departure in
      let departure = try store.leave(
        address.mailboxKey, list: list, evidence: evidence, note: note("contacts leave"))
      return departure
    }
    return PersonWords.left(address.description, departure, list: list)
  }

  func note(_ command: String) -> ChangeNote {
    ChangeNote(at: office.clock.now(), command: command, who: by, why: why)
  }

  /// An address that is to be kept: what looks mistyped is told before that.
  private func newAddress(
    _ text: String, asWritten: Bool
  ) throws(Problem) -> (address: EmailAddress, name: String?) {
    let verdict = AddressJudge(policy: office.configuration.addressPolicy).judge(text)
    if !asWritten, verdict.kind == .suspect, verdict.address != nil {
      let meant = verdict.suggestion.map { " Did you mean \($0)?" } ?? ""
      throw Problem(
        .badData,
        "“\(VisibleText.of(text))” looks wrong: \(verdict.reason).\(meant) "
          + "If it is right as it is: --as-written")
    }
    return try Self.address(text, office)
  }

  /// An address as people type it, of somebody who is known already.
  static func address(
    _ text: String, _ office: Office
  ) throws(Problem) -> (address: EmailAddress, name: String?) {
    let cell = AddressJudge(policy: office.configuration.addressPolicy).read(text)
    guard let address = cell.verdict.address else {
      let meant = cell.verdict.suggestion.map { " Did you mean \($0)?" } ?? ""
      throw Problem(
        .badData, "“\(VisibleText.of(text))” is no mail address: \(cell.verdict.reason).\(meant)")
    }
    return (address, cell.name)
  }

  private func values(_ fields: Fields) throws(Problem) -> [ContactField: String] {
    var values: [ContactField: String] = [:]
    values[.name] = fields.name?.trimmed()
    values[.notes] = fields.notes
    if let text = fields.language {
      guard text.isEmpty || Language(parsing: text) != nil else {
        throw Problem(
          .usage,
          "“\(text)” is no language that is known here; write a tag such as ja, or Japanese.")
      }
      values[.language] = Language(parsing: text)?.tag ?? ""
    }
    if let text = fields.member?.trimmed() {
      values[.member] = MemberIndex(try MemberFiles.read(office.workspace))[text]?.short ?? text
    }
    if let roles = fields.roles {
      values[.roles] = roles.flatMap { Role.list(in: $0) }.map(\.word).joined(separator: ";")
    }
    return values
  }

  /// The lists that are named; the only one where none is.
  private func lists(_ names: [String]) throws(Problem) -> [String] {
    let known = try attempt {
      try ContactStore(database: office.database).lists().filter { !$0.isByRule }.map(\.name)
    }
    guard names.isEmpty else { return names }
    guard known.count == 1 else {
      let all = known.isEmpty ? "none has been imported yet" : known.joined(separator: ", ")
      throw Problem(.usage, "Say on which list: --list NAME (\(all)).")
    }
    return known
  }
}

/// Runs what may fail for a reason that people can do something about, and says so in words.
func told<Value>(_ body: () throws -> Value) throws(Problem) -> Value {
  do {
    return try body()
  } catch let problem as ContactProblem {
    throw PersonWords.problem(problem)
  } catch {
    throw Problem.from(error)
  }
}
