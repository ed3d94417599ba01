import Contacts

/// What the rows of a file have said so far of each contact: two octets a contact, in blocks.
struct FieldMarks {
  /// The marks of one contact.
  struct Marks: OptionSet {
    let rawValue: UInt16

    /// A row meant the contact.
    static let met = Self(rawValue: 1 << 8)
    /// The file has it under an address that it had earlier.
    static let metElsewhere = Self(rawValue: 1 << 9)
    /// It was counted as added or changed.
    static let counted = Self(rawValue: 1 << 10)

    /// A row said something on the field.
    static func said(_ field: ContactField) -> Self {
      switch field {
      case .name: Self(rawValue: 1)
      case .address: Self(rawValue: 2)
      case .language: Self(rawValue: 4)
      case .member: Self(rawValue: 8)
      case .roles: Self(rawValue: 16)
      case .notes: Self(rawValue: 32)
      }
    }
  }

  private static let shift: Int64 = 12
  private var blocks: [Int64: [UInt16]] = [:]

  subscript(contact: Int64) -> Marks {
    get {
      Marks(rawValue: blocks[contact >> Self.shift]?[Self.place(of: contact)] ?? 0)
    }
    set {
      blocks[
        contact >> Self.shift, default: [UInt16](repeating: 0, count: 1 << Self.shift)
      ][Self.place(of: contact)] = newValue.rawValue
    }
  }

  private static func place(of contact: Int64) -> Int { Int(contact & (1 << shift - 1)) }
}
