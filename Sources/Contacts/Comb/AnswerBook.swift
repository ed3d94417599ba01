import Mail

/// People's earlier answers, looked up by place; those that fit nothing are told at the end.
struct AnswerBook: Sendable {
  private var choices: [WorksheetPlace: WorksheetAnswer] = [:]
  private let typed: [WorksheetPlace: String]
  /// Every place that something is known about, by line and address as written.
  private var places: [Line: [WorksheetPlace]] = [:]
  /// Places whose line the list has.
  private var met: Set<WorksheetPlace> = []
  /// What was said about a mailbox, in whichever of its lines.
  private(set) var languages: [MailboxKey: WorksheetAnswer.Choice] = [:]
  private(set) var members: [MailboxKey: WorksheetAnswer.Choice] = [:]
  /// Lines that go in favour of another because a person turned a proposal round, with the mailbox
  /// that stays.
  private var swaps: [Swap: MailboxKey] = [:]

  private struct Line: Hashable {
    let number: Int
    let written: String
  }

  private struct Swap: Hashable {
    let line: Int
    let mailbox: MailboxKey
  }

  init(_ answers: [WorksheetAnswer], typed: [WorksheetPlace: String], judge: AddressJudge) {
    self.typed = typed
    for answer in answers { choices[answer.place] = answer }
    for place in Set(choices.keys).union(typed.keys) {
      places[Line(number: place.line, written: place.written), default: []].append(place)
    }
    for (place, answer) in choices {
      guard [.contradictingLanguage, .contradictingMember, .person].contains(place.question),
        let mailbox = mailed(place, judge)?.mailboxKey
      else { continue }
      switch (place.question, answer.choice) {
      case (.contradictingLanguage, let choice): languages[mailbox] = choice
      case (.contradictingMember, let choice): members[mailbox] = choice
      case (.person, .swap):
        guard let other = place.other else { continue }
        swaps[Swap(line: other.line, mailbox: other.address.mailboxKey)] = mailbox
      default: break
      }
    }
  }

  var isEmpty: Bool { places.isEmpty }

  func choice(
    _ line: Int, _ written: String, _ question: WorksheetQuestion,
    other: WorksheetPlace.Other? = nil
  ) -> WorksheetAnswer.Choice? {
    guard !choices.isEmpty else { return nil }
    let place = WorksheetPlace(line: line, written: written, question: question, other: other)
    return choices[place]?.choice
  }

  /// What was said about one person being two lines, of which this is one.
  func people(_ line: Int, _ written: String) -> [WorksheetAnswer] {
    guard !choices.isEmpty else { return [] }
    let all = places[Line(number: line, written: WorksheetPlace.plain(written))] ?? []
    return all.filter { $0.question == .person }.sorted { $0.code < $1.code }
      .compactMap { choices[$0] }
  }

  /// Marks everything about a line as met: the line is there, whatever is still asked.
  mutating func meet(_ line: Int, _ written: String) {
    guard !isEmpty else { return }
    let all = places[Line(number: line, written: WorksheetPlace.plain(written))]
    met.formUnion(all ?? [])
  }

  func typed(_ place: WorksheetPlace) -> String { typed[place] ?? "" }

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
      ($0.place.line, $0.place.code, $0.place.written)
        < ($1.place.line, $1.place.code, $1.place.written)
    }
  }

  /// The address that a line is mailed at, as far as the written text and the answers tell.
  private func mailed(_ place: WorksheetPlace, _ judge: AddressJudge) -> EmailAddress? {
    let verdict = judge.judge(place.written)
    guard let choice = choice(place.line, place.written, .address) else { return verdict.usable }
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
    case .remove, .swap, .language, .member: nil
    }
  }
}
