import Mail

extension CheckRule {
  /// The letter promises not to watch its readers; this keeps others from doing it through us.
  static let privacyRules: [Self] = [
    Self(
      code: "link-tracking", title: "A link watches the reader", level: .warning,
      advice: "Take the parameters off: the letter does not watch its readers.",
      judge: { input in
        links(input) { target in
          let names = parameters(target).filter(isTracking)
          guard !names.isEmpty else { return nil }
          return "\(target.prefix(80)): take off \(names.prefix(4).joined(separator: ", "))"
        }
      }),
    Self(
      code: "link-insecure", title: "A link is not encrypted", level: .warning,
      advice: "Write https:// where the site has it.",
      judge: { input in
        links(input) { target in
          target.lowercased().hasPrefix("http://")
            ? "\(target.prefix(80)): write https:// where the site has it" : nil
        }
      }),
    Self(
      code: "picture-remote", title: "A picture is fetched from elsewhere", level: .warning,
      advice: "Put the picture into the workspace: whoever serves it sees who reads.",
      judge: { input in
        var seen: Set<String> = []
        return input.tokens.compactMap { token in
          guard case .start("img", let attributes, _) = token,
            let source = HTMLLink.value("src", attributes),
            source.lowercased().hasPrefix("http") || source.hasPrefix("//"),
            !isOurs(source, input), seen.insert(source).inserted
          else { return nil }
          let isPixel = ["width", "height"].contains { name in
            HTMLLink.value(name, attributes).map { ["0", "1", "0px", "1px"].contains($0) } ?? false
          }
          return Hit(
            reason:
              "\(source.prefix(80)) \(isPixel ? "is a pixel that counts readers; take it out" : "tells its server who reads; put it into the workspace")",
            place: "HTML")
        }
      }),
  ]

  private static func isOurs(_ source: String, _ input: CheckInput) -> Bool {
    guard let site = input.context.publication.siteURL else { return false }
    return source.hasPrefix(site)
  }

  /// Judges every address once: those of items with their line, then the theme's.
  private static func links(_ input: CheckInput, _ judge: (String) -> String?) -> [Hit] {
    var hits: [Hit] = []
    var seen: Set<String> = []
    for item in input.shownItems {
      var targets: [(String, String)] = item.link.map { [($0, place(item, "link"))] } ?? []
      for case .link(let url, _) in item.body.references.prefix(200) {
        targets.append((url, ""))
      }
      for (url, place) in targets where seen.insert(url).inserted {
        guard let reason = judge(url) else { continue }
        hits.append(
          Hit(reason: reason, place: place.isEmpty ? "\(item.file):\(item.line(of: url))" : place))
      }
    }
    for link in input.links where seen.insert(link.target).inserted {
      if let reason = judge(link.target) { hits.append(Hit(reason: reason, place: "HTML")) }
    }
    return hits
  }

  private static func parameters(_ target: String) -> [String] {
    guard let mark = target.firstIndex(of: "?") else { return [] }
    return target[target.index(after: mark)...].prefix { $0 != "#" }.split { "&;".contains($0) }
      .compactMap { $0.split(separator: "=").first.map { $0.lowercased() } }
  }

  private static func isTracking(_ name: String) -> Bool {
    name.hasPrefix("utm_") || name.hasPrefix("mc_") || name.hasPrefix("_hs")
      || name.hasPrefix("pk_")
      || [
        "fbclid", "gclid", "dclid", "msclkid", "yclid", "twclid", "igshid", "mkt_tok", "vero_id",
        "oly_enc_id", "s_cid", "wickedid", "ttclid", "gbraid", "wbraid", "spm",
      ].contains(name)
  }
}
