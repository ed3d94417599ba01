import Glibc
import TestSupport
import Testing

@Suite struct WitnessServerTests {
  @Test(.enabled(if: ServerNeed.witness.shouldRun, "\(ServerNeed.witness)"))
  func tellsWhatItTook() throws {
    let folder = try TemporaryFolder()
    let witness = try WitnessServer.start(directory: folder)
    let client = try RawClient(port: witness.port)
    _ = client.reply()
    _ = client.say("EHLO me.test")
    for reader in ["li@x.test", "mai@x.test"] {
      _ = client.say("MAIL FROM:<b+1@x.test>")
      _ = client.say("RCPT TO:<\(reader)>")
      #expect(client.say("DATA")?.hasPrefix("354") == true)
      // Folded, as RFC 5322 allows.
      let answer = client.say("Subject: x\r\nMessage-ID:\r\n <\(reader)>\r\n\r\n..\r\n.")
      // By the time of the reply the record is there.
      #expect(answer == "250 2.0.0 witnessed")
      let last = try #require(try witness.records().last)
      #expect(last.event == .accepted)
      #expect(last.recipients == [reader])
      #expect(last.sender == "b+1@x.test")
      #expect(last.messageID == "<\(reader)>")
      let body = "Subject: x\r\nMessage-ID:\r\n <\(reader)>\r\n\r\n.\r\n"
      #expect(last.bytes == body.utf8.count)
    }
    #expect(try witness.records().map(\.event) == [.begun, .accepted, .begun, .accepted])
    witness.stop()
    #expect(throws: SupportError.self) { try RawClient(port: witness.port) }
  }

  @Test(.enabled(if: ServerNeed.witness.shouldRun, "\(ServerNeed.witness)"))
  func tellsOfABodyThatBrokeOff() throws {
    let folder = try TemporaryFolder()
    let witness = try WitnessServer.start(directory: folder)
    do {
      let client = try RawClient(port: witness.port)
      _ = client.reply()
      _ = client.say("EHLO me.test")
      _ = client.say("MAIL FROM:<b@x.test>")
      _ = client.say("RCPT TO:<li@x.test>")
      _ = client.say("DATA")
      #expect(try witness.records().isEmpty)
      client.write("Subj")
      #expect(try waitUntil { try !witness.records().isEmpty })
    }
    let records = try witness.records()
    #expect(records.map(\.event) == [.begun])
    #expect(records.first?.recipients == ["li@x.test"])
    witness.stop()
  }

  @Test(.enabled(if: ServerNeed.witness.shouldRun, "\(ServerNeed.witness)"))
  func recordsFirstAndAnswersAfterTheDelay() throws {
    let folder = try TemporaryFolder()
    let witness = try WitnessServer.start(
      directory: folder, delay: .milliseconds(400), offersSMTPUTF8: false)
    let client = try RawClient(port: witness.port)
    _ = client.reply()
    client.write("EHLO me.test\r\n")
    while let line = client.line() {
      #expect(!line.contains("SMTPUTF8"))
      if line.hasPrefix("250 ") { break }
    }
    _ = client.say("MAIL FROM:<b@x.test>")
    _ = client.say("RCPT TO:<li@x.test>")
    _ = client.say("DATA")
    let begin = ContinuousClock.now
    client.write("Subject: x\r\n\r\n.\r\n")
    #expect(try waitUntil { try witness.accepted().count == 1 })
    #expect(client.reply() == "250 2.0.0 witnessed")
    #expect(ContinuousClock.now - begin >= .milliseconds(390))
    witness.stop()
  }

  @Test(.enabled(if: ServerNeed.witness.shouldRun, "\(ServerNeed.witness)"))
  func endsWithWhoeverStartedIt() throws {
    let folder = try TemporaryFolder()
    let python = try PythonEnvironment.locate()
    let witness = SourceFolder.support + "/Python/witness.py"
    // A shell that is killed alone, as a test runner may be.
    let command = "'\(python)' '\(witness)' records port & echo $! >pid; wait"
    let shell = try Program("/bin/sh", arguments: ["-c", command]).start(folder: folder.path)
    var port: Int?
    waitUntil(within: .seconds(30)) {
      port = (try? folder.read("port")).flatMap { Int($0) }
      return port != nil
    }
    let listening = try #require(port)
    #expect(FreePort.isTaken(listening))
    kill(shell.pid, SIGKILL)
    #expect(waitUntil { !FreePort.isTaken(listening) })
  }
}
