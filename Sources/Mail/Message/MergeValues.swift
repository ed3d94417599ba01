/// One reader's values; a field that is not set is empty.
package struct MergeValues: Sendable {
  private var values: [MergeField: String]

  package init(_ values: [MergeField: String] = [:]) {
    self.values = values
  }

  package subscript(field: MergeField) -> String {
    get { values[field] ?? "" }
    set { values[field] = newValue }
  }
}
