import Composer

/// Items of a member that `members/` does not know, most likely by a slip of the pen.
enum UnknownMembers {
  /// A warning for each such item; none while there are no members at all.
  static func problems(_ items: [Item], _ members: [MemberEntry]) -> [SourceProblem] {
    guard !members.isEmpty else { return [] }
    let known = members.map(\.short).joined(separator: ", ")
    return items.compactMap { item in
      guard !item.isTranslation, let word = item.member,
        !members.contains(where: { $0.isMeant(by: word) })
      else { return nil }
      return SourceProblem(
        file: item.file, line: item.lines["member"] ?? 1, key: "member",
        "there is no member \"\(word.prefix(40))\"; known are \(known)", level: .warning)
    }
  }
}
