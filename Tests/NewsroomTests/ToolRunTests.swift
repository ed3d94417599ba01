import Foundation
import TestSupport
import Testing

@testable import Newsroom

/// Another program, and whatever it started, ends with its time.
struct ToolRunTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder(named: "tool")
  }

  private func run(_ script: String, limit: Duration) throws -> ToolRun.Result {
    let path = try folder.write(script, to: "script")
    return try ToolRun.run(
      "/bin/sh", [path], environment: ["PATH": "/usr/bin:/bin"],
      log: URL(filePath: folder.path(of: "log")), limit: limit)
  }

  /// Gone, or a zombie that nobody has asked about: it runs no more.
  private func hasEnded(_ process: String) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    else { return true }
    return status.split(separator: ")").last?.hasPrefix(" Z") == true
  }

  @Test func oneThatHangsIsKilledWithItsChildren() throws {
    let children = folder.path(of: "children")
    let result = try run(
      """
      echo begun
      trap '' TERM INT HUP
      sh -c 'trap "" TERM; echo $$ >>\(children); sleep 600' &
      sleep 600 &
      echo $! >>\(children)
      wait
      """, limit: .seconds(5))
    #expect(result.status == nil)
    #expect(result.words.contains("begun"))
    let started = try folder.read("children").split(separator: "\n").map(String.init)
    #expect(started.count == 2)
    for process in started { #expect(waitUntil { hasEnded(process) }, "\(process) goes on") }
  }

  @Test func whatItLeavesBehindIsKilledToo() throws {
    let children = folder.path(of: "children")
    let result = try run("sleep 600 &\necho $! >\(children)\nexit 3\n", limit: .seconds(60))
    #expect(result.status == 3)
    let process = try #require(folder.read("children").split(separator: "\n").first)
    #expect(waitUntil { hasEnded(String(process)) }, "\(process) goes on")
  }

  @Test func aSignalIsToldAsShellsDo() throws {
    #expect(try run("kill -9 $$\n", limit: .seconds(60)).status == 137)
  }
}
