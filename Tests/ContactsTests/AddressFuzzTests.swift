import Foundation
import Mail
import TestSupport
import Testing

@testable import Contacts

/// A mutation fuzzer that says the same at every run: cells of the tables are cut, spliced and
/// spoilt, and whatever comes of it, the promises of the address rules must hold.
///
/// `SOLSTICE_FUZZ=200000 swift test --filter AddressFuzzTests` tries that many cells per seed.
///
/// Coverage on 2026-11-24 of `Mail/Address` and `Contacts/{Address,Repairs,Typos}`: alone 95.2 % of
/// the lines and 91.8 % of the regions; with all of MailTests and ContactsTests 99.0 % and 96.9 %.
///
///     swift test --enable-code-coverage --filter AddressFuzzTests
///     llvm-cov report .build/debug/*.xctest -instr-profile=.build/debug/codecov/default.profdata \
///       -sources Sources/Mail/Address Sources/Contacts/Address Sources/Contacts/Repairs \
///       Sources/Contacts/Typos
struct AddressFuzzTests {
  private static let count =
    ProcessInfo.processInfo.environment["SOLSTICE_FUZZ"].flatMap(Int.init) ?? 1_500

  private static let corpus: [[UInt8]] =
    (AddressTable.all.map(\.written) + RepairStep.all.map(\.before)
    + AddressRule.all.flatMap { [$0.fires, $0.passes] } + rare)
    .filter { $0.utf8.count < 300 }.map { Array($0.utf8) }

  /// Forms that only the permissive policy takes, many times, so that they are met often enough.
  private static let rare = Array(
    repeating: [
      "\"a b\"@b.org", "\"a\\\"b\"@b.org", "\"a.b\"@b.org", "\"ö\\\\\"@b.org", "a@[192.0.2.1]",
      "a@[IPv6:2001:db8::1]", "a@[IPv6:::192.0.2.1]", "a@[IPv6:1:2:3:4:5:6:7:8]",
      "info@mailinator.com", "a.b+c@gmail.com",
    ], count: 6
  ).flatMap { $0 }

  private static let pieces: [[UInt8]] = [
    "@", ".", "..", " ", "\t", "\r", "\"", "'", "<", ">", "(", ")", "[", "]", "&#64;", "&#x2e;",
    "%40",
    "%20", "mailto:", "(at)", " at ", " dot ", "xn--", "\u{FEFF}", "\u{200B}", "\u{202E}",
    "\u{301}", "ß",
    "İ", "а", "한", "界", "。", "＠", "\u{FFFD}", "\u{1F600}", "\\", ",", ";", ":", "=\"", "<br>",
    "<a href=",
    "gmail.com", "yahooco.jp", ".con", "é", "\u{E000}", "１", "ﬁ", "www.", "\u{0}", "-", "_", "☆",
    "アット",
  ].map { Array($0.utf8) }

