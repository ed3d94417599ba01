import Foundation
import Mail
import TestSupport

/// Pairs of documents that shall look the same, laid out and compared by a real browser.
struct BrowserStyles {
  struct Pair: Codable {
    let name: String
    /// With its sheet in a `<style>`, and with its styles written in.
    let sheet: String
    let inlined: String
  }

  /// A property of an element that a browser computes differently.
  struct Difference: Codable, Hashable, CustomStringConvertible {
    let document: String
    let element: String
    let property: String
    let inSheet: String
    let inlined: String

    var description: String {
      "\(document): \(element): \(property): \(inSheet) became \(inlined)"
    }
  }

  struct Result: Codable {
    /// How many elements and values were compared, so that a test can't pass by looking at none.
    let elements: Int
    let values: Int
    let differences: [Difference]
  }

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder(named: "styles")
  }

  /// Compares all computed properties of all elements, but no variables; `width` is the window's, in pixels.
  func compare(_ pairs: [Pair], width: Int = 1000) throws -> Result {
    let data = String(decoding: try JSONEncoder().encode(pairs), as: UTF8.self)
      .replacing("<", with: "\\u003c")
    let page = Self.page.replacing("WIDTH", with: String(width)).replacing("PAIRS", with: data)
    let file = try folder.write(page, to: "compare.html")
    let output = try Program(try Tool.chromium.require()).run([
      "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1200,900",
      "--user-data-dir=\(folder.path(of: "browser"))", "--virtual-time-budget=600000",
      "--dump-dom", "file://" + file,
    ]).expecting().output
    guard let found = output.firstMatch(of: /<pre id="result">([^<]*)<\/pre>/),
      let text = String(found.1).removingPercentEncoding, !text.isEmpty
    else { throw SupportError("the browser gave no result: \(output.prefix(2000))") }
    return try JSONDecoder().decode(Result.self, from: Data(text.utf8))
  }

  private static let page = #"""
    <!DOCTYPE html>
    <html><head><meta charset="utf-8"></head><body><pre id="result"></pre>
    <script type="application/json" id="pairs">PAIRS</script>
    <script>
    function laidOut(html) {
      const frame = document.createElement("iframe");
      frame.style.cssText = "width:WIDTHpx;height:2000px;border:0";
      document.body.append(frame);
      const inner = frame.contentDocument;
      inner.open(); inner.write(html); inner.close();
      return frame;
    }
    const result = { elements: 0, values: 0, differences: [] };
    for (const pair of JSON.parse(document.getElementById("pairs").textContent)) {
      const frames = [laidOut(pair.sheet), laidOut(pair.inlined)];
      const [all, other] = frames.map(frame => [
        frame.contentDocument.documentElement, ...frame.contentDocument.querySelectorAll("body, body *")
      ]);
      if (all.length != other.length) {
        result.differences.push({ document: pair.name, element: "", property: "elements",
          inSheet: String(all.length), inlined: String(other.length) });
      }
      all.slice(0, other.length).forEach((element, index) => {
        const [a, b] = [element, other[index]].map(e => e.ownerDocument.defaultView.getComputedStyle(e));
        result.elements += 1;
        for (const property of a) {
          if (property.startsWith("--")) continue;
          const [before, after] = [a.getPropertyValue(property), b.getPropertyValue(property)];
          result.values += 1;
          if (before != after && result.differences.length < 400) {
            result.differences.push({ document: pair.name, element: index + " " + element.cloneNode().outerHTML.slice(0, 160),
              property: property, inSheet: before, inlined: after });
          }
        }
      });
      frames.forEach(frame => frame.remove());
    }
    document.getElementById("result").textContent = encodeURIComponent(JSON.stringify(result));
    </script></body></html>
    """#
}
