import Foundation
import TestSupport
import Testing

/// `compose --pdf`: a PDF of each language, or a clear word and everything else.
@Suite(.enabled(if: ServerNeed.solstice.shouldRun, "\(ServerNeed.solstice)"))
struct PDFTests {
  @Test(arguments: [Tool.chromium, .weasyPrint])
  func pagesArePrintedOnA4WithTagsAndFonts(tool: Tool) throws {
    let path = try tool.require()
    let desk = try Desk.small(approved: false)
    try desk.write(desk.read("solstice.yml") + "\npdf: \(tool.name)\n", to: "solstice.yml")
    let result = try desk.run("compose", "2019-H1", "--pdf", limit: .seconds(300))
    #expect(result.output.contains("newsletter.en.pdf"))
    let file = desk.path(of: "editions/2019-H1/newsletter.en.pdf")
    let facts = try Program(Tool.pdfInfo.require()).run([file]).expecting().output
    #expect(facts.contains("Page size:") && facts.contains("(A4)"), "\(path): \(facts)")
    #expect(facts.contains("Tagged:") && !facts.contains(#/Tagged: +no/#))
    #expect(facts.contains("Half-year letter"))
    let fonts = try Program(Tool.pdfFonts.require()).run([file]).expecting().output
    let lines = fonts.split(separator: "\n").dropFirst(2)
    #expect(!lines.isEmpty)
    for line in lines { #expect(line.contains(#/ yes (yes|no) +(yes|no) /#), "\(line)") }
    #expect(try desk.read("editions/2019-H1/newsletter.en.html").contains("newsletter.en.pdf"))
    // The approval composes the same letter again, with its link.
    try desk.run("approve", "2019-H1", "--by", "Ada")
    let page = try desk.read("editions/index.html")
    #expect(page.contains("2019-H1/newsletter.en.pdf"))
  }

  @Test func withoutAProgramEverythingElseIsWritten() throws {
    let desk = try Desk.small(approved: false)
    let result = try desk.run(
      "compose", "2019-H1", "--pdf", environment: ["PATH": desk.path(of: "nowhere")], status: 69)
    #expect(result.errors.contains("No PDF was made: neither Chromium nor WeasyPrint is installed"))
    #expect(result.errors.contains("apt install chromium"))
    #expect(result.output.contains("Composed 2019-H1"))
    #expect(!(try desk.read("editions/2019-H1/newsletter.en.html").contains(".pdf")))
    try desk.run("approve", "2019-H1", "--by", "Ada")
  }

  @Test func aProgramThatFailsIsQuoted() throws {
    let desk = try Desk.small(approved: false)
    try desk.write("#!/bin/sh\necho no display here >&2\nexit 3\n", to: "bin/chromium.text")
    let file = desk.path(of: "bin/chromium.text")
    try Program("/usr/bin/install").run(["-m", "755", file, desk.path(of: "bin/chromium")])
      .expecting()
    try desk.write("old", to: "editions/2019-H1/newsletter.en.pdf")
    let result = try desk.run(
      "compose", "2019-H1", "--pdf", environment: ["PATH": desk.path(of: "bin") + ":/bin"],
      status: 69)
    #expect(result.errors.contains("ended with 3 and no PDF, for en"))
    #expect(result.errors.contains("no display here"))
    #expect(!desk.names(in: "editions/2019-H1").contains("newsletter.en.pdf"))
    #expect(!(try desk.read("editions/2019-H1/index.html").contains("newsletter.en.pdf")))
  }

  @Test func aTrialOfTheDraftLinksToItsPDF() throws {
    let desk = try Desk.small(readers: ["ann@readers.test"], approved: false)
    let script = """
      #!/bin/sh
      for word; do case $word in --print-to-pdf=*) echo '%PDF-1.4' >"${word#*=}" ;; esac; done
      """
    let file = try desk.write(script, to: "bin/chromium.text")
    try Program("/usr/bin/install").run(["-m", "755", file, desk.path(of: "bin/chromium")])
      .expecting()
    for (options, isLinked) in [(["--pdf"], true), ([], false)] {
      let result = try desk.run(
        ["compose", "2019-H1"] + options,
        environment: ["PATH": desk.path(of: "bin") + ":/usr/bin:/bin"])
      #expect(result.output.contains("Then: solstice preview 2019-H1\n"))
      #expect(result.output.contains("and:  solstice approve 2019-H1 --by NAME"))
      let maildir = desk.folder.path(of: "trial-\(isLinked)")
      try desk.run("send", "2019-H1", "--relay", "maildir:\(maildir)")
      let names = try FileManager.default.contentsOfDirectory(atPath: maildir + "/new")
      let letter = try #require(names.first)
      let text = try String(contentsOfFile: maildir + "/new/" + letter, encoding: .utf8)
        .replacing("=\r\n", with: "").replacing("=\n", with: "")
      #expect(text.contains("newsletter.en.pdf") == isLinked)
    }
  }

  @Test func anotherWordForTheProgramIsAConfigurationError() throws {
    let desk = try Desk.small(approved: false)
    try desk.write(desk.read("solstice.yml") + "\npdf: word\n", to: "solstice.yml")
    let result = try desk.run("compose", "2019-H1", status: 78)
    #expect(result.errors.contains("“word” is neither auto, chromium nor weasyprint"))
  }
}
