extension CheckRule {
  /// What is judged link by link.
  static let linkRules: [Self] = [
    Self(code: "link-relative", title: "A link leads nowhere outside the page", level: .error) {
      input in
      itemLinks(input) { url, _, place in
        guard LinkTarget(url) == .relative else { return nil }
        return Hit(reason: "\"\(url.prefix(80))\": write it in full, with https://", place: place)
      }
        + input.links.filter { !$0.target.hasPrefix("#") && LinkTarget($0.target) == .relative }
        .filter { !isMerge($0.target) }
        .map {
          Hit(reason: "\"\($0.target.prefix(80))\" in the theme is not absolute", place: "HTML")
        }
    },
    Self(code: "link-scheme", title: "A link uses a scheme that is not sent", level: .error) {
      itemLinks($0) { url, _, place in
        switch LinkTarget(url) {
        case .refused(let scheme):
          Hit(
            reason: "\"\(scheme):\" is left out; use https://, http:// or mailto:", place: place)
        case .empty: Hit(reason: "the link has no address", place: place)
        case .web, .mail, .relative: nil
        }
      }
    },
    Self(code: "link-text-empty", title: "A link has no text", level: .error) { input in
      let inItems = itemLinks(input) { url, text, place in
        text.allSatisfy(\.isWhitespace)
          ? Hit(reason: "the link to \(url.prefix(80)) has no words to press", place: place) : nil
      }
      let inLetter = input.links.filter(\.name.isEmpty).map {
        Hit(reason: "the link to \($0.target.prefix(80)) has no text", place: "HTML")
      }
      return inItems.isEmpty ? inLetter : inItems
    },
    Self(code: "link-text-duplicate", title: "Links look alike but differ", level: .warning) {
      input in
      var targets: [String: Set<String>] = [:]
      for link in input.links where !link.name.isEmpty {
        targets[link.name, default: []].insert(link.target)
      }
      return targets.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map {
        Hit(
          reason: "\"\($0.key.prefix(60))\" leads to \($0.value.count) places; say which",
          place: "HTML")
      }
    },
    Self(code: "site-missing", title: "The letter has no web page", level: .warning) { input in
      guard input.context.links.folder == nil else { return [] }
      return [
        Hit(
          reason: "set site_url: to offer \"read in browser\", the PDF and the calendar",
          place: "solstice.yml")
      ]
    },
  ]

  private static func itemLinks(
    _ input: CheckInput, _ judge: (String, String, String) -> Hit?
  ) -> [Hit] {
    input.shownItems.flatMap { item in
      item.body.references.compactMap { reference -> Hit? in
        guard case .link(let url, let text) = reference else { return nil }
        return judge(url, text, "\(item.file):\(item.line(of: url))")
      }
    }
  }

  private static func isMerge(_ target: String) -> Bool {
    target.unicodeScalars.contains(MergeMarker.open)
  }
}
