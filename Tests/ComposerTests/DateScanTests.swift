import Testing

@testable import Composer

@Suite struct DateScanTests {
  @Test(arguments: [
    "Monday 24 June 2019", "Monday, 24th of June 2019", "Monday, June 24, 2019",
    "24 June 2019 (Monday)",
    "Mon 24 Jun 2019", "Montag, den 24. Juni 2019", "lundi 24 juin 2019",
    "lunes 24 de junio de 2019",
    "Senin, 24 Juni 2019", "thứ Hai, ngày 24 tháng 6 năm 2019", "วันจันทร์ที่ 24 มิถุนายน 2562",
    "2019年6月24日（月）", "2019年6月24日月曜日", "2019年6月24日星期一", "2019年6月24日（週一）",
    "2019년 6월 24일 월요일", "2019년 6월 24일(월)",
  ])
  func readsDatesThatAreRight(text: String) {
    let found = DateScan.dates(in: text)
    #expect(found == [DateScan.Found(year: 2019, month: 6, day: 24, weekday: 0)])
    #expect(found.compactMap(\.mistake).isEmpty)
  }

  @Test(arguments: [
    ("Tuesday 24 June 2019", "2019-06-24 is a Monday, not a Tuesday"),
    ("from 31 June 2019 on", "there is no 2019-06-31"),
    ("2019年6月24日（火）", "2019-06-24 is a Monday, not a Tuesday"),
    ("2019년 2월 29일", "there is no 2019-02-29"),
    ("Tuesday 24\nJune 2019", "2019-06-24 is a Monday, not a Tuesday"),
    ("**Tuesday**, 24 _June_ 2019", "2019-06-24 is a Monday, not a Tuesday"),
    ("24–31 June 2019", "there is no 2019-06-31"), ("31. Juni 2019", "there is no 2019-06-31"),
    ("24 June 2019 (Tuesday)", "2019-06-24 is a Monday, not a Tuesday"),
    ("On 24 June 2019, Tuesday.", "2019-06-24 is a Monday, not a Tuesday"),
    ("วันอังคารที่ 24 มิถุนายน พ.ศ. 2562", "2019-06-24 is a Monday, not a Tuesday"),
  ])
  func tellsWhatIsWrong(text: String, mistake: String) {
    #expect(DateScan.dates(in: text).compactMap(\.mistake) == [mistake])
  }

  @Test(arguments: [
    "24 June 2019, Tuesday 2 July 2019", "On Monday 24 people came", "2019年6月24日日本", "2019-06-31",
    "", "Room 31, June 2019", "Room 31 June 2019", "Article 31, June 2019", "Seite 31 Juni 2019",
    "until 24 June 2019. Tuesday was quiet", "Monday to Friday, 24 June 2019",
    "Monday–Friday 24–28 June 2019", "on Tuesday. 24 June 2019 began", "Goal 31\n\nJune 2019",
    "| 31 | June 2019 |", "31\n- June 2019", "4.31 June 2019", "version 2.31 June 2019",
    "24 June. 2019 was a good year", "(24 June 2019), Tuesday 2 July", "30. May\n31. June 2019",
    "pp. 31 June 2019", "sixty-two on 99 June 2019", "2019年6月24日週末",
  ])
  func whatIsNoMistakeIsNone(text: String) {
    #expect(DateScan.dates(in: text).compactMap(\.mistake).isEmpty)
  }

  @Test func tellsTheLineOfADate() {
    let found = DateScan.dates(in: "One\n\ntwo on 24\nJune 2019\n2019年6月25日")
    #expect(found.map(\.line) == [2, 4])
  }

  @Test func namesOfHeadings() {
    #expect(DateScan.named(in: "IGPN: January to June 2019").months == [1, 6])
    #expect(DateScan.named(in: "2562").years == [2019])
    #expect(DateScan.named(in: "2019年1月至6月").months == [1, 6])
  }
}
