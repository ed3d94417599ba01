import Composer
import Mail

/// The text of a new item's file, for a person to go on with.
struct ItemDraft {
  /// What stands where a text is still to be written; the check of that name finds it.
  static let placeholder = "TODO"

  let title: String
  let date: CalendarDay
  var member: String?
  var section: String?
  var place: String?

  var text: String {
    var lines = ["---", "title: \(YAMLText.value(title))", "date: \(date)"]
    if let member { lines.append("member: \(YAMLText.value(member))") }
    if let section { lines.append("section: \(YAMLText.value(section))") }
    if let place { lines.append("place: \(YAMLText.value(place))") }
    lines += [
      "# Take the first # away from what you need; the rest may go.",
      "# summary: One or two sentences.",
    ]
    if place == nil { lines.append("# place: Nairobi  # where it happened") }
    if section == nil, member == nil {
      lines.append("# section: policy  # the heading that it stands below")
    }
    if member == nil { lines.append("# member: KGPN  # whose news it is") }
    lines += [
      "# held: \(date)  # the day of the event, if it is another one",
      "# link: https://example.org/  # where more is told",
      "# image: images/hills.png  # a picture in news/images/",
      "# alt: Green hills  # what the picture shows, in words", "# pin: true  # comes first",
      "# draft: true  # stays out of the letter", "---", "",
      "\(Self.placeholder): write the text here, in Markdown.", "",
    ]
    return lines.joined(separator: "\n")
  }
}
