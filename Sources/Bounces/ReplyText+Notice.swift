import Mail

extension ReplyText {
  /// The words of a notice about one recipient.
  ///
  /// A reply on a line that holds the address comes first, then one in the lines after it, then
  /// one before it where no other recipient is told of; without any reply, the words around it.
  static func about(_ recipient: String, others: [String], in notice: Notice) -> Self {
    let wanted = recipient.lowercased()
    let foreign = Set(others.map { $0.lowercased() }).subtracting([wanted])
    let own = notice.addresses.filter { $0.key == wanted }
    let starts = Set(own.map(\.line))
    // Up to where the next recipient's words begin.
    let stops = Set(notice.addresses.filter { foreign.contains($0.key) }.map(\.line))
    for line in starts.sorted() where notice.isReply(line) {
      return notice.reply(at: line, stops: stops)
    }
    for start in starts.sorted() {
      var line = start + 1
      while line < notice.lines.count, line - start <= 25, !stops.contains(line) {
        if notice.isReply(line) { return notice.reply(at: line, stops: stops) }
        line += 1
      }
    }
    if foreign.isEmpty || starts.isEmpty,
      let line = notice.lines.indices.first(where: notice.isReply)
    {
      return notice.reply(at: line, stops: stops)
    }
    return Self(notice.words(around: starts.sorted(), stops: stops))
  }
}
