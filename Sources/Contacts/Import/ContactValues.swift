/// What is known, or said, of one contact: a text for each field, empty where there is none.
package struct ContactValues: Hashable, Sendable {
  package var name: String
  package var address: String
  package var language: String
  package var member: String
  /// Words separated by semicolons.
  package var roles: String
  /// Lines such as `Remark: away in May`.
  package var notes: String

  package init(
    name: String = "", address: String = "", language: String = "", member: String = "",
    roles: String = "", notes: String = ""
  ) {
    self.name = name
    self.address = address
    self.language = language
    self.member = member
    self.roles = roles
    self.notes = notes
  }

  package subscript(field: ContactField) -> String {
    get {
      switch field {
      case .name: name
      case .address: address
      case .language: language
      case .member: member
      case .roles: roles
      case .notes: notes
      }
    }
    set {
      switch field {
      case .name: name = newValue
      case .address: address = newValue
      case .language: language = newValue
      case .member: member = newValue
      case .roles: roles = newValue
      case .notes: notes = newValue
      }
    }
  }
}
