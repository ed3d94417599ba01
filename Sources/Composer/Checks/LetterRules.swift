import Mail

extension CheckRule {
  /// Gmail cuts a letter's HTML here and hides what follows, the way to leave among it.
  static let clippingLimit = 102_000

  /// Gmail counts the HTML as a reader gets it, decoded, without pictures.
  private static func clippedSize(_ input: CheckInput) -> Int {
    MergeMarker.fill(input.html, input.sample, .html).utf8.count
  }

  /// What is judged of the whole letter.
  static let letterRules: [Self] = [
    Self(
      code: "empty", title: "The edition has no stories", level: .error,
      advice: "Put news dated in the period into news/, or compose another period."
    ) { input in
      guard input.context.edition.storyCount == 0, input.context.edition.members.isEmpty else {
        return []
      }
      return [
        Hit(
          reason: "no published item is dated in \(input.context.edition.period)", place: "news/")
      ]
    },
    Self(
      code: "size-clipped", title: "Gmail will cut the letter off", level: .error,
      advice: "Shorten the letter, or split it into two periods."
    ) { input in
      let size = clippedSize(input)
      guard size > clippingLimit else { return [] }
      return [
        Hit(
          reason: "the HTML has \(size) bytes; Gmail shows \(clippingLimit). Shorten or split it",
          place: "HTML")
      ]
    },
    Self(
      code: "size-near", title: "Gmail will soon cut the letter off", level: .warning,
      advice: "Shorten it before more comes in."
    ) { input in
      let size = clippedSize(input)
      guard (90_000...clippingLimit).contains(size) else { return [] }
      return [
        Hit(
          reason: "the HTML has \(size) bytes of the \(clippingLimit) that Gmail shows",
          place: "HTML")
      ]
    },
    Self(
      code: "picture-heavy", title: "The pictures are heavy", level: .warning,
      advice: "Save it with at most 1200 pixels of width and 200,000 bytes."
    ) { input in
      let sum = input.pictures.reduce(0) { $0 + $1.bytes.count }
      let each = input.pictures.filter { $0.bytes.count > 200_000 }.map {
        Hit(
          reason: "\($0.bytes.count) bytes; aim at 200,000, at most 1200 pixels wide",
          place: $0.path)
      }
      guard sum > 1_000_000 else { return each }
      return each + [
        Hit(reason: "\(sum) bytes of pictures go to every reader", place: "pictures")
      ]
    },
    Self(
      code: "unsubscribe-missing", title: "Nobody can leave", level: .error,
      advice: "Show leave_url in both templates: every reader must find the way out.", isFinal: true
    ) {
      input in
      let marks = [MergeMarker.mark(.unsubscribeURL), MergeMarker.mark(.unsubscribeAddress)]
      let hasLeave = { (text: String) in marks.contains { text.contains($0) } }
      var hits: [Hit] = []
      if !hasLeave(input.html) {
        hits.append(Hit(reason: "the theme shows no leave_url", place: "HTML"))
      }
      if !hasLeave(input.text) {
        hits.append(Hit(reason: "the theme shows no leave_url", place: "text"))
      }
      return hits
    },
    Self(
      code: "postal-missing", title: "The postal address is missing", level: .error,
      advice: "Set postal_address: in solstice.yml, and show postal in the template."
    ) { input in
      let address = input.context.publication.postalAddress
      guard address.trimmed().isEmpty || !input.html.contains(HTMLText.escape(address)) else {
        return []
      }
      return [Hit(reason: "many laws ask for it: set it, and show it as postal", place: "HTML")]
    },
    Self(
      code: "subject-length", title: "The subject will be cut off", level: .warning,
      advice: "Shorten short: in solstice.yml, or the phrase subject:."
    ) { input in
      let width = DisplayWidth.of(input.context.subject)
      guard width > 70 else { return [] }
      return [
        Hit(
          reason: "\(width) columns; phones show about 40, desktops 70: \(input.context.subject)",
          place: "subject")
      ]
    },
    Self(
      code: "subject-empty", title: "The subject is empty", level: .error,
      advice: "Write subject: in the phrases."
    ) { input in
      input.context.subject.trimmed().isEmpty
        ? [Hit(reason: "write subject: in the phrases", place: "subject")] : []
    },
    Self(
      code: "line-too-long", title: "A line breaks the limit of mail", level: .error,
      advice: "This is a fault of the program: please report it.", isFinal: true
    ) { input in
      var hits: [Hit] = []
      for (index, line) in input.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        .enumerated() where line.count > 999
      {
        hits.append(
          Hit(reason: "\(line.count - 1) octets; RFC 5322 allows 998", place: "line \(index + 1)"))
      }
      return hits
    },
    Self(
      code: "line-end", title: "A line end is not CRLF", level: .error,
      advice: "This is a fault of the program: please report it.", isFinal: true
    ) { input in
      var previous: UInt8 = 0
      for byte in input.bytes {
        if (byte == 0x0A) != (previous == 0x0D) {
          return [Hit(reason: "a bare CR or LF could smuggle a second letter", place: "message")]
        }
        previous = byte
      }
      return []
    },
    Self(
      code: "text-shorter", title: "The text part says less", level: .error,
      advice: "Show every story in the theme's text template, too."
    ) { input in
      let text = squeezed(MergeMarker.fill(input.text, input.sample, .text))
      return input.shownItems.filter { item in
        let words =
          item.member == nil || item.pin != nil ? item.title : item.personalSummary ?? item.title
        return !text.contains(squeezed(MergeMarker.fill(words, input.sample, .text)))
      }
      .map {
        Hit(
          reason: "\"\($0.title.prefix(60))\" is not in the text part",
          place: place($0, "title"))
      }
    },
  ]

  /// Without blanks and line breaks, which wrapping changes.
  private static func squeezed(_ text: String) -> String {
    text.filter { !$0.isWhitespace }
  }
}
