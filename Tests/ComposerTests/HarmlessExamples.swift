import Mail

@testable import Composer

extension CheckExamples {
  /// What is near to a rule's example and right.
  static let harmless: [Example] = [
    Example(code: "source-error", keys: "date: 2019-02-28"),
    Example(code: "source-warning", keys: "place: Bangkok"),
    Example(code: "alt-missing", body: "![Green hills](https://example.org/a.png)"),
    Example(code: "placeholder", body: "Much is left todo; see To Do: lists, and XXXL shirts."),
    Example(code: "placeholder", body: "Read volume XXX of the papers."),
    Example(code: "placeholder", body: "二〇〇〇年"),
    Example(code: "placeholder", title: "TODO SOBRE COMPRAS VERDES"),
    Example(code: "placeholder", keys: "summary: \"Dear {{name|colleague}}\""),
    Example(code: "placeholder", body: "Dear {{nmae}}"),
    Example(code: "field-unknown", body: "Dear {{name|colleague}}"),
    Example(code: "field-empty", body: "Dear {{name|colleague}}"),
    Example(code: "outside-period", keys: "date: 2019-03-21"),
    Example(code: "section-unknown", keys: "section: policy"),
    Example(code: "theme-old", hasSpare: true),
    Example(code: "held-after", keys: "held: 2019-03-20"),
    Example(
      code: "translation-missing", other: "---\ntitle: 題\n---\n本文。\n",
      otherName: "2019-03-21-a.ja.md", language: .japanese),
    Example(code: "phrases-missing", language: .japanese),
    Example(code: "link-relative", body: "[here](https://example.org/next.html)"),
    Example(code: "link-scheme", body: "[write](mailto:office@example.org)"),
    Example(code: "link-text-empty", body: "[here](https://example.org/)"),
    Example(
      code: "link-text-duplicate",
      theme: { $0.add("<a href=\"https://a.test\">x</a><a href=\"https://a.test\">x</a>") }),
    Example(code: "site-missing", change: { $0.siteURL = "https://other.example/" }),
    Example(code: "empty", other: "---\ntitle: B\ndraft: true\n---\nMore.\n"),
    Example(
      code: "size-clipped", theme: { $0.add(String(repeating: "<p>long</p>\n", count: 6_900)) }),
    Example(
      code: "size-near", theme: { $0.add(String(repeating: "<p>long</p>\n", count: 5_000)) }),
    Example(
      code: "unsubscribe-missing",
      theme: { files in
        let html = files.texts["newsletter.html.mustache"] ?? ""
        files.texts["newsletter.html.mustache"] =
          html.replacing("{{{leave_url}}}", with: "") + "<a href=\"{{{leave_url}}}\">Out</a>"
      }),
    Example(code: "postal-missing", change: { $0.postalAddress = "5 & 6 <Other> \"Road\"" }),
    Example(code: "subject-length", change: { $0.shortName = "Letter of the network" }),
    Example(code: "subject-empty", change: { $0.shortName = "" }),
    Example(
      code: "text-shorter",
      title: "A title that is wrapped since it has " + "very, very " * 6
        + "many words"),
    Example(code: "contrast", theme: { $0.texts["style.css"]? += ".text { color: #555555; }" }),
    Example(code: "html-removed", theme: { $0.add("<p>A script, a form, onclick=</p>") }),
    Example(code: "html-unsupported", theme: { $0.add("<p><strong>x</strong></p>") }),
    Example(code: "css-unsupported", theme: { $0.texts["style.css"]? += ".note { color: #111; }" }),
    Example(code: "title-long", keys: "summary: x", title: "Long " * 20),
    Example(
      code: "draft-in-period", other: "---\ntitle: B\ndate: 2019-08-01\ndraft: true\n---\nMore.\n"
    ),
    Example(code: "title-duplicate", other: "---\ntitle: Another title\n---\nMore.\n"),
    Example(code: "title-duplicate", title: "\"???\"", other: "---\ntitle: \"!!!\"\n---\nMore.\n"),
    Example(code: "html-dropped", body: "Where a < b, write `<b>` or &lt;b&gt;."),
    Example(code: "alt-poor", body: "![The harbour at dawn](https://example.org/a.png)"),
    Example(code: "date-wrong", body: "We meet on Monday 24 June 2019."),
    Example(code: "date-wrong", body: "Room 31, June 2019"),
    Example(code: "date-wrong", body: "Until 24 June 2019. Tuesday was quiet."),
    Example(code: "date-wrong", body: "30. May 2019: one\n\n31. June 2019: two"),
    Example(
      code: "date-wrong",
      event: "title: Council\nstarts: 2019-10-08\n---\nTuesday 8 October 2019.\n"
    ),
    Example(code: "period-wrong", change: { $0.shortName = "Agenda 2030" }),
    Example(code: "event-past", event: "title: Council\nstarts: 2019-10-08\n---\n"),
    Example(code: "link-tracking", body: "[here](https://example.org/?id=1&source=letter)"),
    Example(code: "link-insecure", body: "[here](https://example.org/http://)"),
    Example(
      code: "picture-remote",
      theme: { $0.add("<img src=\"https://igpn.example/a.gif\" width=\"9\" alt=\"x\">") }),
    Example(code: "lang-missing", language: .japanese),
    Example(code: "preheader-missing", language: .japanese),
    Example(
      code: "html-shorter", keys: "member: KGPN\nsummary: \"It is for {{name|someone}} to read\""),
    Example(code: "text-words", body: rich), Example(code: "html-words", body: rich),
    Example(code: "line-too-long", input: .message(line: 998, end: "\r\n")),
    Example(code: "line-end", input: .message(line: 10, end: "\r\n\r\n")),
    Example(code: "message-broken", body: rich),
    Example(code: "picture-heavy", input: .picture(bytes: 200_000)),
  ]

  /// Everything that the two forms of a letter write in ways of their own.
  private static let rich = """
    A **b**old word and a_n_other, H~~2~~O, `code`, a [link](https://example.org/x), a bare
    https://example.org/y and {{name|someone}}.

    1. First
    2. Second, with a [second link](https://example.org/z)

    | Figure | A rather long heading for so small a table |
    | --- | --: |
    | Internationalisationbureaus | 12 |

    ![A harbour at dawn](https://example.org/a.png)

        a line of code

    > 国際グリーン購入ネットワークは、世界の調達を緑にするために、各国の会員とともに長年にわたり活動を続けてきました。
    """
}

private func * (text: String, count: Int) -> String { String(repeating: text, count: count) }
