import Mail

/// Failed recipients in a report that is JSON inside a mail, as mailing services send to hooks.
///
/// Reads pairs of names and texts in order; deeper structure is not needed, and nothing is trusted.
enum JSONNotice {
  static let reader = ReportReader(stage: .dsn) { dossier in
    guard let part = dossier.noticeParts.first else { return [] }
    let body = part.utf8Body.prefix(100_000).trimmed
    guard body.first == UInt8(ascii: "{") else { return [] }
    return findings(in: pairs(in: body))
  }

  private static func findings(in pairs: [(name: String, value: String)]) -> [Finding] {
    guard
      let type = pairs.first(where: { $0.name == "notificationtype" || $0.name == "eventtype" }),
      let action = action(type.value.lowercased())
    else { return [] }
    var findings: [Finding] = []
    for pair in pairs {
      switch pair.name {
      case "emailaddress":
        findings.append(Finding(action: action, stage: .dsn, recipient: pair.value))
      case "status" where !findings.isEmpty:
        findings[findings.count - 1].status = EnhancedStatus(parsing: pair.value)
      case "diagnosticcode" where !findings.isEmpty:
        findings[findings.count - 1].text = pair.value
        findings[findings.count - 1].code = ReplyText(pair.value).code
      case "complaintfeedbacktype" where !findings.isEmpty:
        findings[findings.count - 1].text = pair.value
      // What follows describes the letter, not the recipients.
      case "mail": return findings
      default: break
      }
    }
    return findings
  }

  private static func action(_ type: String) -> Finding.Action? {
    switch type {
    case "bounce": .failed
    case "complaint": .complaint
    case "deliverydelay": .delayed
    default: nil
    }
  }

  /// Names with their texts; a name before an object or list has an empty text.
  ///
  /// JSON quoted inside a JSON text (`"Message" : "{\"…"`) is read in its turn.
  private static func pairs(in body: ByteSlice) -> [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    var name: String?
    var index = body.startIndex
    while index < body.endIndex, result.count < 2000 {
      switch body[index] {
      case UInt8(ascii: "\""):
        let (text, end) = string(body, from: index + 1)
        index = end
        if let known = name {
          if text.first == UInt8(ascii: "{"), result.isEmpty || known == "message" {
            let inner = pairs(in: text[...].drop { $0 == UInt8(ascii: "{") })
            if !inner.isEmpty { result += inner }
          } else {
            result.append((known, String(decoding: text, as: UTF8.self)))
          }
          name = nil
        } else {
          name = String(decoding: text.prefix(60), as: UTF8.self).lowercased()
        }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if let known = name { result.append((known, "")) }
        name = nil
        index += 1
      case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
        name = nil
        index += 1
      default: index += 1
      }
    }
    return result
  }

  private static func string(_ body: ByteSlice, from start: Int) -> (text: [UInt8], end: Int) {
    var text: [UInt8] = []
    var index = start
    while index < body.endIndex, body[index] != UInt8(ascii: "\"") {
      if body[index] == UInt8(ascii: "\\"), index + 1 < body.endIndex {
        index += 1
        text.append(body[index] == UInt8(ascii: "n") ? 0x20 : body[index])
      } else if body[index] != 0x0A, body[index] != 0x0D {
        text.append(body[index])
      }
      index += 1
    }
    return (text, min(index + 1, body.endIndex))
  }
}
