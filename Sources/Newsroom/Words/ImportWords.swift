import Contacts
import Foundation

/// Says one consequence of an import in a few words.
struct ImportWords {
  let plan: ImportPlan

  func who(_ item: ImportItem) -> String {
    let name = VisibleText.of(item.name)
    return name.isEmpty ? VisibleText.of(item.address) : name
  }

  func change(_ item: ImportItem) -> String {
    guard case .changed(let changes) = item.detail else { return who(item) }
    let fields = changes.map { change in
      let from = change.from.isEmpty ? "nothing" : VisibleText.of(change.from)
      return "\(change.field.rawValue) \(from) → \(VisibleText.of(change.to))"
    }
    return "\(who(item)): \(fields.joined(separator: ", "))"
  }

  func leftAlone(_ item: ImportItem) -> String {
    let who = "\(place(item))\(VisibleText.of(item.address))"
    guard case .leftAlone(let reason) = item.detail else { return who }
    switch reason {
    case .left(let since): return "\(who), left on \(Self.day(since))"
    case .leftEverything(let since): return "\(who), left every list on \(Self.day(since))"
    case .suppressed: return "\(who), must never be mailed"
    case .merged(let address): return "\(who), is \(VisibleText.of(address)) by now"
    case .tooManyNames: return "\(who), too many names at this mailbox"
    }
  }

  func conflict(_ item: ImportItem) -> String {
    guard case .conflict(let conflict) = item.detail else { return who(item) }
    let source = conflict.source.isEmpty ? "" : " by \(conflict.source)"
    return "\(place(item))\(who(item)): \(conflict.field.rawValue) "
      + "“\(VisibleText.of(conflict.file))” in the file, “\(VisibleText.of(conflict.stands))” "
      + "stands since \(Self.day(conflict.since))\(source)"
  }

  func contradiction(_ item: ImportItem) -> String {
    guard case .contradiction(let field, let says, let stands, let first) = item.detail else {
      return who(item)
    }
    let before = first.map { " of line \($0)" } ?? ""
    return "\(place(item))\(who(item)): \(field.rawValue) “\(VisibleText.of(says))”; "
      + "“\(VisibleText.of(stands))”\(before) stands"
  }

  func remark(_ remark: SheetRemark) -> String {
    guard let line = remark.line else { return remark.text }
    return "line \(line)\(remark.column.map { ":\($0)" } ?? "") \(remark.text)"
  }

  var gone: String {
    switch plan.gone {
    case .tell: "still on the list"
    case .leave: "left the list"
    case .stop: "off the list until a file has them again"
    }
  }

  private func place(_ item: ImportItem) -> String { item.line > 0 ? "line \(item.line) " : "" }

  static func day(_ date: Date) -> String { date.formatted(.iso8601.year().month().day()) }
}
