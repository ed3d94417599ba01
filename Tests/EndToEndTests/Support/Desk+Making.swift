import TestSupport

extension Desk {
  /// The sample, combed, imported, composed and approved.
  static func approvedSample() throws -> Desk {
    let desk = try Desk(sample: true)
    for list in ["members", "council"] {
      try desk.run("contacts", "import", "lists/\(list).csv")
    }
    try desk.run("compose", "2019-H1", now: Moment.morning)
    try desk.run("approve", "2019-H1", "--by", "Ada Example", now: Moment.morning)
    return desk
  }

  /// An own small network: these readers, one news item; composed, and approved if wanted.
  static func small(
    readers: [String] = ["ann@readers.test", "bo@readers.test", "cy@readers.test"],
    domain: String = "office.test", approved: Bool = true
  ) throws -> Desk {
    let desk = try Desk(sample: false)
    try desk.edit("solstice.yml", "reply_to: secretariat@example.org", "reply_to: desk@\(domain)")
    try desk.edit("solstice.yml", "return_domain: example.org", "return_domain: \(domain)")
    try desk.write(list(readers), to: "lists/readers.csv")
    try desk.write(item(), to: "news/2019/2019-03-01-well.md")
    try desk.run("contacts", "import", "lists/readers.csv")
    try desk.run("compose", "2019-H1")
    if approved { try desk.run("approve", "2019-H1", "--by", "Ada Example") }
    return desk
  }

  static func list(_ readers: [String]) -> String {
    let rows = readers.enumerated().map { "Reader \($0.offset + 1),\($0.element),en" }
    return (["name,email,language"] + rows).joined(separator: "\n") + "\n"
  }

  static func item(title: String = "The well is dug", date: String = "2019-03-01") -> String {
    """
    ---
    title: \(title)
    date: \(date)
    summary: Water for the garden behind the office.
    ---

    Water for the garden behind the office, from eleven metres below.
    """ + "\n"
  }
}

/// Moments of the year that the sample plays.
enum Moment {
  static let morning = "2019-06-24T09:00:00+08:00"
  static let later = "2019-06-24T11:00:00+08:00"
  static let winter = "2019-12-20T09:00:00+08:00"
}