  private static func spoilt(_ random: inout SeededGenerator) -> [UInt8] {
    var bytes = corpus.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let at = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, at + Int.random(in: 0...6, using: &random))
      switch Int.random(in: 0..<7, using: &random) {
      case 0: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
      case 1: bytes.removeSubrange(at..<end)
      case 2: bytes.insert(contentsOf: bytes[at..<end], at: at)
      case 3: if at < bytes.count { bytes[at] ^= 1 << UInt8.random(in: 0...7, using: &random) }
      case 4:
        let other = corpus.randomElement(using: &random) ?? []
        bytes = bytes.prefix(at) + other.suffix(Int.random(in: 0...other.count, using: &random))
      default: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: at)
      }
    }
    return bytes.map { $0 == 0x0A ? 0x20 : $0 }
  }

  @Test(arguments: 1...4)
  func promisesHold(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let judge = AddressJudge()
    var lines: [UInt8] = []
    var verdicts: [Verdict] = []
    for _ in 0..<Self.count {
      var cell = Self.spoilt(&random)
      // The line end's own \r is no part of a line.
      while cell.last == 0x0D { cell.removeLast() }
      let text = String(decoding: cell, as: UTF8.self)
      let verdict = judge.judge(text)
      check(verdict, of: text, judge)
      checkPermissive(text)
      lines += cell + [0x0A]
      verdicts.append(verdict)
    }
    checkLines(lines, verdicts, chunk: Int.random(in: 1...4_096, using: &random))
  }

  /// What is passed over because nothing in the text calls for it would have changed nothing.
  @Test(arguments: 5...8)
  func stepsLeftOutDoNothing(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<Self.count {
      var draft = AddressDraft(String(decoding: Self.spoilt(&random), as: UTF8.self))
      for (step, anyOf) in RepairStep.order {
        var tried = draft
        let isDone = step.apply(&tried)
        if draft.holds(anyOf) {
          draft = tried
        } else {
          let written = draft.text.debugDescription
          #expect(!isDone && tried.scalars == draft.scalars, "\(step.repair): \(written)")
          #expect(tried.repairs == draft.repairs && tried.name == draft.name, "\(written)")
        }
      }
    }
  }

  private func check(_ verdict: Verdict, of text: String, _ judge: AddressJudge) {
    let written = text.debugDescription
    #expect(!verdict.reason.isEmpty && !verdict.code.isEmpty, "\(written)")
    #expect(verdict.reason.utf8.count <= 4 * text.utf8.count + 400, "\(written)")
    #expect(
      (verdict.usable != nil) == (verdict.kind == .ok || verdict.kind == .fixed), "\(written)")
    #expect(verdict.kind != .ok || verdict.repairs.isEmpty, "\(written)")
    #expect(verdict.kind != .fixed || !verdict.repairs.isEmpty, "\(written)")
    if let suggestion = verdict.suggestion {
      #expect(verdict.usable == nil, "\(written)")
      #expect((try? EmailAddress(parsing: suggestion)) != nil, "\(written): \(suggestion)")
    }
    guard let address = verdict.usable else { return }
    let isWitnessed = LetterWitness(text).holds(address)
    #expect(isWitnessed, "\(written) became \(address)")
    for form in [address.description, address.wire] {
      #expect((try? EmailAddress(parsing: form)) == address, "\(written) prints \(form)")
      #expect(judge.judge(form).code == "ok", "\(written) became \(form)")
      #expect(judge.judge(form).usable == address, "\(written) became \(form)")
    }
  }

  /// With quoted names and numbers let in: what prints reads back, and a mailbox has one name.
  private func checkPermissive(_ text: String) {
    let written = text.debugDescription
    guard let address = AddressJudge(policy: .permissive).judge(text).usable else { return }
    for form in [address.description, address.wire] {
      #expect((try? EmailAddress(parsing: form, policy: .permissive)) == address, "\(written)")
    }
    let key = address.mailboxKey
    let again = try? EmailAddress(parsing: key.rawValue, policy: .permissive)
    #expect(again?.mailboxKey == key, "\(written)")
    #expect(again?.domain == address.domain, "\(written)")
    if let again {
      #expect(RoleAccounts.contains(again) == RoleAccounts.contains(address), "\(written)")
      #expect(MailboxAliases.key(of: again) == MailboxAliases.key(of: address), "\(written)")
      #expect(
        DisposableDomains.contains(again.domain) == DisposableDomains.contains(address.domain))
    }
  }

  /// The lines' checker says the same, a line for a line, however the input is cut.
  private func checkLines(_ lines: [UInt8], _ verdicts: [Verdict], chunk: Int) {
    var checker = LineChecker()
    var output: [UInt8] = []
    lines.withUnsafeBufferPointer { bytes in
      for start in stride(from: 0, to: bytes.count, by: chunk) {
        let end = min(bytes.count, start + chunk)
        checker.feed(UnsafeBufferPointer(rebasing: bytes[start..<end]), into: &output)
      }
    }
    checker.finish(into: &output)
    #expect(output.count <= 3 * lines.count + 100 * verdicts.count)
    let answers = output.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    #expect(answers.count == verdicts.count)
    for (answer, verdict) in zip(answers, verdicts) {
      let fields = answer.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      #expect(fields.count == 4)
      #expect(fields.dropFirst().prefix(2) == [verdict.kind.rawValue, verdict.code], "\(fields)")
    }
  }

  /// Twice the cell, twice the work at most: nothing is quadratic, and nothing is read beyond 2000.
  @Test(arguments: [
    "@", "(at)", "<", "\"", " ", "&#64;", "%20", "mailto:", "\u{200B}", "<br>", "a.", "ａ",
  ])
  func longCellsAreRefusedUnread(piece: String) {
    let judge = AddressJudge()
    let most = AddressJudge.longest / piece.utf8.count
    #expect(!judge.judge(String(repeating: piece, count: most)).reason.isEmpty)
    let longer = judge.judge(String(repeating: piece, count: most + 1))
    #expect(longer.kind == .bad && longer.code == "address-too-long")
  }
}
