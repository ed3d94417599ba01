import Mail
import Testing

@testable import Contacts

/// Two hundred cells of two generators with what a careful reader makes of them, so that the
/// figures of unseen lists can't slip.
struct UnseenCells {
  enum Answer {
    /// Usable without a question.
    case fixed
    /// A letter or dot would change: a person is asked.
    case asked
    case either, nothing
    /// Several addresses in one cell, all usable.
    case several
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let answer: Answer
    let cell: String
    let addresses: [String]

    init(_ answer: Answer, _ cell: String, _ addresses: String...) {
      self.answer = answer
      self.cell = cell
      self.addresses = addresses
    }

    var testDescription: String { cell.debugDescription }
  }

  private static let all = first + second

  /// Whatever is taken without a question is the truth: no row is excused.
  @Test(arguments: all)
  func nothingIsTakenWrongly(row: Row) {
    let usable = CellReader().read(row.cell).compactMap(\.verdict.usable?.description)
    #expect(usable.allSatisfy(row.addresses.contains), "\(usable)")
    if row.answer == .asked || row.answer == .nothing { #expect(usable.isEmpty) }
  }

  @Test func mostAreReadRightly() {
    let wrong = Self.all.filter { !Self.isRight($0) }
    #expect(Self.all.count == 200)
    #expect(wrong.count <= Self.knownWrong, "\(wrong.map(\.cell))")
  }

  /// A middle dot for a dot, “chez” for the @, a written line end, “№ 3”, “及” between addresses.
  private static let knownWrong = 5

  private static func isRight(_ row: Row) -> Bool {
    let read = CellReader().read(row.cell)
    let usable = read.compactMap(\.verdict.usable?.description)
    let suggested = read.compactMap(\.verdict.suggestion)
    return switch row.answer {
    case .fixed, .several: usable == row.addresses
    case .asked: usable.isEmpty && suggested == row.addresses
    case .either: usable == row.addresses || usable.isEmpty && suggested == row.addresses
    case .nothing: usable.isEmpty
    }
  }
}
