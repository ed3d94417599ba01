extension CheckRule {
  /// What is judged link by link.
  static let linkRules: [Self] = [
    Self(
      code: "link-relative", title: "A link leads nowhere outside the page", level: .error,
      advice: "Write the address in full, with https://."
    ) {
      input in
      itemLinks(input) { url, _ in
        guard LinkTarget(url) == .relative else { return nil }
        return "\"\(url.prefix(80))\": write it in full, with https://"
      }
        + input.links.filter { !$0.target.hasPrefix("#") && LinkTarget($0.target) == .relative }
        .filter { !isMerge($0.target) }
        .map {
          Hit(reason: "\"\($0.target.prefix(80))\" in the theme is not absolute", place: "HTML")
        }
    },
    Self(
      code: "link-scheme", title: "A link uses a scheme that is not sent", level: .error,
      advice: "Use https://, http:// or mailto:; others are not sent."
    ) {
      itemLinks($0) { url, _ in
        switch LinkTarget(url) {
        case .refused(let scheme):
          "\"\(scheme):\" is left out; use https://, http:// or mailto:"
        case .empty: "the link has no address"
        case .web, .mail, .relative: nil
        }
      }
    },
    Self(
      code: "link-text-empty", title: "A link has no text", level: .error,
      advice: "Write between the brackets of […] where the link leads."
    ) { input in
      let inItems = itemLinks(input) { url, text in
        text.allSatisfy(\.isWhitespace)
          ? "the link to \(url.prefix(80)) has no words to press" : nil
      }
      let inLetter = input.links.filter(\.name.isEmpty).map {
        Hit(reason: "the link to \($0.target.prefix(80)) has no text", place: "HTML")
      }
      return inItems.isEmpty ? inLetter : inItems
    },
    Self(
      code: "link-text-duplicate", title: "Links look alike but differ", level: .warning,
      advice: "Let the words of each link say where it leads."
    ) {
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
    Self(
      code: "site-missing", title: "The letter has no web page", level: .warning,
      advice: "Set site_url: in solstice.yml."
    ) { input in
      guard input.context.links.folder == nil else { return [] }
      return [
        Hit(
          reason: "set site_url: to offer \"read in browser\", the PDF and the calendar",
          place: "solstice.yml")
      ]
    },
  ]

  private static func itemLinks(
    _ input: CheckInput, _ judge: (String, String) -> String?
  ) -> [Hit] {
    var hits: [Hit] = []
    for item in input.shownItems {
      // Of a text that is nothing but wrong links, the first ones are told.
      let limit = hits.count + 50
      for case .link(let url, let text) in item.body.references where hits.count < limit {
        if let reason = judge(url, text) {
          hits.append(Hit(reason: reason, place: "\(item.file):\(item.line(of: url))"))
        }
      }
    }
    return hits
  }

  private static func isMerge(_ target: String) -> Bool {
    target.unicodeScalars.contains(MergeMarker.open)
  }
}
