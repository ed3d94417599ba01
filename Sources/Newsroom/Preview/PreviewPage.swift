import Composer
import Mail

/// The preview as one page without scripts: the sentence, the letters, the checks, what is next.
///
/// Languages and views are switched by radio buttons and CSS; the letters stand in sandboxed frames.
struct PreviewPage {
  static let files = "letters"
  private let preview: Preview

  init(_ preview: Preview) {
    self.preview = preview
  }

  var text: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src 'unsafe-inline'; frame-src 'self' file:">
    <title>\(escape(preview.source.name)): \(escape(preview.sentence))</title>
    <style>
    \(PreviewStyle.text)
    \(switches)
    </style>
    </head>
    <body>
    <main>
    <p class="label">Preview · \(escape(preview.day))</p>
    <h1>\(escape(preview.sentence))</h1>
    <p class="lead">\(escape(preview.standing))</p>
    \(person)
    \(stops)
    <div class="choices">
    \(languageChoice)
    \(PreviewPage.choice("Seen on", "width", Self.widths))
    \(PreviewPage.choice("Seen", "view", Self.views))
    </div>
    \(preview.letters.map { PreviewLetterSection($0, preview: preview).text }.joined(separator: "\n"))
    \(PreviewTables(preview).languages)
    \(PreviewTables(preview).checks)
    \(next)
    </main>
    </body>
    </html>

    """
  }

  private static let widths = [
    ("wide", "a desktop"), ("phone", "a phone, 375 px"), ("small", "a small phone, 320 px"),
  ]
  private static let views = [
    ("light", "in light colours"), ("dark", "in dark colours"), ("bare", "without pictures"),
    ("plain", "as text"),
  ]

  /// One group of radio buttons, the first one chosen.
  private static func choice(
    _ legend: String, _ name: String, _ choices: [(key: String, label: String)]
  ) -> String {
    let buttons = choices.enumerated().map { index, choice in
      """
      <label><input type="radio" name="\(name)" id="\(name)-\(choice.key)"\
      \(index == 0 ? " checked" : "")> <span>\(choice.label)</span></label>
      """
    }.joined(separator: "\n")
    return "<fieldset><legend>\(legend)</legend>\n\(buttons)\n</fieldset>"
  }

  private var languageChoice: String {
    guard preview.letters.count > 1 else { return "" }
    let choices = preview.letters.map { letter in
      let name = escape(LanguageLabel.own(letter.language))
      return (
        key: letter.language, label: "<span lang=\"\(letter.language)\">\(name)</span>"
      )
    }
    return Self.choice("Language", "language", choices)
  }

  /// The rules that show what is chosen; a browser that does not know `:has` shows everything.
  private var switches: String {
    var rules = ""
    if preview.letters.count > 1 {
      rules += ".letter { display: none; }\n"
      for letter in preview.letters {
        let tag = letter.language
        rules += "main:has(#language-\(tag):checked) #in-\(tag) { display: block; }\n"
      }
    }
    for (view, _) in Self.views {
      rules += "main:has(#view-\(view):checked) .\(view) { display: block; }\n"
    }
    return "@supports selector(:has(*)) {\n.view { display: none; }\n\(rules)}"
  }

  private var person: String {
    guard let prospect = preview.reader.prospect else { return "" }
    let reader = preview.reader
    let facts: [(String, String)] = [
      ("Name", reader.name), ("Address", reader.address.description), ("Member", reader.member),
      ("Roles", reader.roles.replacing(",", with: ", ")),
      ("Wants", reader.language.map(LanguageLabel.english) ?? "no language told"),
    ]
    let rows = facts.map { name, value in
      "<tr><th scope=\"row\">\(name)</th><td>\(value.isEmpty ? "–" : escape(value))</td></tr>"
    }.joined()
    let who = reader.name.isEmpty ? reader.address.description : reader.name
    return """
      <p class="\(prospect.gets ? "lead" : "lead warn")">\(escape(who)) \(escape(prospect.words)).</p>
      <table class="facts">\(rows)</table>
      """
  }

  private var stops: String {
    guard !preview.errors.isEmpty else { return "" }
    return "<h2>What stops the approval</h2>\n"
      + preview.errors.prefix(20).map { PreviewTables.task($0) }.joined(separator: "\n")
  }

  private var next: String {
    let name = escape(preview.source.name)
    let steps: [String]
    switch (preview.source.standing, preview.errors.isEmpty) {
    case (.draft, true), (.changed, true):
      steps = [
        "See it in a real inbox: <code>solstice preview \(name) --to all</code>",
        "Approve it: <code>solstice approve \(name) --by NAME</code>",
      ]
    case (.draft, false), (.changed, false):
      steps = [
        "Mend what stops the approval, then look again: <code>solstice preview \(name)</code>"
      ]
    case (.approved, _), (.kept, _): steps = ["Send it: <code>solstice send \(name)</code>"]
    }
    return "<h2>What to do next</h2>\n<ol class=\"next\">"
      + steps.map { "<li>\($0)</li>" }.joined() + "</ol>"
  }

  private func escape(_ text: String) -> String { PageText.escape(text) }
}
