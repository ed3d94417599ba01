import Mail
import Testing

@testable import Contacts

struct AddressJudgeTests {
  let judge = AddressJudge()

  @Test(arguments: AddressTable.all)
  func verdict(row: AddressTable.Row) {
    let verdict = judge.judge(row.written)
    #expect(verdict.kind.rawValue == row.kind, "\(verdict)")
    #expect(verdict.code == row.code, "\(verdict)")
    #expect((verdict.usable?.description ?? verdict.suggestion ?? "") == row.result, "\(verdict)")
    #expect(!verdict.reason.isEmpty)
  }
}
