/// One reader's values; a field that is not set is empty.
package struct MergeValues: Sendable {
  /// One place for each field: this is filled for every letter.
  private var values = InlineArray<13, String>(repeating: "")

  package init(_ values: [MergeField: String] = [:]) {
    for (field, value) in values { self[field] = value }
  }

  package subscript(field: MergeField) -> String {
    get { values[field.place] }
    set { values[field.place] = newValue }
  }
}
