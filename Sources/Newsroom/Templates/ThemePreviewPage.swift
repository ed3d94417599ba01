import Composer

/// The page that shows a theme's letters side by side; no scripts, nothing from elsewhere.
struct ThemePreviewPage {
  let theme: String
  let standard: String
  /// Tags and names.
  let languages: [(tag: String, name: String)]
  /// The text part, which a frame might show in another encoding.
  let text: String

  var html: String {
    let names = NumberWords.text(languages.count)
    let sections = [
      section(
        "On a desktop",
        frame("Light", "letter.\(standard).html", 700)
          + frame("Dark", "letter.\(standard).dark.html", 700)),
      section(
        "On a phone",
        frame("Light", "letter.\(standard).html", 375)
          + frame("Dark", "letter.\(standard).dark.html", 375)
          + frame("The narrowest, 320 px", "letter.\(standard).html", 320)),
      section(
        "Short and long",
        frame("One item", "one.html", 700) + frame("One item on a phone", "one.html", 375)
          + frame("Fifty items", "fifty.html", 700)
          + frame("Fifty items on a phone", "fifty.html", 375)),
      section("Every language", languages.map(phone).joined()),
      section(
        "Text and web page",
        "<figure><figcaption><a href=\"letter.\(standard).txt\">Text part</a></figcaption>"
          + "<pre tabindex=\"0\">\(Self.escape(text))</pre></figure>\n"
          + frame("Web page", "page.\(standard).html", 760)),
    ].joined()
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>The theme \(Self.escape(theme))</title>
      <style>
      \(Self.styles)
      </style>
      </head>
      <body>
      <p class="label">Theme</p>
      <h1>\(Self.escape(theme))</h1>
      <p>It has words in \(names) language\(languages.count == 1 ? "" : "s"). \
      The letters are made of the samples that come with the program; nothing here was sent.</p>
      \(sections)
      </body>
      </html>

      """
  }

  private static let styles = """
    body { margin: 0 auto; max-width: 1436px; padding: 32px; background: #ffffff; color: #1d2b24;
      border-top: 6px solid #1f5c42; font: 16px/1.55 "Helvetica Neue", Arial, sans-serif; }
    h1 { font: 36px/1.25 Georgia, serif; margin: 4px 0 16px; }
    h2 { font: 21px/1.3 Georgia, serif; margin: 44px 0 8px; border-top: 1px solid #d9dfd5;
      padding-top: 16px; }
    .label { font-size: 12px; font-weight: bold; letter-spacing: .08em; margin: 0;
      text-transform: uppercase; color: #1f5c42; }
    .frames { display: flex; flex-wrap: wrap; gap: 0 32px; align-items: flex-start; }
    figure { margin: 0 0 24px; max-width: 100%; overflow-x: auto; }
    figcaption { font-size: 13px; color: #566259; padding: 8px 0; }
    iframe { border: 1px solid #d9dfd5; height: 860px; display: block; }
    pre { border: 1px solid #d9dfd5; height: 822px; width: 74ch; margin: 0; padding: 20px;
      overflow: auto; max-width: 100%; box-sizing: border-box;
      font: 13px/1.5 "DejaVu Sans Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; }
    a { color: #2f7d5b; }
    @media (max-width: 480px) { body { padding: 20px; } h1 { font-size: 29px; } }
    @media print { body { max-width: none; } figure { break-inside: avoid; } }
    """

  private func section(_ title: String, _ inside: String) -> String {
    "<h2>\(title)</h2>\n<div class=\"frames\">\n\(inside)</div>\n"
  }

  /// A letter in a language, with everything that there is in it.
  private func phone(_ tag: String, _ name: String) -> String {
    let links = [
      ("dark", "letter.\(tag).dark.html"), ("text", "letter.\(tag).txt"),
      ("web page", "page.\(tag).html"),
    ].map { " · <a href=\"\($0.1)\">\($0.0)</a>" }.joined()
    return frame(Self.escape(name), "letter.\(tag).html", 375, language: tag, more: links)
  }

  private func frame(
    _ title: String, _ file: String, _ width: Int, language: String = "en", more: String = ""
  ) -> String {
    "<figure><figcaption><a href=\"\(file)\" lang=\"\(language)\">\(title)</a>\(more)</figcaption>"
      + "<iframe src=\"\(file)\" width=\"\(width)\" title=\"\(title)\" loading=\"lazy\" sandbox>"
      + "</iframe></figure>\n"
  }

  private static func escape(_ text: String) -> String { HTMLText.escape(text) }
}
