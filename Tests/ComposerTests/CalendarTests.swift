import Composer
import Mail
import Testing

@Suite struct CalendarTests {
  @Test(arguments: [
    "2019-02-30", "2019-02-29", "1900-02-29", "2019-13-01", "2019-00-10", "2019-04-31", "2019-4-3",
    "0000-01-01", "19-01-01", "2019-01-01x", "", "２０１９-01-01",
  ])
  func refusesDaysThatAreNone(text: String) {
    #expect(CalendarDay(parsing: text) == nil)
  }

  @Test(arguments: [
    ("2019-12-31", "2020-01-01"), ("2020-02-28", "2020-02-29"), ("2019-02-28", "2019-03-01"),
  ])
  func knowsTheNextDay(day: String, next: String) {
    #expect(CalendarDay(parsing: day)?.next.description == next)
  }

  @Test(arguments: [
    ("2019-H1", "2019-01-01", "2019-06-30"), ("2019-H2", "2019-07-01", "2019-12-31"),
    ("2019-Q2", "2019-04-01", "2019-06-30"), ("2020-02", "2020-02-01", "2020-02-29"),
  ])
  func readsPeriods(text: String, first: String, last: String) throws {
    let period = try Period(parsing: text)
    #expect(period.description == text)
    #expect(period.firstDay.description == first)
    #expect(period.lastDay.description == last)
    #expect(period.contains(period.firstDay) && period.contains(period.lastDay))
    #expect(!period.contains(period.lastDay.next))
  }

  @Test(arguments: ["2019", "2019-H3", "2019-Q0", "2019-13", "2019-H", "H1-2019", "", "2019-H1-x"])
  func refusesWhatIsNoPeriod(text: String) {
    #expect(throws: PeriodError.self) { try Period(parsing: text) }
  }

  @Test func aNamedPeriodIsKnownByItsNameOnly() throws {
    let first = try #require(CalendarDay(parsing: "2019-12-15"))
    let last = try #require(CalendarDay(parsing: "2020-01-15"))
    let spring = try #require(NamedPeriod(name: "turn-of-year", first: first, last: last))
    let period = try Period(parsing: "turn-of-year", known: [spring])
    #expect(period == .named(spring))
    #expect(period.description == "turn-of-year")
    #expect([period.firstDay, period.lastDay] == [first, last])
    #expect(period.contains(last) && !period.contains(last.next))
    #expect(try Period(parsing: "2019-H2", known: [spring]).description == "2019-H2")
    let error = #expect(throws: PeriodError.self) { try Period(parsing: "turn", known: [spring]) }
    #expect(
      error?.description
        == "\"turn\" is no period: write 2019-H1 (half-year), 2019-Q2 (quarter) or 2019-06 (month); "
        + "periods: in solstice.yml has turn-of-year")
  }

  @Test(arguments: ["", "a", "2019-h1", "Spring", "spring-", "a/b", "..", "frühling", "a b"])
  func refusesNamesThatCanNameNoFolder(name: String) throws {
    let day = try #require(CalendarDay(parsing: "2019-12-15"))
    #expect(NamedPeriod(name: name, first: day, last: day) == nil)
  }

  @Test func readsEventDays() {
    #expect(EventDay(parsing: "2019-10")?.last.description == "2019-10-31")
    #expect(EventDay(parsing: "2019-10-23")?.isExact == true)
    #expect(EventDay(parsing: "2019-13") == nil)
    #expect(EventDay(parsing: "October") == nil)
  }

  @Test(arguments: [
    ("EN", "en"), ("zh-hans", "zh-Hans"), ("pt-br", "pt-BR"), ("zh-hant-tw", "zh-Hant-TW"),
  ])
  func writesLanguagesAsUsual(text: String, tag: String) {
    #expect(Language(text)?.tag == tag)
  }

  @Test(arguments: ["", "e", "english", "en_US", "en-", "日本", "en-\u{0}"])
  func refusesWhatIsNoLanguage(text: String) {
    #expect(Language(text) == nil)
  }
}
