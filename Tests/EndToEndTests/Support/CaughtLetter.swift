import Foundation
import TestSupport

/// A letter as Python's mail reader, which is not ours, understands it.
struct CaughtLetter: Codable, Hashable {
  let file: String
  /// Trace lines of the server, then the letter's own headers; names in lower case.
  let headers: [[String]]
  let returnPath: String
  let recipient: String
  let types: [String]
  let text: String
  let html: String
  let defects: Int
  let longestLine: Int
  let bareLineEnds: Int

  func all(_ name: String) -> [String] {
    headers.filter { $0[0] == name.lowercased() }.map { $0[1] }
  }

  func header(_ name: String) -> String { all(name).first ?? "" }

  /// Reads files or, as `Maildir` names, any message.
  static func read(_ files: [String]) throws -> [CaughtLetter] {
    let result = try Program(try Tool.python.require())
      .run(["-c", script], stdin: files.joined(separator: "\n")).expecting()
    return try JSONDecoder().decode([CaughtLetter].self, from: Data(result.outputBytes))
  }

  /// Header values are what the modern policy decodes; octets are counted in the file itself.
  private static let script = #"""
    import sys, json, re
    from email import policy
    from email.parser import BytesParser
    out = []
    for path in sys.stdin.read().split("\n"):
        if not path:
            continue
        raw = open(path, "rb").read()
        message = BytesParser(policy=policy.default).parsebytes(raw)
        def body(kind):
            part = message.get_body(preferencelist=(kind,))
            return part.get_content() if part is not None else ""
        defects = len(message.defects) + sum(len(p.defects) for p in message.walk())
        defects += sum(len(getattr(v, "defects", ())) for v in message.values())
        crlf = raw.replace(b"\r\n", b"")
        first = re.search(rb"^X-Original-To: (.*?)\r?$", raw, re.M)
        out.append({
            "file": path,
            "headers": [[k.lower(), str(v)] for k, v in message.items()],
            "returnPath": str(message.get("Return-Path", "")).strip("<>"),
            "recipient": first.group(1).decode("utf-8", "replace") if first else "",
            "types": [p.get_content_type() for p in message.walk()],
            "text": body("plain"), "html": body("html"), "defects": defects,
            "longestLine": max(len(l) for l in re.split(rb"\r?\n", raw)),
            "bareLineEnds": crlf.count(b"\r") + crlf.count(b"\n"),
        })
    json.dump(out, sys.stdout)
    """#
}
