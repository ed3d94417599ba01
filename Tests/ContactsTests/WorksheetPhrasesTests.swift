import ContactsSupport
import Mail
import Testing

@testable import Contacts

struct WorksheetPhrasesTests {
  static func error(_ change: (inout [String: String]) -> Void) throws -> String? {
    var texts = try WorksheetSamples.texts()
    change(&texts)
    do {
      _ = try WorksheetPhrases(texts, file: "de.yml")
      return nil
    } catch { return error.description }
  }

  @Test func whatAFileLacksIsTold() throws {
    #expect(
      try Self.error { $0["ask_language"] = nil }
        == "de.yml: the phrase “ask_language” is missing; en.yml beside it has all of them")
    #expect(
      try Self.error { $0["word_keep"] = " " }
        == "de.yml: the phrase “word_keep” is missing; en.yml beside it has all of them")
    #expect(
      try Self.error { $0["ask_languge"] = "x" }
        == "de.yml: no phrase is called “ask_languge”; en.yml beside it has all of them")
    #expect(
      try Self.error { $0["may_merge"] = "{wort}" }
        == "de.yml: the phrase “may_merge” has {wort}; it may have {word}, {line}")
    #expect(
      try Self.error { $0["word_keep"] = "{x}" }
        == "de.yml: the phrase “word_keep” has {x}; nothing can be filled in there")
    for broken in ["{word", "word}", "}{"] {
      #expect(
        try Self.error { $0["may_accept"] = broken }
          == "de.yml: the phrase “may_accept” has a brace that is not opened or not closed")
    }
    #expect(try Self.error { $0["reason_no-at"] = "{reason}, {address}" } == nil)
  }

  /// What is filled in may hold braces itself.
  @Test func braces() throws {
    let phrases = try WorksheetSamples.english()
    #expect(
      phrases.filled("ask_language_unknown", ["text": "{text} {x}"])
        == "We do not know the language “{text} {x}”. In which language should the letter come?")
  }

  /// The English file names every language that it suggests, and no code that does not exist.
  @Test func optionalKeysAreReal() throws {
    let codes = Set(AddressRule.all.map(\.code) + AddressProblem.allCases.map(\.rawValue))
    for key in try WorksheetSamples.texts().keys {
      if key.hasPrefix("reason_") { #expect(codes.contains(String(key.dropFirst(7)))) }
      if key.hasPrefix("repair_") { #expect(Repair(rawValue: String(key.dropFirst(7))) != nil) }
      if key.hasPrefix("language_") { #expect(Language(String(key.dropFirst(9))) != nil) }
    }
  }

  /// A rule's reason reaches the worksheet whole where the file has no words of its own.
  @Test(arguments: AddressRule.all.map(\.fires))
  func noReasonIsLost(address: String) throws {
    let verdict = AddressJudge().judge(address)
    let combed = try WorksheetSamples.comb("name,email\nA,\(address)\nB,b@gpn.example\n")
    let rows = try WorksheetSamples.rows(combed.worksheet)
    #expect(verdict.usable != nil || rows.contains { $0[4].contains(verdict.reason) })
  }
}
