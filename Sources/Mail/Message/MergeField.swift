/// What differs between two readers' copies of one letter.
package enum MergeField: String, Codable, CaseIterable, Sendable {
  case to
  case date
  case messageID
  case deliveryToken
  case unsubscribeAddress
  case unsubscribeURL
  case listUnsubscribe
  case recipientName
  case recipientAddress
  case subjectMark
  /// The member that a reader speaks for.
  case recipientMember
  /// A reader's roles, with commas between them.
  case recipientRoles
  /// The tag of the language that a letter is written in.
  case recipientLanguage

  /// The field's place in a reader's values.
  var place: Int {
    switch self {
    case .to: 0
    case .date: 1
    case .messageID: 2
    case .deliveryToken: 3
    case .unsubscribeAddress: 4
    case .unsubscribeURL: 5
    case .listUnsubscribe: 6
    case .recipientName: 7
    case .recipientAddress: 8
    case .subjectMark: 9
    case .recipientMember: 10
    case .recipientRoles: 11
    case .recipientLanguage: 12
    }
  }
}
