package import Mail

/// A small letter: a title and some text in one language, such as an erratum or a reminder.
package struct Note: Hashable, Sendable {
  /// The period that it belongs to, for links to the edition's pages.
  package let period: Period
  /// What it is, for providers' own reports: `erratum`.
  package let kind: String
  package let language: Language
  package let subject: String
  package let title: String
  package let body: MarkdownDocument
  /// The file that it was written in, as findings name it.
  package let file: String

  package init(
    period: Period, kind: String, language: Language, subject: String, title: String,
    body: MarkdownDocument, file: String
  ) {
    self.period = period
    self.kind = kind
    self.language = language
    self.subject = subject
    self.title = title
    self.body = body
    self.file = file
  }

  /// Reads `note.<language>.md`: `subject:` and `title:` in its head, and the text below.
  package init(
    bytes: [UInt8], file: String, period: Period, kind: String, language: Language
  ) throws(SourceProblem) {
    let head = try FrontMatter(bytes: bytes, file: file)
    var reader = HeadReader(file: file, head: head)
    let subject = reader.required("subject", "subject: TEXT, what stands in the list of letters,")
    let title = reader.required("title", "title: TEXT, the letter's heading,")
    guard let subject, let title else {
      throw reader.problems.first ?? SourceProblem(file: file, line: 1, "the head is incomplete")
    }
    self.init(
      period: period, kind: kind, language: language, subject: subject, title: title,
      body: MarkdownReader.read(head.body, firstLine: head.bodyLine), file: file)
  }
}
