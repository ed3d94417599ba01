import Mail

/// What an item's `include:` puts below its text: each member's own activity.
package enum IncludedActivity {
  /// Tells of every word of an `include:` that no member goes by.
  package static func problems(_ items: [Item], _ members: [MemberEntry]) -> [SourceProblem] {
    items.filter { !$0.isTranslation }.flatMap { item in
      item.include.filter { word in
        !isAll(word) && !members.contains { $0.isMeant(by: word) }
      }.map { word in
        let known = members.map(\.short).joined(separator: ", ")
        return SourceProblem(
          file: item.file, line: item.lines["include"] ?? 1, key: "include",
          "there is no member \"\(word.prefix(40))\"; "
            + (known.isEmpty ? "there is no file in members/" : "known are \(known), and all"))
      }
    }
  }

  /// The item with the activity of the members that it includes, each once.
  static func expand(_ item: Item, _ members: [MemberEntry], order: [Language]) -> Item {
    guard !item.include.isEmpty else { return item }
    var chosen: [MemberEntry] = []
    for word in item.include {
      for member in members where isAll(word) || member.isMeant(by: word) {
        if !chosen.contains(where: { $0.key == member.key }) { chosen.append(member) }
      }
    }
    var expanded = item
    let activity = chosen.flatMap { member -> [MarkdownBlock] in
      let text = member.text(in: order)
      let blocks = blocks(member, text)
      return text.language == item.language ? blocks : [.foreign(text.language, blocks)]
    }
    expanded.body.blocks += activity
    expanded.body.personal += activity
    return expanded
  }

  private static func blocks(_ member: MemberEntry, _ text: MemberEntry.Text) -> [MarkdownBlock] {
    let name: [MarkdownInline] =
      member.site.map { [.link(url: $0, [.text(text.name)])] } ?? [.text(text.name)]
    var blocks: [MarkdownBlock] = [.heading(level: 1, name)]
    if !text.activities.isEmpty {
      blocks.append(.list(start: nil, items: text.activities.map { [.paragraph([.text($0)])] }))
    }
    return blocks + text.body.blocks
  }

  private static func isAll(_ word: String) -> Bool { word.lowercased() == "all" }
}
