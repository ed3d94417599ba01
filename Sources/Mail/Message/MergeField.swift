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
}
