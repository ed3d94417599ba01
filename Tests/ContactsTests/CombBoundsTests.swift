import ContactsSupport
import Mail
import Testing

@testable import Contacts

/// Whom the comb leaves in peace, and where it stops remembering.
struct CombBoundsTests {
  @Test func nothingIsAskedAboutTheSuppressed() throws {
    var options = try WorksheetSamples.options()
    options.isSuppressed = { $0.rawValue.hasPrefix("a@") }
    let rows = try WorksheetSamples.sheet("name,email,language\nA,a@gmial.com,\nB,b@x.example,en\n")
    let combed = try CombedList(rows.rows, options: options)
    #expect(combed.worksheet == nil)
    #expect(combed.figures[.suppressed] == 1 && combed.figures.mailable == 1)
  }

  @Test func aListTooLongToBeRememberedIsToldSo() throws {
    var options = try WorksheetSamples.options()
    options.remembered = 2
    let rows = try WorksheetSamples.sheet(
      "name,email,language\nA,a@x.example,en\nB,b@x.example,en\nC,c@x.example,\nA,a@x.example,en\n"
    ).rows
    let figures = try CombedList(rows, options: options).figures
    #expect(figures.mailable == 3 && figures[.duplicates] == 1 && figures[.noLanguage] == 1)
    #expect(figures.remarks.map(\.code) == ["long-list"])
    #expect(figures.remarks.first?.line == 4)
    #expect(figures.remarks.first?.text.contains("more than 2 mailboxes; split it") == true)
  }
}
