import Catcher
import Foundation

/// A folder that is gone after the test.
struct TestFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "catcher-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func files(_ folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path + "/" + name)), as: UTF8.self)
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }
}

/// Runs a catcher with this script around a test.
func withCatcher(
  _ script: String = "{}", logs: Bool = false, discards: Bool = false,
  _ test: (Catcher, TestFolder) async throws -> Void
) async throws {
  let folder = try TestFolder()
  defer { folder.remove() }
  var options = CatcherOptions(
    directory: folder.path + "/caught", script: try CatcherScript(json: Array(script.utf8)))
  options.now = { 1_795_519_322_250 }
  options.log = logs
  options.discard = discards
  let catcher = try await Catcher.start(options)
  do {
    try await test(catcher, folder)
  } catch {
    try await catcher.stop()
    throw error
  }
  try await catcher.stop()
}

/// Waits until something is so, or about three seconds.
func eventually(_ condition: () throws -> Bool) async throws -> Bool {
  for _ in 0..<300 {
    if try condition() { return true }
    try await Task.sleep(for: .milliseconds(10))
  }
  return false
}
