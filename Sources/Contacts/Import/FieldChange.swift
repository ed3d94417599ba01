package import FoundationEssentials

/// A field that changes, with what stood before.
package struct FieldChange: Hashable, Sendable {
  package var field: ContactField
  package var from: String
  package var to: String

  package init(field: ContactField, from: String, to: String) {
    self.field = field
    self.from = from
    self.to = to
  }
}

/// A field on which a file says other than what stands, and is not the newer of the two.
package struct FieldConflict: Hashable, Sendable {
  package var field: ContactField
  /// What the file says.
  package var file: String
  package var stands: String
  package var since: Date
  /// A list's name, or the command by which it was set; empty where it is not known.
  package var source: String

  package init(field: ContactField, file: String, stands: String, since: Date, source: String) {
    self.field = field
    self.file = file
    self.stands = stands
    self.since = since
    self.source = source
  }
}
