/// Which deliveries a run may take.
package struct LedgerSelection: Sendable, Hashable {
  package var mailing: Int64
  /// Only contacts on these lists; empty is no narrowing.
  package var lists: [Int64]
  /// A trial ledger has neither lists nor suppressions to check again.
  package var isTrial: Bool

  package init(mailing: Int64, lists: [Int64] = [], isTrial: Bool = false) {
    self.mailing = mailing
    self.lists = lists
    self.isTrial = isTrial
  }
}
