import Composer
import Contacts
import Foundation
import Mail

/// What `preview` tells.
package enum PreviewView {
  /// The page's sentence, how it stands to the approval, and where it is.
  package static func text(_ result: PreviewResult) -> String {
    let preview = result.preview
    var lines = [preview.sentence, "", "  \(preview.standing)"]
    if let prospect = preview.reader.prospect {
      let reader = preview.reader
      lines.append(
        "  \(VisibleText.of(reader.name.isEmpty ? reader.address.description : reader.name)) "
          + "\(prospect.words).")
    }
    for group in preview.errors.prefix(8) { lines.append("  \(FindingWords.line(group))") }
    lines += ["", "  Look at it: \(result.shown)"]
    let name = preview.source.name
    if preview.source.composed != nil, preview.reader.prospect == nil {
      let isOpen = preview.source.standing != .approved && preview.errors.isEmpty
      lines.append("  In a real inbox: solstice preview \(name) --to all")
      if isOpen { lines.append("  Then: solstice approve \(name) --by NAME") }
    }
    return lines.joined(separator: "\n")
  }

  /// Each letter with the relay's answer.
  package static func text(_ result: PreviewSendResult, office: Office) -> String {
    let taken = result.attempts.count { $0.exitCode == .done }
    let isDraft = result.standing == .draft || result.standing == .changed
    var lines = [
      "Previewed \(result.name) \(isDraft ? "as a draft" : "as it was approved"): \(taken) of "
        + "\(result.attempts.count) \(result.attempts.count == 1 ? "letter" : "letters") accepted "
        + "by \(result.relay)", "",
    ]
    var columns = Columns()
    for attempt in result.attempts {
      let time = attempt.at.formatted(
        Date.ISO8601FormatStyle(timeZone: office.configuration.zone).time(
          includingFractionalSeconds: false))
      columns.add(
        attempt.to, attempt.language, attempt.state,
        "\(time) \(VisibleText.of(attempt.words, width: 160)) "
          + String(format: "(%.1f s)", attempt.seconds))
    }
    lines.append(columns.text)
    if result.exitCode == .unavailable {
      lines.append("\n  The relay can't be used. Check relay: in solstice.yml, then try again.")
    }
    if let place = result.place { lines.append("\n  The letters are in \(place)") }
    return lines.joined(separator: "\n")
  }
}
