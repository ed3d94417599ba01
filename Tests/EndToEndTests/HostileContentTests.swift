import Foundation
import TestSupport
import Testing

/// What people write into lists and news is text, whatever it looks like.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct HostileContentTests {
  @Test func formulasInNamesAreGuardedInEverySpreadsheet() throws {
    let desk = try Desk(sample: false)
    let cells = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=HYPERLINK(\"http://x\",\"y\")"]
    let rows = cells.enumerated().map { index, cell in
      "\"\(cell.replacingOccurrences(of: "\"", with: "\"\""))\",a\(index)@readers.test,"
        + "\"\(cell.replacingOccurrences(of: "\"", with: "\"\""))\""
    }
    let bad = "\"=cmd|' /C calc'!A0\",no address,=1"
    try desk.write(
      (["name,email,member"] + rows + [bad]).joined(separator: "\n") + "\n",
      to: "lists/readers.csv")
    try desk.write(Desk.item(), to: "news/2019/a.md")
    try desk.run("contacts", "import", "lists/readers.csv")
    try desk.run("compose", "2019-H1")
    try desk.run("approve", "2019-H1", "--by", "=Ada()")
    let catcher = try CatcherProgram(
      desk, script: #"{"rules": [{"recipient": "*", "refuse": "550 5.1.1 =1+1,\"x\""}]}"#)
    try desk.run("send", "2019-H1", "--relay", catcher.url)
    let outputs = try [
      desk.run("contacts", "list", "--format", "csv").output,
      desk.run("bounces", "log", "--format", "csv").output,
      desk.run("deliveries", "2019-H1", "--format", "csv").output,
      desk.read("reports/readers-worksheet.csv"),
    ]
    for output in outputs {
      let table = CSVText.rows(output)
      #expect(table.count > 1)
      for cell in table.joined() {
        #expect(!"=+-@\t\r＝＋－＠".contains(cell.first ?? " "), "\(cell)")
      }
    }
    // The guard comes off again: the people keep their names.
    let exported = try desk.run("contacts", "list", "--format", "csv")
    try desk.write(bytes: exported.outputBytes, to: "lists/readers.csv")
    let again = try desk.run("contacts", "import", "lists/readers.csv").output
    #expect(again.contains("0 new, 0 changed"), "\(again)")
  }

  @Test func markupInTitlesIsText() throws {
    let desk = try Desk(sample: false)
    let title = "<script>alert(1)</script><b>Bold</b> & \\\"quoted\\\" {{name}}"
    try desk.write(
      Desk.item(title: "\"\(title)\""), to: "news/2019/a.md")
    try desk.write("name,email,member\n<i>Ann</i>,ann@readers.test,<u>GPN</u>\n", to: "lists/a.csv")
    try desk.run("contacts", "import", "lists/a.csv")
    try desk.run("compose", "2019-H1")
    for name in ["newsletter.en.html", "index.html"] {
      let html = try desk.read("editions/2019-H1/\(name)")
      #expect(html.contains("&lt;script&gt;alert(1)"), "\(name)")
      #expect(!html.contains("<script>alert") && !html.contains("<b>Bold"), "\(name)")
    }
    // Untouched braces look like a forgotten placeholder, which approval may stop.
    try desk.edit("news/2019/a.md", " {{name}}", "")
    try desk.run("compose", "2019-H1")
    try desk.run("approve", "2019-H1", "--by", "<em>Ada</em>")
    let catcher = try CatcherProgram(
      desk, script: #"{"rules": [{"recipient": "*", "refuse": "550 5.1.1 <script>x</script>"}]}"#)
    try desk.run("send", "2019-H1", "--relay", catcher.url)
    let report = try desk.run("report", "2019-H1", "--format", "html").output
    for text in ["<script>", "<i>Ann", "<u>GPN", "<em>Ada"] { #expect(!report.contains(text)) }
    #expect(report.contains("&lt;script&gt;x"))
  }

  @Test func namesNeverMakeHeaders() throws {
    let desk = try Desk(sample: false)
    let names = [
      "Eve\r\nBcc: x@y.test", "Mal\nSubject: won", "Zoe\r\n\r\n<h1>body</h1>", "Tab\tby\u{B}ed",
      "Quo\"te, <b@c.test>", "=?utf-8?q?=0D=0ABcc:_z@y.test?=", "Nul\u{0}l", "Line\u{2028}sep",
      "\u{202E}txt.exe",
    ]
    let rows = names.enumerated().map {
      "\"\($0.element.replacingOccurrences(of: "\"", with: "\"\""))\",h\($0.offset)@readers.test"
    }
    try desk.write((["name,email"] + rows).joined(separator: "\n") + "\n", to: "lists/a.csv")
    try desk.write(Desk.item(), to: "news/2019/a.md")
    try desk.run("contacts", "import", "lists/a.csv")
    try desk.run("compose", "2019-H1")
    try desk.run("approve", "2019-H1", "--by", "Ada")
    let catcher = try CatcherProgram(desk)
    try desk.run("send", "2019-H1", "--relay", catcher.url)
    let letters = try catcher.letters()
    #expect(letters.count == names.count)
    let known: Set = [
      "return-path", "x-original-to", "received", "date", "message-id", "from", "to", "reply-to",
      "subject", "list-id", "list-unsubscribe", "list-archive", "list-help", "precedence",
      "auto-submitted",
      "feedback-id", "x-solstice-delivery", "mime-version", "content-language", "content-type",
    ]
    for letter in letters {
      let fields = letter.headers.map { $0[0] }
      #expect(Set(fields).isSubset(of: known), "\(fields)")
      #expect(fields.count { $0 == "subject" || $0 == "to" } == 2, "\(fields)")
      #expect(letter.all("To").first?.hasSuffix("<\(letter.recipient)>") == true)
      #expect(!letter.text.hasPrefix("<h1>") && letter.bareLineEnds == 0)
    }
  }
}
