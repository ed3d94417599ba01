import Foundation
import Testing

/// A message as Python's `email` package reads it.
struct PythonMail: Decodable {
  struct Part: Decodable {
    let type: String
    let id: String
    let size: Int
    let text: String?
  }

  let headers: [String: String]
  let parts: [Part]
  let defects: [String]

  private static let script = """
    import sys, json, email, email.policy
    m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.SMTP)
    parts = []
    for p in m.walk():
        body = None if p.is_multipart() else p.get_payload(decode=True)
        text = body.decode('utf-8').replace('\\r\\n', '\\n') if p.get_content_maintype() == 'text' else None
        parts.append(dict(type=p.get_content_type(), id=p.get('Content-ID') or '',
                          size=len(body or b''), text=text))
    defects = [str(d) for p in m.walk() for d in p.defects]
    json.dump(dict(headers={k: str(v) for k, v in m.items()}, parts=parts, defects=defects), sys.stdout)
    """

  static func read(_ message: [UInt8]) throws -> Self {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let input = FileManager.default.temporaryDirectory
      .appendingPathComponent("composer-\(UUID().uuidString).eml")
    try Data(message).write(to: input)
    defer { try? FileManager.default.removeItem(at: input) }
    process.standardInput = try FileHandle(forReadingFrom: input)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "python3 could not read the message")
    return try JSONDecoder().decode(Self.self, from: data)
  }
}
