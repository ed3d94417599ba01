import Mail

extension CheckRule {
  /// What is judged of the letter's two forms, and of the message as mail programs read it.
  static let partRules: [Self] = [
    Self(
      code: "text-words", title: "Words of the HTML are missing in the text part", level: .warning,
      advice: "The theme's text template must show what its HTML shows.",
      judge: { input in
        let html = WordSet(input.visibleText)
        let text = WordSet(input.text)
        return input.shownItems.compactMap { item in
          let said = "\(item.title) \(item.summary ?? "") \(MarkdownText.plain(item.body))"
          var seen: Set<String> = []
          let missing = WordSet.split(said).filter {
            html.contains($0) && !text.contains($0) && seen.insert($0).inserted
          }
          guard !missing.isEmpty else { return nil }
          return Hit(
            reason: "the text part does not say: \(missing.prefix(5).joined(separator: ", "))",
            place: item.file)
        }
      }),
    Self(
      code: "html-shorter", title: "The HTML says less", level: .error,
      advice: "Every story must be in both forms.",
      judge: { input in
        let html = WordSet(input.visibleText)
        return input.shownItems.filter { item in
          let words =
            item.member == nil || item.pin != nil ? item.title : item.summary ?? item.title
          return !WordSet.split(words).allSatisfy(html.contains)
        }.map { Hit(reason: "\"\($0.title.prefix(60))\" is not in the HTML", place: $0.file) }
      }),
    Self(
      code: "lang-missing", title: "The letter does not say its language", level: .warning,
      advice: "Screen readers choose the voice by it, and fonts are chosen by it.",
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
      level: .warning, advice: "Mail programs show the first words of the letter there.",
      judge: { input in
        let preheader = WordSet.split(input.context.preheader)
        let start = WordSet(String(input.visibleText.prefix(1000)))
        guard preheader.isEmpty || !preheader.allSatisfy(start.contains) else { return [] }
        return [Hit(reason: "show {{preheader}} at the start of the template", place: "HTML")]
      }),
    Self(
      code: "message-broken", title: "The message can't be read back", level: .error, isFinal: true,
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
