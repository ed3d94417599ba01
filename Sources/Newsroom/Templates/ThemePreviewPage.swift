import Composer

/// The page that shows a theme's letters side by side; no scripts, nothing from elsewhere.
struct ThemePreviewPage {
  let theme: String
  let standard: String
  /// Tags and names.
  let languages: [(tag: String, name: String)]

  var html: String {
    let frames = [
      ("Desktop, light", "letter.\(standard).html", 700),
      ("Desktop, dark", "letter.\(standard).dark.html", 700),
      ("Phone, light", "letter.\(standard).html", 360),
      ("Phone, dark", "letter.\(standard).dark.html", 360),
      ("Narrowest, 320 px", "letter.\(standard).html", 320),
      ("Text part", "letter.\(standard).txt", 700),
      ("One item", "one.html", 700), ("One item, phone", "one.html", 360),
      ("Fifty items", "fifty.html", 700), ("Web page", "page.\(standard).html", 760),
    ].map(frame).joined(separator: "\n")
    let rows = languages.map { tag, name in
      let cells = [
        ("light", "letter.\(tag).html"), ("dark", "letter.\(tag).dark.html"),
        ("text", "letter.\(tag).txt"), ("web page", "page.\(tag).html"),
      ].map { "<a href=\"\($0.1)\">\($0.0)</a>" }.joined(separator: " · ")
      return "<tr><th scope=\"row\" lang=\"\(tag)\">\(Self.escape(name))</th><td>\(cells)</td></tr>"
    }.joined(separator: "\n")
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>The theme \(Self.escape(theme))</title>
      <style>
      body { margin: 0 auto; max-width: 1560px; padding: 32px; background: #ffffff; color: #1d2b24; font: 16px/1.55 "Helvetica Neue", Arial, sans-serif; }
      h1 { font: 36px/1.25 Georgia, serif; margin: 0; border-top: 6px solid #1f5c42; padding-top: 24px; }
      h2 { font-size: 12px; letter-spacing: .08em; text-transform: uppercase; color: #b4581a; margin: 28px 0 8px; border-bottom: 1px solid #d9dfd5; padding-bottom: 8px; }
      .frames { display: flex; flex-wrap: wrap; gap: 0 32px; align-items: flex-start; }
      figure { margin: 0 0 24px; max-width: 100%; }
      figcaption { font-size: 13px; color: #566259; padding: 8px 0; }
      iframe { border: 1px solid #d9dfd5; max-width: 100%; height: 900px; display: block; }
      th { text-align: left; font-weight: bold; padding: 4px 24px 4px 0; }
      a { color: #2f7d5b; }
      </style>
      </head>
      <body>
      <h1>The theme \(Self.escape(theme))</h1>
      <p>Made from the samples that come with the program; nothing here was sent.</p>
      <h2>Every language</h2>
      <table>
      \(rows)
      </table>
      <h2>As readers see it</h2>
      <div class="frames">
      \(frames)
      </div>
      </body>
      </html>

      """
  }

  private func frame(_ title: String, _ file: String, _ width: Int) -> String {
    """
    <figure><figcaption><a href="\(file)">\(title)</a></figcaption>\
    <iframe src="\(file)" width="\(width)" title="\(title)" sandbox></iframe></figure>
    """
  }

  private static func escape(_ text: String) -> String { HTMLText.escape(text) }
}
