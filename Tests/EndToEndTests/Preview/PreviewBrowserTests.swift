import Foundation
import TestSupport
import Testing

/// The page in a real browser.
@Suite(
  .enabled(
    if: ServerNeed.solstice.shouldRun && ServerNeed.chromium.shouldRun,
    "\(ServerNeed.solstice), \(ServerNeed.chromium)"))
struct PreviewBrowserTests {
  /// What a browser that prefers light colours paints into a letter's upper left corner.
  private static func corner(_ file: String, _ desk: Desk) throws -> [Int] {
    let picture = desk.folder.path(of: "shot-\(UUID().uuidString).png")
    try Program(try Tool.chromium.require()).run([
      "--headless", "--no-sandbox", "--hide-scrollbars", "--window-size=700,500",
      "--user-data-dir=\(desk.folder.path(of: "browser"))", "--virtual-time-budget=3000",
      "--screenshot=\(picture)", "file://" + desk.path(of: file),
    ]).expecting()
    let output = try Program(try Tool.python.require()).run(["-c", reader, picture]).expecting()
      .output
    return output.split(separator: " ").compactMap { Int($0.filter(\.isNumber)) }
  }

  /// The first pixel of the third row of a PNG, with nothing but Python's own library.
  private static let reader = #"""
    import sys, zlib, struct
    data = open(sys.argv[1], "rb").read()
    place, packed = 8, b""
    while place < len(data):
        size, kind = struct.unpack(">I4s", data[place:place + 8])
        body = data[place + 8:place + 8 + size]
        if kind == b"IHDR":
            width, depth, colour = struct.unpack(">I4xBB", body[:10])
        if kind == b"IDAT":
            packed += body
        place += 12 + size
    step = {2: 3, 6: 4}[colour]
    rows = zlib.decompress(packed)
    length = width * step + 1
    above = bytes(length - 1)
    for row in range(3):
        kind, line = rows[row * length], bytearray(rows[row * length + 1:(row + 1) * length])
        for i in range(len(line)):
            a = line[i - step] if i >= step else 0
            b, c = above[i], above[i - step] if i >= step else 0
            p = a + b - c
            near = min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]
            line[i] = (line[i] + (0, a, b, (a + b) // 2, near)[kind]) & 255
        above = bytes(line)
    print(*above[:3])
    """#

  @Test func theDarkCopyIsDarkForEverybody() throws {
    let desk = try Desk(sample: true)
    try desk.run("preview", "2019-H1", "--language", "en", now: Moment.morning)
    let folder = "editions/2019-H1/preview/letters/"
    let dark = try Self.corner(folder + "dark.en.html", desk)
    let light = try Self.corner(folder + "light.en.html", desk)
    #expect(dark.count == 3 && dark.allSatisfy { $0 < 80 }, "\(dark)")
    #expect(light.count == 3 && light.allSatisfy { $0 > 180 }, "\(light)")
  }

  @Test func aPersonBeforeAScreenGetsThePageOpened() throws {
    let desk = try Desk.small(approved: false)
    let seen = desk.folder.path(of: "seen")
    let browser = try desk.folder.write("#!/bin/sh\necho \"$1\" > \(seen)\n", to: "browser.sh")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: browser)
    let screen = ["BROWSER": browser, "DISPLAY": ":9"]
    // Output that goes into a file or a pipe opens nothing.
    try desk.run("preview", "2019-H1", environment: screen)
    #expect(!FileManager.default.fileExists(atPath: seen))
    let program = try SolsticeBinary.locate()
    let words = "\(program) -C \(desk.workspace) preview 2019-H1"
    func inTerminal(_ words: String) throws {
      try Program("/usr/bin/script").run(["-qec", words, "/dev/null"], environment: screen)
        .expecting()
    }
    try inTerminal(words + " --no-open")
    #expect(!FileManager.default.fileExists(atPath: seen))
    try inTerminal(words)
    #expect(waitUntil(within: .seconds(10)) { FileManager.default.fileExists(atPath: seen) })
    #expect(try desk.folder.read("seen").hasSuffix("editions/2019-H1/preview/index.html\n"))
  }
}
