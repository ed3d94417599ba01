/// What a message that came back tells of a delivery.
package enum ReportKind: String, CaseIterable, Sendable, Codable {
  case bounce
  case delay
  case complaint
  case autoReply = "auto-reply"
  case notABounce = "not-a-bounce"
}
