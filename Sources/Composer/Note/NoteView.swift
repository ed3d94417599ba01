import Mail

/// The values of a small letter for its templates.
struct NoteView {
  let note: Note
  let context: LetterContext

  func html(headStyles: [String]) -> [String: Any] {
    var view = common
    view["head_styles"] = headStyles
    view["greeting"] = orFalse(context.greeting.map(HTMLText.escape))
    view["body"] = MarkdownHTML().write(note.body.blocks)
    view["why"] = context.phrases.text("why", ["address": MergeMarker.mark(.recipientAddress)])
    view["postal"] = context.publication.postalAddress
    return view
  }

  func text() -> [String: Any] {
    var writer = MarkdownText()
    var lines = writer.write(note.body.blocks)
    let notes = writer.takeNotes()
    if !notes.isEmpty { lines += [""] + notes }
    var view = common
    view["lines"] = lines.joined(separator: "\n")
    view["greeting"] = orFalse(context.greeting)
    view["rule"] = String(repeating: "-", count: 72)
    view["network"] = wrap(context.capitals(context.network))
    view["title"] = wrap(note.title)
    view["why"] = wrap(
      context.phrases.text("why", ["address": MergeMarker.mark(.recipientAddress)]))
    view["postal"] = wrap(context.publication.postalAddress)
    var phrases = context.phrases.view
    phrases["no_tracking"] = wrap(context.phrases.text("no_tracking"))
    view["phrases"] = phrases
    return view
  }

  private var common: [String: Any] {
    let direction = context.language.direction
    let isRTL = direction == "rtl"
    return [
      "lang": context.language.tag, "dir": direction, "is_rtl": isRTL,
      "start": isRTL ? "right" : "left", "end": isRTL ? "left" : "right", "title": note.title,
      "network": context.network, "preheader": note.body.firstParagraph ?? note.title,
      "issued": context.issued, "sender_line": context.senderLine,
      "closing": context.phrases.text("closing"),
      "signature": context.signature,
      "leave_url": context.leaveAddress,
      "view_url": orFalse(context.links.page(context.language)),
      "help_url": orFalse(context.publication.helpURL), "phrases": context.phrases.view,
    ]
  }

  private func wrap(_ text: String) -> String {
    TextWrapper().wrap(text).joined(separator: "\n")
  }
}
