import Mail
import Testing

@testable import Composer

/// What is told about templates and phrases, with their lines.
@Suite struct TemplateCheckTests {
  /// What is told of a theme on the repository's own, with these files of its own.
  static func problems(_ files: [String: String]) -> [String] {
    var files = files
    files["theme.yml"] = "based_on: igpn"
    do {
      return try ThemeLayersTests.theme(files).warnings.map { "warning \($0)" }
    } catch let error as ThemeError {
      return error.problems.map { "\($0.level) \($0)" }
    } catch {
      return ["\(error)"]
    }
  }

  @Test(arguments: [
    (
      "a\n{{titel}}",
      "error ours/card.html.mustache:2: titel: no letter has a value of this name; did you mean title?"
    ),
    (
      "{{alt}}",
      "error ours/card.html.mustache:1: alt: only a picture has this; here it is asked of a story, and comes out empty"
    ),
    (
      "{{#picture}}{{alt}}{{/picture}}\n{{^picture}}{{src}}{{/picture}}",
      "error ours/card.html.mustache:2: src: only a picture has this; here it is asked of a story, and comes out empty"
    ),
    (
      "\n{{#url}}x",
      "error ours/card.html.mustache:2: url: a section is not closed; expected {{/url}}"
    ),
    (
      "{{#url}}\nx{{/text}}",
      "error ours/card.html.mustache:2: text: a section is closed by another name: {{#url}} of line 1 is open"
    ),
    ("x{{/url}}", "error ours/card.html.mustache:1: url: this ends a section that was never begun"),
    ("{{title", "error ours/card.html.mustache:1: this {{ is not closed by }}"),
    ("{{{title}}", "error ours/card.html.mustache:1: this {{{ is not closed by }}}"),
    (
      "{{{title}}}",
      "error ours/card.html.mustache:1: title: people's text must be escaped; write {{title}}"
    ),
    (
      "{{& title}}",
      "error ours/card.html.mustache:1: title: people's text must be escaped; write {{title}}"
    ),
    (
      "{{body}}",
      "error ours/card.html.mustache:1: body: this is HTML, and would show its tags; write {{{body}}}"
    ),
    (
      "{{> wrods.html}}",
      "error ours/card.html.mustache:1: wrods.html: there is no template wrods.html.mustache; did you mean words.html?"
    ),
    (
      "{{> card.html}}",
      "error ours/card.html.mustache:1: card.html: templates include each other without end: newsletter.html → card.html → card.html"
    ),
    (
      "{{=<% %>=}}",
      "error ours/card.html.mustache:1: =<% %>=: themes do without this; use {{> name}} for parts, and theme.yml to build on a theme"
    ),
    (
      "{{<words.html}}{{/words.html}}",
      "error ours/card.html.mustache:1: <words.html: themes do without this; use {{> name}} for parts, and theme.yml to build on a theme"
    ),
    (
      "{{% CONTENT_TYPE: TEXT}}",
      "error ours/card.html.mustache:1: CONTENT_TYPE: TEXT: values in HTML are always escaped; take this line out"
    ),
    (
      "{{phrases.laeve}}",
      "error ours/card.html.mustache:1: phrases.laeve: no letter has a value of this name: there is no such phrase; did you mean leave?"
    ),
    (
      "{{lst()}}",
      "error ours/card.html.mustache:1: lst(): templates have no such function; did you mean last?"
    ),
    (
      "{{ti tle}}",
      "error ours/card.html.mustache:1: ti tle: no letter has a value of this name; did you mean title?"
    ),
  ])
  func tells(template: String, expected: String) {
    let found = Self.problems(["card.html.mustache": template])
    #expect(found.contains(expected), "\(found)")
  }

  /// A date has a name and no title: the letter's own would come out instead.
  @Test(arguments: [
    ("{{#dates}}\n{{title}}{{/dates}}", "title", "a date", "the letter", 2),
    (
      "{{#sections}}{{#stories}}{{label}}{{/stories}}{{/sections}}", "label", "a story",
      "a section", 1
    ),
  ])
  func tellsWhatComesFromFurtherOut(
    template: String, name: String, inner: String, outer: String, line: Int
  ) {
    let found = Self.problems(["page.html.mustache": template])
    #expect(
      found.contains(
        "warning ours/page.html.mustache:\(line): \(name): \(inner) has nothing of this name; "
          + "what comes out is that of \(outer) around it"), "\(found)")
  }

  @Test func whatIsOfTheWholeLetterMayBeAskedAnywhere() {
    let template =
      "{{title}}{{#dates}}{{lang}} {{phrases.leave}} {{name}}{{/dates}}"
      + "{{#lead}}{{#picture}}{{title}}{{/picture}}{{/lead}}"
    #expect(Self.problems(["page.html.mustache": template]).isEmpty)
  }

  @Test func ringsOfPartsEnd() {
    let found = Self.problems([
      "card.html.mustache": "{{> words.html}}", "words.html.mustache": "a\n{{> card.html}}",
    ])
    #expect(
      found.contains(
        "error ours/words.html.mustache:2: card.html: templates include each other without end: "
          + "newsletter.html → card.html → words.html → card.html"), "\(found)")
  }

  /// Ten thousand sections would take the renderer's stack; many tags only take time.
  @Test func depthAndLengthAreBounded() {
    let deep = String(repeating: "{{#url}}", count: 10_000)
    #expect(
      Self.problems(["card.html.mustache": deep]).contains(
        "error ours/card.html.mustache:1: sections stand in each other more than 40 deep"))
    let long = String(repeating: "{{title}} ", count: 20_000)
    #expect(Self.problems(["card.html.mustache": long]).isEmpty)
  }

  @Test(arguments: [
    (
      "months: May",
      "error ours/phrases/en.yml:1: months: expected a list of words, such as [one, two]"
    ),
    ("leave: [a]", "error ours/phrases/en.yml:1: leave: expected one text, not a list or a table"),
    (
      "\nsections: x",
      "error ours/phrases/en.yml:2: sections: expected lines of \"key: text\" below it"
    ),
    (
      "date: \"{day} {mnth}\"",
      "error ours/phrases/en.yml:1: date: nothing fills {mnth} in; it has {day}, {month}, {year}"
    ),
    ("leave: \"{day}\"", "error ours/phrases/en.yml:1: leave: nothing fills {day} in; it has none"),
    (
      "laeve: x",
      "warning ours/phrases/en.yml:1: laeve: the program knows no phrase of this name; did you mean leave?"
    ),
    ("- a", "error ours/phrases/en.yml:1: expected lines of \"key: text\""),
    (
      "a: b\n c: d",
      "error ours/phrases/en.yml:2: this is not YAML (mapping values are not allowed in this context); a text with \": \" or \"#\" in it needs quotes around it"
    ),
  ])
  func tellsOfPhrases(text: String, expected: String) {
    let found = Self.problems(["phrases/en.yml": text])
    #expect(found.contains(expected), "\(found)")
  }

  @Test(arguments: [
    ("leave", "laeve"), ("color", "colour"), ("dates", "date"),
  ])
  func findsTheNearestName(name: String, written: String) {
    #expect(NearestName.of(written, in: ["leave", "color", "dates", "sections"]) == name)
    #expect(NearestName.of("zzzzzz", in: ["leave"]) == nil)
  }
}
