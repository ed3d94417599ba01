import Newsroom
import Testing

struct BrowserChoiceTests {
  @Test(
    arguments: [
      (["DISPLAY": ":0"], true, ["xdg-open", "/p.html"]),
      (["WAYLAND_DISPLAY": "wayland-0"], true, ["xdg-open", "/p.html"]),
      (["DISPLAY": ":0", "BROWSER": "firefox"], true, ["firefox", "/p.html"]),
      (["DISPLAY": ":0", "BROWSER": "b --new %s:c"], true, ["b", "--new", "/p.html"]),
      (["DISPLAY": ":0"], false, nil), ([:], true, nil), (["DISPLAY": ""], true, nil),
    ] as [([String: String], Bool, [String]?)])
  func opensOnlyBeforeAScreen(
    _ environment: [String: String], _ isTerminal: Bool, _ expected: [String]?
  ) {
    #expect(
      BrowserChoice.command(for: "/p.html", environment: environment, isTerminal: isTerminal)
        == expected)
  }
}
