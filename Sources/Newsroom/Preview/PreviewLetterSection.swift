import Composer
import Mail

/// One language's letter on the preview page: the inbox line, its frames, its headers.
struct PreviewLetterSection {
  private let letter: PreviewLetter
  private let preview: Preview

  init(_ letter: PreviewLetter, preview: Preview) {
    self.letter = letter
    self.preview = preview
  }

  var text: String {
    """
    <section class="letter" id="in-\(tag)" aria-label="\(escape(LanguageLabel.english(tag)))">
    \(inbox)
    \(frame("light", "in light colours"))
    \(frame("dark", "in dark colours"))
    \(frame("bare", "without pictures"))
    <div class="view plain"><pre lang="\(tag)" dir="\(direction)" tabindex="0">\
    \(escape(letter.text))</pre></div>
    \(links)
    \(headers)
    </section>
    """
  }

  private var tag: String { letter.language }

  private var direction: String { Language(tag)?.direction ?? "ltr" }

  private var subject: String { letter.header("Subject") }

  private var sender: String {
    let from = letter.header("From")
    return (try? Mailbox(parsing: from))?.displayName ?? from
  }

  private var inbox: String {
    """
    <div class="inbox" lang="\(tag)" dir="\(direction)">
    <span class="from">\(escape(sender))</span>
    <span class="line"><b>\(escape(subject))</b> <span class="opening">\(escape(letter.opening))\
    </span></span>
    </div>
    """
  }

  private func frame(_ view: String, _ words: String) -> String {
    """
    <div class="view \(view)"><iframe sandbox="" loading="lazy" \
    src="\(PreviewPage.files)/\(view).\(tag).html" \
    title="\(escape(LanguageLabel.english(tag))), \(words)"></iframe></div>
    """
  }

  private var links: String {
    let base = "\(PreviewPage.files)/"
    var all = [
      ("light.\(tag).html", "the letter alone"), ("dark.\(tag).html", "dark"),
      ("bare.\(tag).html", "without pictures"), ("\(tag).txt", "text"),
      ("\(tag).eml", "the message itself"),
    ]
    if let page = preview.source.composed?.letters.first(where: { $0.language.tag == tag }) {
      all.append((page.pageName, "its web page"))
    }
    return "<p class=\"alone\">Open "
      + all.map { "<a href=\"\(base)\($0.0)\">\($0.1)</a>" }.joined(separator: " · ") + "</p>"
  }

  private var headers: String {
    let rows = letter.headers.map { name, value in
      "<tr><th scope=\"row\">\(escape(name))</th><td>\(escape(value))</td></tr>"
    }.joined(separator: "\n")
    return """
      <details><summary>Headers of the message</summary>
      <table class="facts">
      \(rows)
      </table>
      <p class="soft">Tokens and Message-ID here are void: nobody leaves or is counted by them.</p>
      </details>
      """
  }

  private func escape(_ text: String) -> String { PageText.escape(text) }
}
