import Bounces
import Foundation
import Testing

/// The lines other programs read.
@Suite struct ClassificationTests {
  @Test func fieldsAndOrderAreStable() {
    let report = """
      Return-Path: <>
      From: MAILER-DAEMON@mx.example.net
      Subject: Undelivered Mail Returned to Sender

      <a@b.example>: host mx said: 550 5.1.1 User "x\\y" unknown\u{07}
      """
    #expect(
      Classification.lines(file: "x \"1\".eml", bytes: Array(report.utf8)) == [
        #"{"file":"x \"1\".eml","recipient":"a@b.example","kind":"bounce","permanence":"permanent","#
          + #""status":"5.1.1","reason":"user-unknown","#
          + #""diagnosis":"550 5.1.1 User \"x\\y\" unknown"}"#
      ])
  }

  @Test func whatIsNoReportHasNulls() {
    #expect(
      Classification.lines(file: "a", bytes: Array("Subject: hi\n\nhello".utf8)) == [
        #"{"file":"a","recipient":null,"kind":"not-a-bounce","permanence":null,"status":null,"#
          + #""reason":null,"diagnosis":""}"#
      ])
  }

  @Test(arguments: Samples.names) func everyLineIsJSON(_ name: String) throws {
    let lines = Classification.lines(file: name, bytes: Samples.bytes(name))
    #expect(!lines.isEmpty)
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let keys = try #require(object).keys.sorted()
      #expect(
        keys == [
          "diagnosis", "file", "kind", "permanence", "reason", "recipient", "status",
        ])
      #expect((object?["diagnosis"] as? String ?? "").unicodeScalars.count <= 501)
    }
  }

  @Test func missingFileIsAnError() {
    #expect(throws: (any Error).self) { try Classification.lines(path: "/nonexistent/x.eml") }
  }
}
