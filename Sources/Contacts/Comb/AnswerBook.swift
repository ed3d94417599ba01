import Mail

/// People's earlier answers, looked up by place; those that fit nothing are told at the end.
struct AnswerBook: Sendable {
  private var choices: [WorksheetPlace: WorksheetAnswer] = [:]
  private var typed: [WorksheetPlace: String]
  /// Places that were met: a line of the list with this address as written.
  private var met: Set<WorksheetPlace> = []
  /// What was said about a mailbox, in whichever of its lines.
  private(set) var languages: [MailboxKey: WorksheetAnswer.Choice] = [:]
  private(set) var members: [MailboxKey: WorksheetAnswer.Choice] = [:]
  /// Lines that go in favour of another, with the mailbox that stays.
  private var swaps: [Swap: MailboxKey] = [:]

  private struct Swap: Hashable {
    let line: Int
    let mailbox: MailboxKey
  }

  init(_ answers: [WorksheetAnswer], typed: [WorksheetPlace: String], judge: AddressJudge) {
    self.typed = typed
    for answer in answers { choices[answer.place] = answer }
    for (place, answer) in choices {
      let address = mailed(place, judge)
      switch (place.question, answer.choice) {
      case (.contradictingLanguage, let choice):
        if let address { languages[address.mailboxKey] = choice }
      case (.contradictingMember, let choice):
        if let address { members[address.mailboxKey] = choice }
      case (.person, .swap(let line, let other)):
        if let address { swaps[Swap(line: line, mailbox: other.mailboxKey)] = address.mailboxKey }
      default: break
      }
    }
  }

  var isEmpty: Bool { choices.isEmpty && typed.isEmpty }
  var count: Int { choices.count }

  /// The answer at a place, which counts as met.
  mutating func choice(
    _ line: Int, _ written: String, _ question: WorksheetQuestion
  ) -> WorksheetAnswer.Choice? {
    guard !isEmpty else { return nil }
    let place = WorksheetPlace(line: line, written: written, question: question)
    guard let answer = choices[place] else { return nil }
    met.insert(place)
    return answer.choice
  }

  /// Marks everything about a line as met: the line is there, whatever is still asked.
  mutating func meet(_ line: Int, _ written: String) {
    guard !isEmpty else { return }
    for question in WorksheetQuestion.allCases {
      let place = WorksheetPlace(line: line, written: written, question: question)
      if choices[place] != nil || typed[place] != nil { met.insert(place) }
    }
  }

  func typed(_ line: Int, _ written: String, _ question: WorksheetQuestion) -> String {
    guard !typed.isEmpty else { return "" }
    return typed[WorksheetPlace(line: line, written: written, question: question)] ?? ""
  }

  /// The mailbox that a line goes in favour of, because a person turned a proposal round.
  func staying(_ line: Int, _ mailbox: MailboxKey) -> MailboxKey? {
    swaps.isEmpty ? nil : swaps[Swap(line: line, mailbox: mailbox)]
  }

  /// How many answers belong to lines that the list has.
  var taken: Int { choices.keys.count(where: met.contains) }

  /// What belongs to no line any more, in the order of the lines.
  var strays: [(place: WorksheetPlace, text: String, worksheetLine: Int?)] {
    var strays: [(place: WorksheetPlace, text: String, worksheetLine: Int?)] = []
    for (place, answer) in choices where !met.contains(place) {
      let line = answer.worksheetLine > 0 ? answer.worksheetLine : nil
      strays.append((place, answer.stored, line))
    }
    for (place, text) in typed where !met.contains(place) && choices[place] == nil {
      strays.append((place, text, nil))
    }
    return strays.sorted {
      ($0.place.line, $0.place.question.rawValue, $0.place.written)
        < ($1.place.line, $1.place.question.rawValue, $1.place.written)
    }
  }

  /// The address that a line is mailed at, as far as the written text and the answers tell.
  private func mailed(_ place: WorksheetPlace, _ judge: AddressJudge) -> EmailAddress? {
    let verdict = judge.judge(place.written)
    let about = WorksheetPlace(line: place.line, written: place.written, question: .address)
    guard let choice = choices[about]?.choice else { return verdict.usable }
    return Self.address(verdict, choice, judge)
  }

  /// What an answer about an address comes to; nil where it can't be done.
  static func address(
    _ verdict: Verdict, _ choice: WorksheetAnswer.Choice, _ judge: AddressJudge
  ) -> EmailAddress? {
    switch choice {
    case .address(let chosen): chosen
    case .keep: verdict.address
    case .accept:
      verdict.suggestion.flatMap { judge.judge($0).address } ?? verdict.address
    case .remove, .merge, .swap, .language, .member: nil
    }
  }
}
