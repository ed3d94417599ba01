import Mail

@testable import Composer

/// For every check a letter that it strikes at, and one near it that is right.
enum CheckExamples {
  typealias Example = CheckExample

  static let striking: [Example] = [
    Example(code: "source-error", keys: "date: 2019-02-30"),
    Example(code: "source-warning", keys: "color: red"),
    Example(code: "alt-missing", body: "![](https://example.org/a.png)"),
    Example(code: "placeholder", body: "TODO: say more"),
    Example(code: "placeholder", keys: "summary: Lorem ipsum dolor"),
    Example(code: "placeholder", keys: "place: \"{{place}}\""),
    Example(code: "field-unknown", body: "Dear {{nmae}}"),
    Example(code: "field-empty", body: "Dear {{name}}"),
    Example(code: "outside-period", keys: "date: 2018-03-21"),
    Example(code: "section-unknown", keys: "section: polciy"),
    Example(
      code: "theme-old",
      theme: { files in
        let phrases = files.texts["phrases/en.yml"] ?? ""
        files.texts["phrases/en.yml"] = phrases.replacing("leave:", with: "#")
      }, hasSpare: true),
    Example(code: "held-after", keys: "held: 2019-04-01"),
    Example(code: "translation-missing", language: .japanese),
    Example(
      code: "phrases-missing", language: .japanese,
      theme: { $0.texts["phrases/ja.yml"] = nil }),
    Example(code: "link-relative", body: "[here](next.html)"),
    Example(code: "link-scheme", body: "[here](ftp://example.org/)"),
    Example(code: "link-text-empty", body: "[](https://example.org/)"),
    Example(
      code: "link-text-duplicate",
      theme: {
        $0.texts["newsletter.html.mustache"]? +=
          "<a href=\"https://a.test\">x</a><a href=\"https://b.test\">x</a>"
      }),
    Example(code: "site-missing", change: { $0.siteURL = nil }),
    Example(code: "empty", keys: "draft: true"),
    Example(
      code: "size-clipped",
      theme: {
        $0.texts["newsletter.html.mustache"]? += String(repeating: "<p>long</p>\n", count: 12_000)
      }),
    Example(
      code: "unsubscribe-missing",
      theme: { files in
        let html = files.texts["newsletter.html.mustache"] ?? ""
        files.texts["newsletter.html.mustache"] = html.replacing("{{{leave_url}}}", with: "")
      }),
    Example(code: "postal-missing", change: { $0.postalAddress = " " }),
    Example(
      code: "subject-length", change: { $0.shortName = String(repeating: "Long ", count: 9) }),
    Example(
      code: "text-shorter",
      theme: {
        $0.texts["newsletter.txt.mustache"] = "{{% CONTENT_TYPE: TEXT}}\n{{leave_url}}\n"
      }),
    Example(code: "contrast", theme: { $0.texts["style.css"]? += ".text { color: #999999; }" }),
    Example(
      code: "contrast",
      theme: {
        $0.texts["style.css"]? +=
          "@media (prefers-color-scheme: dark) { .text { color: #445544 !important; } }"
      }),
    Example(code: "html-removed", theme: { $0.add("<script>alert(1)</script>") }),
    Example(code: "html-removed", theme: { $0.add("<p onclick=\"go()\">x</p>") }),
    Example(
      code: "html-removed", theme: { $0.texts["style.css"]? += ".note { position: absolute; }" }),
    Example(code: "html-unsupported", theme: { $0.add("<video src=\"x.mp4\"></video>") }),
    Example(
      code: "css-unsupported", theme: { $0.texts["style.css"]? += ".note { display: flex; }" }),
    Example(
      code: "css-unsupported", theme: { $0.texts["style.css"]? += ".note { width: calc(1px); }" }),
    Example(code: "placeholder", body: "ここに本文を書く"),
    Example(code: "title-long", keys: "summary: x", title: String(repeating: "Long ", count: 100)),
    Example(code: "draft-in-period", other: "---\ntitle: B\ndraft: true\n---\nMore.\n"),
    Example(code: "title-duplicate", other: "---\ntitle: A title\n---\nMore.\n"),
    Example(code: "html-dropped", body: "<b>Bold</b> text"),
    Example(code: "html-dropped", body: "<script>alert(1)</script>\n\nText"),
    Example(code: "alt-poor", body: "![Image](https://example.org/a.png)"),
    Example(code: "alt-poor", body: "![IMG_2034](https://example.org/IMG_2034.png)"),
    Example(code: "date-wrong", body: "We meet on Tuesday 24 June 2019."),
    Example(code: "date-wrong", keys: "summary: It opens on 31 June 2019."),
    Example(
      code: "period-wrong",
      theme: { files in
        let phrases = files.texts["phrases/en.yml"] ?? ""
        files.texts["phrases/en.yml"] = phrases.replacing(
          "subject: \"{short}: {edition}\"", with: "subject: \"{short}: {edition} 2018\"")
      }),
    Example(code: "link-tracking", body: "[here](https://example.org/?id=1&utm_source=letter)"),
    Example(code: "link-insecure", body: "[here](http://example.org/)"),
    Example(
      code: "picture-remote",
      theme: { $0.add("<img src=\"https://count.example/a.gif\" width=\"1\" alt=\"x\">") }),
    Example(
      code: "size-near",
      theme: { $0.add(String(repeating: "<p>long</p>\n", count: 6_900)) }),
    Example(
      code: "lang-missing",
      theme: { files in
        let html = files.texts["newsletter.html.mustache"] ?? ""
        files.texts["newsletter.html.mustache"] = html.replacing(" lang=\"{{lang}}\"", with: "")
      }),
    Example(
      code: "preheader-missing",
      theme: { files in
        let html = files.texts["newsletter.html.mustache"] ?? ""
        files.texts["newsletter.html.mustache"] = html.replacing("{{preheader}}", with: "")
      }),
    Example(
      code: "html-shorter",
      theme: {
        $0.texts["newsletter.html.mustache"] = "<html lang=\"{{lang}}\">{{{leave_url}}} {{postal}}"
      }),
    Example(
      code: "text-words",
      theme: {
        $0.texts["newsletter.txt.mustache"] = "{{% CONTENT_TYPE: TEXT}}\n{{leave_url}}\n"
      }),
    Example(
      code: "subject-empty",
      theme: { files in
        let phrases = files.texts["phrases/en.yml"] ?? ""
        files.texts["phrases/en.yml"] = phrases.replacing(
          "subject: \"{short}: {edition}\"", with: "subject: \"\"")
      }),
    Example(code: "date-wrong", body: "We meet on Tuesday 24 June\n2019 in Bonn."),
    Example(
      code: "date-wrong",
      event: "title: Council\nstarts: 2019-10-08\n---\nOn Monday 8 October 2019.\n"),
    Example(
      code: "event-past", event: "title: Council\nstarts: 2019-10-08\n---\n", day: "2019-12-20"),
    Example(
      code: "html-words", body: "Only here is said: wombat.",
      theme: { $0.texts["newsletter.html.mustache"] = "<html lang=\"{{lang}}\">{{{leave_url}}}" }),
    Example(code: "line-too-long", input: .message(line: 999, end: "\r\n")),
    Example(code: "line-end", input: .message(line: 10, end: "\r\n\n")),
    Example(code: "message-broken", input: .message(line: 10, end: "\r\n")),
    Example(code: "picture-heavy", input: .picture(bytes: 200_001)),
  ]
}

extension ThemeFiles {
  /// Puts HTML at the end of the letter's template.
  mutating func add(_ html: String) { texts["newsletter.html.mustache"]? += html }
}
