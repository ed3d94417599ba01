import Mail

/// Writes the coming events as a calendar (RFC 5545).
struct CalendarFile {
  let context: LetterContext

  /// CRLF lines, folded at 75 octets without cutting a character.
  var text: String {
    let publication = context.publication
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Solstice//Newsletter//EN",
      "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:\(Self.escape(context.network))",
    ]
    for occasion in context.edition.occasions {
      let event = context.event(occasion)
      lines += [
        "BEGIN:VEVENT", "UID:\(Self.escape(event.id))@\(publication.listID)",
        "DTSTAMP:\(context.edition.date.compact)T000000Z",
        "DTSTART;VALUE=DATE:\(event.starts.first.compact)",
        "DTEND;VALUE=DATE:\(event.ends.last.next.compact)",
        "SUMMARY;LANGUAGE=\(event.language.tag):\(Self.escape(event.title))",
      ]
      if let place = event.place { lines.append("LOCATION:\(Self.escape(place))") }
      var description = event.body.blocks.isEmpty ? "" : event.body.firstParagraph ?? ""
      if !event.starts.isExact {
        // The day is open: shown over the month, and nobody's time is blocked.
        let open = context.dates(event).replacing("\u{A0}", with: " ")
        description = [open, description].filter { !$0.isEmpty }
          .joined(separator: "\n")
        lines += ["STATUS:TENTATIVE"]
      }
      if !description.isEmpty { lines.append("DESCRIPTION:\(Self.escape(description))") }
      if let link = event.link { lines.append("URL:\(link)") }
      lines += ["TRANSP:TRANSPARENT", "END:VEVENT"]
    }
    lines.append("END:VCALENDAR")
    return lines.map { Self.fold($0) + "\r\n" }.joined()
  }

  static func escape(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
      .replacing("\r\n", with: "\\n").replacing("\n", with: "\\n").replacing("\r", with: "\\n")
  }

  static func fold(_ line: String) -> String {
    var output = ""
    var width = 0
    for scalar in line.unicodeScalars {
      let length = String(scalar).utf8.count
      if width + length > 75 {
        output += "\r\n "
        width = 1
      }
      output.unicodeScalars.append(scalar)
      width += length
    }
    return output
  }
}
