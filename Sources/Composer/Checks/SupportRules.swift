import Mail

extension CheckRule {
  /// What mail programs do not know, or take out.
  static let supportRules: [Self] = [
    Self(
      code: "html-removed", title: "The letter needs what mail programs take out", level: .error,
      advice: "Do without script, forms, frames and layers: mail programs take them out.",
      judge: { removed($0) }),
    Self(
      code: "css-unsupported", title: "A style is unknown to some mail programs", level: .warning,
      advice: "Use what all know, or see that the letter reads well without it.",
      judge: { input in
        let use = input.features
        return use.brokenStyles.map {
          Hit(reason: "a style element can't be read: \($0)", place: "HTML")
        } + hits(input, "css-")
      }),
    Self(
      code: "html-unsupported", title: "An element is unknown to some mail programs",
      level: .warning,
      advice: "Use what all know, or see that the letter reads well without it.",
      judge: { hits($0, "html-") }),
  ]

  private static func hits(_ input: CheckInput, _ kind: String) -> [Hit] {
    input.features.order.filter { $0.hasPrefix(kind) && HarmlessFeatures.reasons[$0] == nil }
      .compactMap { feature in
        guard let entry = SupportTable.lacks(feature), let shown = input.features.found[feature],
          !entry.missing.isEmpty
        else { return nil }
        return Hit(
          reason: "\(shown) is unknown to \(MailClient.list(entry.missing)) (tested "
            + "\(entry.tested)); the letter must read well without it",
          place: place(of: shown, input))
      }
  }

  /// The style sheet's line where a declaration stands, else the HTML.
  static func place(of declaration: String, _ input: CheckInput) -> String {
    let wanted = declaration.replacing(": ", with: ":")
    for file in input.theme.styleFiles {
      var line = 0
      let text = String(decoding: file.bytes, as: UTF8.self)
      for row in text.split(separator: "\n", omittingEmptySubsequences: false) {
        line += 1
        if row.replacing(": ", with: ":").contains(wanted) { return "\(file.path):\(line)" }
      }
    }
    return "HTML"
  }

  private static let removedElements: Set<String> = [
    "script", "noscript", "iframe", "frame", "frameset", "object", "embed", "applet", "form",
    "input", "button", "select", "textarea", "base",
  ]

  private static func removed(_ input: CheckInput) -> [Hit] {
    var reasons: [String] = []
    func note(_ reason: String) {
      if !reasons.contains(reason) { reasons.append(reason) }
    }
    for case .start(let name, let attributes, _) in input.tokens {
      if removedElements.contains(name) {
        note("<\(name)> is taken out by mail programs; say it in text and link to a page")
      }
      if name == "link", HTMLLink.value("rel", attributes)?.lowercased() == "stylesheet" {
        note("a linked style sheet does not arrive; put the styles into style.css")
      }
      if name == "meta", HTMLLink.value("http-equiv", attributes)?.lowercased() == "refresh" {
        note("<meta http-equiv=\"refresh\"> is taken out by mail programs")
      }
      for attribute in attributes {
        if attribute.name.hasPrefix("on"), attribute.name.count > 3, attribute.value != nil {
          note("\(attribute.name.prefix(30))= is script, which mail programs take out")
        }
        guard attribute.name == "style", let value = attribute.value else { continue }
        for declaration in Declaration.list(HTMLText.unescape(value))
        where declaration.name == "position"
          && ["absolute", "fixed", "sticky"].contains(declaration.value.lowercased())
        {
          let missing = SupportTable.lacks("css-position")?.missing ?? []
          note(
            "position: \(declaration.value) lays parts over each other; without it, as in "
              + "\(MailClient.list(missing)), they stand elsewhere. Use a table")
        }
      }
    }
    return reasons.map { Hit(reason: $0, place: "HTML") }
  }
}
