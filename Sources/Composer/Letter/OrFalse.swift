/// A value for a template; what is absent is `false`, since Mustache looks a missing name up
/// further out and would find another story's. An empty text is absent, too.
func orFalse(_ value: Any?) -> Any {
  if let text = value as? String, text.isEmpty { return false }
  return value ?? false
}
