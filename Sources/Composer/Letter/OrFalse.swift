/// A value for a template, where absent and empty ones are `false`.
///
/// Mustache looks a missing name up further out, and would find another story's.
func orFalse(_ value: Any?) -> Any {
  if let text = value as? String, text.isEmpty { return false }
  return value ?? false
}
