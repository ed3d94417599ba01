import Mail

/// Makes the message of one language: headers, both forms of the text, and the pictures.
struct MessageBuilder {
  let context: LetterContext
  let html: String
  let text: String
  let pictures: [Picture]
  /// What kind of mailing it is, for providers' own reports.
  var kind = "edition"

  /// A picture's name within the letter (RFC 2392), the same for every reader.
  static func contentID(_ picture: Picture, _ publication: Publication) -> String {
    "\(picture.fingerprint)@\(asciiDomain(publication))"
  }

  func build() -> PreparedMessage {
    var writer = MIMEWriter()
    let publication = context.publication
    writer.append("Date: ")
    writer.merge(.date, .header)
    writer.append("\r\nMessage-ID: ")
    writer.merge(.messageID, .header)
    writer.append("\r\n")
    writer.header("From", EncodedWord.encode(publication.sender, column: 6))
    writer.append("To: ")
    writer.merge(.to, .header)
    writer.append("\r\n")
    if let replyTo = publication.replyTo {
      writer.header("Reply-To", EncodedWord.encode(replyTo, column: 10))
    }
    writer.append("Subject: ")
    writer.merge(.subjectMark, .header)
    writer.headerText(MergeMarker.split(context.subject, .header), column: 9)
    writer.append("\r\n")
    listHeaders(&writer)
    writer.header("MIME-Version", "1.0")
    writer.header("Content-Language", context.language.tag)
    writer.part(body)
    return writer.finished()
  }

  /// What RFC 2919, RFC 2369 and RFC 8058 ask of a list.
  ///
  /// And RFC 3834's field: people wrote the letter, but a program sends it, so answering machines
  /// are to leave it alone.
  private func listHeaders(_ writer: inout MIMEWriter) {
    let publication = context.publication
    let domain = Self.asciiDomain(publication)
    let phrase = EncodedWord.phrase(publication.listName, column: 9)
    let gap = phrase.utf8.count + domain.utf8.count > 60 ? "\r\n " : " "
    writer.header("List-Id", "\(phrase)\(gap)<\(domain)>")
    writer.append("List-Unsubscribe: ")
    writer.merge(.listUnsubscribe, .header)
    writer.append("\r\n")
    if publication.leavesByWeb {
      writer.header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
    }
    if let help = publication.helpURL, let address = LinkTarget(help).address {
      writer.header("List-Help", "<\(address)>")
    }
    if let folder = context.links.folder { writer.header("List-Archive", "<\(folder)>") }
    writer.header("Precedence", "bulk")
    writer.header("Auto-Submitted", "auto-generated")
    writer.header("Feedback-ID", "\(context.edition.period):\(kind):\(domain):solstice")
    writer.append("X-Solstice-Delivery: ")
    writer.merge(.deliveryToken, .literal)
    writer.append("\r\n")
  }

  private var body: MIMEPart {
    let language = context.language.tag
    let plain = MIMEPart.text(
      subtype: "plain", language: language, MergeMarker.split(text, .text))
    let page = MIMEPart.text(
      subtype: "html", language: language, MergeMarker.split(html, .html))
    guard !pictures.isEmpty else { return .multipart(.alternative, [plain, page]) }
    let inline = pictures.map { picture in
      MIMEPart.inline(
        mediaType: picture.mediaType,
        contentID: Self.contentID(picture, context.publication), fileName: picture.fileName,
        picture.bytes)
    }
    return .multipart(.alternative, [plain, .multipart(.related, [page] + inline)])
  }

  /// The list's identifier as it can stand in angle brackets.
  private static func asciiDomain(_ publication: Publication) -> String {
    if let domain = try? Domain(parsing: publication.listID) { return domain.ascii }
    return publication.sender.address.domain.ascii
  }
}
