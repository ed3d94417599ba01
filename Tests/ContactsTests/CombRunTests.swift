import ContactsSupport
import Mail
import Testing

@testable import Contacts

/// What combing asks, and what becomes of the answers.
struct CombRunTests {
  static func answer(
    _ line: Int, _ written: String, _ question: WorksheetQuestion, _ choice: String,
    other: (line: Int, address: String)? = nil
  ) throws -> WorksheetAnswer {
    let other = try other.map {
      WorksheetPlace.Other(line: $0.line, address: try EmailAddress(parsing: $0.address))
    }
    let place = WorksheetPlace(line: line, written: written, question: question, other: other)
    return try #require(
      WorksheetAnswer(line: line, written: written, code: place.code, stored: choice))
  }

  /// The rows of a list's worksheet: line, question, what is asked, suggestion.
  static func asked(_ combed: CombedList) throws -> [[String]] {
    try WorksheetSamples.rows(combed.worksheet).dropFirst().map {
      [$0[0], $0[8], $0[4], $0[5]]
    }
  }

  @Test func answersAboutAddresses() throws {
    let text = """
      name,email
      A,a..b@gpn.example
      B,b@gmial.com
      C,c@gmial.com
      D,priya@gpnm
      E,e@gpn.example
      F,nobody
      """
    let answers = [
      try Self.answer(2, "a..b@gpn.example", .address, "accept"),
      try Self.answer(3, "b@gmial.com", .address, "keep"),
      try Self.answer(4, "c@gmial.com", .address, "c@kgpn.example"),
      try Self.answer(5, "priya@gpnm", .address, "remove"),
      try Self.answer(7, "nobody", .address, "keep"),
      try Self.answer(9, "gone@gpn.example", .address, "remove"),
    ]
    let combed = try WorksheetSamples.comb(text, answers: answers)
    #expect(
      combed.contacts.map(\.address.description) == [
        "a.b@gpn.example", "b@gmial.com", "c@kgpn.example", "e@gpn.example",
      ])
    #expect(combed.figures.removed == 1)
    #expect(combed.figures.answered == 5)
    #expect(
      combed.figures.unfit.map(\.text) == [
        "line 7: “keep” can't be done, because there is no @ in it; write the right address, or "
          + "remove",
        "x.csv has no line 9 gone@gpn.example any more: “remove” was not taken over; comb again and "
          + "answer anew",
      ])
    #expect(combed.figures.unfit.map(\.code) == ["impossible-decision", "stray-decision"])
  }

  static let twice = """
    name,email,member,language
    이정민,jmlee@kgpn.example,KGPN,ko
    Lee,lee@gpn.example,GPN,ja
    이정민,jm.lee@office.kgpn.example,KGPN,ko
    """

  @Test func onePersonIsAskedAbout() throws {
    let combed = try WorksheetSamples.comb(Self.twice)
    #expect(
      try Self.asked(combed) == [
        [
          "4", "person 2 jmlee@kgpn.example",
          "Line 2 has the same name and member, and nearly the same address (jmlee@kgpn.example). Is "
            + "it one person? We would keep line 2, because it comes first.",
          "line 2: jmlee@kgpn.example",
        ]
      ])
    #expect(combed.contacts.count == 3)
  }

  @Test(arguments: [
    ("accept", [2, 3]), ("swap", [3, 4]),
    ("keep", [2, 3, 4]), ("remove", [2, 3]),
  ])
  func onePersonIsAnsweredAbout(choice: String, lines: [Int]) throws {
    let answer = try Self.answer(
      4, "jm.lee@office.kgpn.example", .person, choice, other: (2, "jmlee@kgpn.example"))
    let combed = try WorksheetSamples.comb(Self.twice, answers: [answer])
    #expect(combed.entries.map(\.line) == lines)
    #expect(combed.worksheet == nil)
    #expect(combed.figures.unfit.isEmpty)
    #expect(combed.figures.mailable == lines.count)
  }

  /// An answer must not take away the last address of a person.
  @Test(arguments: ["accept", "swap"])
  func nobodyIsLostWhenTheOtherLineIsGone(choice: String) throws {
    let text = Self.twice.replacing(
      "이정민,jmlee@kgpn.example,KGPN,ko\n", with: "X,x@x.example,X,en\n")
    let answer = try Self.answer(
      4, "jm.lee@office.kgpn.example", .person, choice, other: (2, "jmlee@kgpn.example"))
    let combed = try WorksheetSamples.comb(text, answers: [answer])
    #expect(combed.contacts.map(\.address.description).contains("jm.lee@office.kgpn.example"))
    #expect(combed.figures.mailable == 3)
    #expect(combed.figures.unfitCount == (choice == "accept" ? 1 : 0))
  }

  /// Of two lines that are each to go in favour of the other, one stays.
  @Test func aCircleOfAnswersLosesNobody() throws {
    let combed = try WorksheetSamples.comb(
      Self.twice,
      answers: [
        try Self.answer(
          4, "jm.lee@office.kgpn.example", .person, "accept",
          other: (2, "jmlee@kgpn.example")),
        try Self.answer(
          2, "jmlee@kgpn.example", .person, "accept",
          other: (4, "jm.lee@office.kgpn.example")),
      ])
    #expect(
      combed.contacts.map(\.address.description) == ["lee@gpn.example", "jmlee@kgpn.example"])
    #expect(combed.figures.mailable == 2)
    #expect(combed.figures.removed == 1)
  }

  @Test func theFullerRowIsProposedAlsoWhereItComesLater() throws {
    let combed = try WorksheetSamples.comb(
      """
      name,email,member,language,role
      Suk Kim,s.kim@kgpn.example,KGPN,,
      "KIM, Suk (Dr.)",suk.kim@kgpn.example,KGPN,ko,Council
      """)
    let person = try #require(try Self.asked(combed).first { $0[1].hasPrefix("person") })
    #expect(person[0] == "2")
    #expect(person[3] == "line 3: suk.kim@kgpn.example")
    #expect(person[2].hasSuffix("We would keep line 3, because its row says more."))
  }

  @Test func providersAliasesAndSeveralAddressesInACell() throws {
    let combed = try WorksheetSamples.comb(
      """
      name,email,member,language
      Kim,suk.kim@gmail.com,,ko
      Kim,sukkim+list@gmail.com,,ko
      Lee,lee@gpn.example; lee@office.gpn.example,GPN,ja
      """)
    #expect(
      try Self.asked(combed).map { Array($0.prefix(2)) } == [["3", "person 2 suk.kim@gmail.com"]])
    #expect(combed.figures[.duplicates] == 1)
    #expect(combed.contacts.count == 4)
  }

  static let contradicting = """
    name,email,member,language
    Suk,suk@kgpn.example,KGPN,ko
    Suk,SUK@kgpn.example,GPN,en
    """

  @Test func rowsThatContradictEachOther() throws {
    let combed = try WorksheetSamples.comb(Self.contradicting)
    #expect(
      try Self.asked(combed) == [
        [
          "3", "contradiction-language",
          "This mailbox is also in line 2, with the language Korean (ko) in place of English (en). "
            + "Which one is right?", "Korean (ko)",
        ],
        [
          "3", "contradiction-member",
          "This mailbox is also in line 2, for the member KGPN in place of GPN. Which one is right?",
          "KGPN",
        ],
      ])
    #expect(combed.figures[.contradictions] == 2)
    #expect(combed.figures[.duplicates] == 1)
  }

  @Test func whatIsAnsweredHoldsForTheMailbox() throws {
    let combed = try WorksheetSamples.comb(
      Self.contradicting,
      answers: [
        try Self.answer(3, "SUK@kgpn.example", .contradictingLanguage, "en"),
        try Self.answer(3, "SUK@kgpn.example", .contradictingMember, "keep"),
      ])
    #expect(combed.worksheet == nil)
    #expect(combed.contacts.map(\.language?.tag) == ["en"])
    #expect(combed.contacts.map(\.member) == ["KGPN"])
    #expect(combed.figures.unfit.isEmpty)
  }

  @Test func languagesAreAskedForOnceAllRowsAreKnown() throws {
    let text = """
      name,email,member,language
      Suk,suk@kgpn.example,,
      山田 ようこ,yoko@gpn.example,,
      Nok,nok@tgpn.example,TGPN,Klingon
      Bao,bao@vngpn.example,,
      ,suk@kgpn.example,,ko
      """
    let members = [
      Member(
        key: "tgpn", name: "Thai Network", short: "TGPN", country: "Thailand",
        languages: [Language("th")].compactMap(\.self))
    ]
    let combed = try WorksheetSamples.comb(text, members: members)
    #expect(
      try Self.asked(combed).map { [$0[0], $0[1], $0[3]] } == [
        ["3", "language", "Japanese (ja)"], ["4", "language", "Thai (th)"], ["5", "language", ""],
      ])
    #expect(try Self.asked(combed)[1][2].hasPrefix("We do not know the language “Klingon”."))
    #expect(combed.figures[.noLanguage] == 3)
    #expect(combed.figures[.noMember] == 3)
    let answered = try WorksheetSamples.comb(
      text,
      answers: [
        try Self.answer(3, "yoko@gpn.example", .language, "ja"),
        try Self.answer(4, "nok@tgpn.example", .language, "keep"),
        try Self.answer(5, "bao@vngpn.example", .language, "vi"),
      ], members: members)
    #expect(answered.worksheet == nil)
    #expect(answered.contacts.map(\.language?.tag) == ["ko", "ja", nil, "vi"])
  }

  @Test func aMemberIsAnsweredForAllItsRows() throws {
    let text = """
      name,email,member,language
      A,a@kgpn.example,Korea GPN,ko
      B,b@kgpn.example,korea gpn,ko
      C,c@gpn.example,Somewhere,ko
      D,d@gpn.example,Korea,ko
      """
    let members = [
      Member(
        key: "kgpn", name: "Korea Network", short: "KGPN", country: "Korea",
        site: "https://www.kgpn.example/")
    ]
    let combed = try WorksheetSamples.comb(text, members: members)
    #expect(
      try Self.asked(combed).map { [$0[0], $0[1], $0[3]] } == [
        ["2", "member", "KGPN"], ["4", "member", ""],
      ])
    #expect(combed.contacts.map(\.member) == ["Korea GPN", "korea gpn", "Somewhere", "KGPN"])
    let answered = try WorksheetSamples.comb(
      text,
      answers: [
        try Self.answer(2, "a@kgpn.example", .member, "KGPN"),
        try Self.answer(4, "c@gpn.example", .member, "Nowhere"),
      ], members: members)
    #expect(answered.contacts.map(\.member) == ["KGPN", "KGPN", "Somewhere", "KGPN"])
    #expect(try Self.asked(answered).map { $0[0] } == ["4"])
    #expect(
      answered.figures.unfit.map(\.text) == [
        "line 4: no file in members/ knows “Nowhere”; write the name as it stands there, or keep"
      ])
  }

  @Test func whatWasTypedIsCarriedOver() throws {
    var options = try WorksheetSamples.options()
    options.typed = [
      WorksheetPlace(line: 2, written: "b@gmial.com", question: .address): "perhaps, ask Lee",
      WorksheetPlace(line: 7, written: "x", question: .address): "keep",
    ]
    let sheet = try WorksheetSamples.sheet("name,email\nB,b@gmial.com\n")
    let combed = try CombedList(sheet.rows, options: options)
    #expect(try WorksheetSamples.rows(combed.worksheet).last?.cells[7] == "perhaps, ask Lee")
    #expect(combed.figures.unfit.map(\.code) == ["stray-decision"])
  }

  @Test func officesAndThrowAwayMailboxes() throws {
    var options = try WorksheetSamples.options()
    options.isDisposable = { $0.ascii == "throw.example" }
    let sheet = try WorksheetSamples.sheet(
      "name,email,language\nA,info@gpn.example,ja\nB,b@throw.example,ja\n")
    let figures = try CombedList(sheet.rows, options: options).figures
    #expect(figures.counts == [.offices: 1, .disposable: 1, .noMember: 2])
  }

  @Test func onlyTheFirstFindingsAreKeptInWords() throws {
    var options = try WorksheetSamples.options()
    options.examples = 3
    let text = (1...10).map { "p\($0)@gmial.com\n" }.joined()
    let combed = try CombedList(try WorksheetSamples.sheet("email\n" + text).rows, options: options)
    #expect(combed.figures[.suspect] == 10)
    let lines = CombSummary(combed.figures).text(worksheet: nil, all: true).split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines.last == "                    and 7 more")
  }
}
