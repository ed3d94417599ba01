/// A fact about a contact that a file or a person can change.
package enum ContactField: String, CaseIterable, Sendable {
  case name
  case address
  case language
  case member
  case roles
  case notes
}
