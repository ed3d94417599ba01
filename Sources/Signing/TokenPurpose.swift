/// What a token may be used for; part of its MAC, so that a return address can't vote.
package enum TokenPurpose: String, CaseIterable, Sendable {
  /// In the return address `b+TOKEN@`, and in the header that identifies a returned letter.
  case report
  /// In the address that takes someone off the list.
  case unsubscribe
  /// In a reply address.
  case reply
}
