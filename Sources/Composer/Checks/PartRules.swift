import Mail

extension CheckRule {
  /// What is judged of the letter's two forms, and of the message as mail programs read it.
  static let partRules: [Self] = [
    Self(
      code: "text-words", title: "Words of the HTML are missing in the text part", level: .warning,
      advice: "Show in the theme's text template what its HTML shows.",
      judge: { input in
        input.shownItems.compactMap { item in
          let missing = StoryWords.missing(of: item, in: input.textWords, but: input.htmlWords)
          guard !missing.isEmpty else { return nil }
          return Hit(
            reason: "the text part does not say: \(missing.prefix(5).joined(separator: ", "))",
            place: place(item, "title"))
        }
      }),
    Self(
      code: "html-words", title: "Words of the text part are missing in the HTML", level: .warning,
      advice: "Show in the theme's HTML template what its text template shows.",
      judge: { input in
        input.shownItems.compactMap { item in
          let missing = StoryWords.missing(
            of: item, in: input.htmlWords, but: input.textWordsWithoutAddresses, isShort: true)
          guard !missing.isEmpty else { return nil }
          return Hit(
            reason: "the HTML does not say: \(missing.prefix(5).joined(separator: ", "))",
            place: place(item, "title"))
        }
      }),
    Self(
      code: "html-shorter", title: "The HTML says less", level: .error,
      advice: "Show every story in the theme's HTML template, too.",
      judge: { input in
        input.shownItems.filter { item in
          let words =
            item.member == nil || item.pin != nil ? item.title : item.personalSummary ?? item.title
          return !WordSet.split(MergeMarker.fill(words, input.sample, .text))
            .allSatisfy(input.htmlWords.contains)
        }.map {
          Hit(reason: "\"\($0.title.prefix(60))\" is not in the HTML", place: place($0, "title"))
        }
      }),
    Self(
      code: "lang-missing", title: "The letter does not say its language", level: .warning,
      advice:
        "Write <html lang=\"{{lang}}\" dir=\"{{dir}}\"> in the template; screen readers choose the voice by it.",
      judge: { input in
        for case .start("html", let attributes, _) in input.tokens {
          if HTMLLink.value("lang", attributes) == input.context.language.tag { return [] }
        }
        return [
          Hit(
            reason: "write <html lang=\"{{lang}}\" dir=\"{{dir}}\"> in the template", place: "HTML")
        ]
      }),
    Self(
      code: "preheader-missing", title: "Nothing stands beside the subject in the inbox",
      level: .warning,
      advice: "Show {{preheader}} first: the inbox shows it beside the subject.",
      judge: { input in
        let preheader = WordSet.split(input.context.preheader)
        let start = WordSet(String(input.visibleText.prefix(1000)))
        guard preheader.isEmpty || !preheader.allSatisfy(start.contains) else { return [] }
        return [Hit(reason: "show {{preheader}} at the start of the template", place: "HTML")]
      }),
    Self(
      code: "message-broken", title: "The message can't be read back", level: .error,
      advice: "This is a fault of the program: please report it.", isFinal: true,
      judge: { input in
        let root = MessageParser.parse(input.bytes)
        var types: [String] = []
        func collect(_ part: ReceivedPart) {
          if part.children.isEmpty, !part.body.isEmpty { types.append(part.mediaType) }
          for child in part.children { collect(child) }
        }
        collect(root)
        return ["text/plain", "text/html"].filter { !types.contains($0) }.map {
          Hit(reason: "it has no \($0) part that can be read", place: "message")
        }
      }),
  ]
}
