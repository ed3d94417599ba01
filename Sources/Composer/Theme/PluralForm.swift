import Mail

/// The form that a noun takes beside a number, by the names of Unicode's plural rules (CLDR).
enum PluralForm: String, Sendable {
  case zero, one, two, few, many, other

  /// The form in a language; those of our letters without a rule here have one or two forms.
  init(_ number: Int, language: Language) {
    switch (language.primary, number, number % 100) {
    case ("ar", 0, _): self = .zero
    case ("ar", 2, _): self = .two
    case ("ar", 1, _): self = .one
    case ("ar", _, 3...10): self = .few
    case ("ar", _, 11...99): self = .many
    case (_, 1, _): self = .one
    default: self = .other
    }
  }
}
