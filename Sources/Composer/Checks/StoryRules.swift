import Mail

extension CheckRule {
  /// What is judged of stories beside each other.
  static let storyRules: [Self] = [
    Self(
      code: "title-long", title: "A title is too long", level: .warning,
      advice: "Shorten it and say the rest in summary:.",
      judge: { input in
        input.shownItems.compactMap { item in
          let width = DisplayWidth.of(item.title)
          guard width > 120 else { return nil }
          return Hit(
            reason: "\(width) columns; aim at 70, at most 120. Say the rest in summary:",
            place: place(item, "title"))
        }
      }),
    Self(
      code: "title-duplicate", title: "Two stories have one title", level: .warning,
      advice: "Give one of them another title: readers take the second for the first.",
      judge: { input in
        var first: [String: Item] = [:]
        return input.shownItems.compactMap { item in
          let words = WordSet.split(item.title).joined(separator: " ")
          let key = words.isEmpty ? item.title : words
          guard let other = first[key] else {
            first[key] = item
            return nil
          }
          return Hit(
            reason: "\"\(item.title.prefix(60))\" is the title of \(other.file), too",
            place: place(item, "title"))
        }
      }),
    Self(
      code: "draft-in-period", title: "A draft of this period stays out", level: .warning,
      advice: "Take draft: out when it is ready, or give it a later date.",
      judge: { input in
        input.items.filter {
          $0.isDraft && !$0.isTranslation && input.context.edition.period.contains($0.date)
        }.map {
          Hit(
            reason: "\"\($0.title.prefix(60))\" is a draft and is not in the letter",
            place: place($0, "draft"))
        }
      }),
    Self(
      code: "html-dropped", title: "HTML in an item is left out", level: .warning,
      advice: "Write it as Markdown: no HTML and no script of an item is ever sent.",
      judge: { input in
        input.shownItems.flatMap { item in
          item.body.remarks.filter { isDroppedHTML($0.message) }.map {
            Hit(reason: $0.message, place: "\(item.file):\($0.line)")
          }
        }
      }),
    Self(
      code: "alt-poor", title: "A picture's description says nothing", level: .warning,
      advice: "Say what the picture shows, as on the telephone.",
      judge: { input in
        input.shownItems.flatMap { item -> [Hit] in
          var hits: [Hit] = []
          if let image = item.image, let alt = item.alt, isPoor(alt, image.fileName) {
            hits.append(
              Hit(reason: "\"\(alt.prefix(60))\": say what it shows", place: place(item, "alt")))
          }
          for case .image(let url, let alt) in item.body.references where isPoor(alt, url) {
            hits.append(
              Hit(
                reason: "\"\(alt.prefix(60))\": say what it shows",
                place: "\(item.file):\(item.line(of: url))"))
          }
          return hits
        }
      }),
  ]

  static func isDroppedHTML(_ message: String) -> Bool { message.hasPrefix("raw HTML") }

  private static let emptyWords: Set<String> = [
    "image", "picture", "photo", "img", "logo", "graphic", "bild", "foto", "gambar", "imagen",
    "写真", "画像", "图片", "圖片", "照片", "사진", "그림", "รูปภาพ", "ảnh", "hình",
  ]

  /// Whether an alternative text repeats the file's name or is one empty word.
  private static func isPoor(_ alt: String, _ file: String) -> Bool {
    let text = alt.trimmed().lowercased()
    guard !text.isEmpty else { return false }
    let name = (file.split(separator: "/").last.map(String.init) ?? file).lowercased()
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    let isFile =
      text == name || text == stem || (stem.hasSuffix(text) && text.contains("-"))
      || [".png", ".jpg", ".jpeg", ".gif"].contains(where: text.hasSuffix)
    return isFile || emptyWords.contains(text)
  }
}
