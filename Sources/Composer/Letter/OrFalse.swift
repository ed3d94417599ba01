/// A value for a template; what is absent is `false`, since Mustache looks a missing name up
/// further out and would find another story's.
func orFalse(_ value: Any?) -> Any {
  value ?? false
}
