import Foundation

/// A program that prints a page as PDF, where it was found.
struct PDFTool: Hashable, Sendable {
  enum Kind: String, Sendable {
    case chromium = "Chromium"
    case weasyprint = "WeasyPrint"

    var names: [String] {
      switch self {
      case .chromium: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
      case .weasyprint: ["weasyprint"]
      }
    }
  }

  let kind: Kind
  let path: String

  /// Looks in PATH for the first program that will do.
  static func find(_ choice: PDFChoice, path: String) throws(Problem) -> PDFTool {
    let folders = path.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
    for kind in choice.tools {
      for name in kind.names {
        for folder in folders {
          let file = folder + "/" + name
          if FileManager.default.isExecutableFile(atPath: file) {
            return PDFTool(kind: kind, path: file)
          }
        }
      }
    }
    let wanted =
      switch choice {
      case .auto: "neither Chromium nor WeasyPrint is"
      case .chromium: "Chromium is not"
      case .weasyprint: "WeasyPrint is not"
      }
    let package = choice == .weasyprint ? "weasyprint" : "chromium"
    throw Problem(
      .unavailable,
      """
      No PDF was made: \(wanted) installed. Everything else was written, and the letters do not \
      speak of a PDF.
      Install one (Debian: apt install \(package); for Chinese, Japanese and Korean also \
      fonts-noto-cjk, for Thai fonts-thai-tlwg), then compose again with --pdf.
      """)
  }

  /// What to start it with; all that it writes goes into the folder.
  func arguments(page: String, output: String, folder: String, isRoot: Bool) -> [String] {
    switch kind {
    case .weasyprint: ["--quiet", "--pdf-variant", "pdf/ua-1", page, output]
    case .chromium:
      // Chromium's own sandbox can't be set up by root; the page holds no scripts.
      (isRoot ? ["--no-sandbox"] : []) + [
        "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--disable-extensions", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--no-proxy-server", "--host-resolver-rules=MAP * ~NOTFOUND",
        "--user-data-dir=\(folder)/profile", "--no-pdf-header-footer",
        "--generate-pdf-document-outline", "--print-to-pdf=\(output)", "file://\(page)",
      ]
    }
  }

  /// A home of its own, the user's fonts, and no way to the network but a dead one.
  func environment(_ ours: [String: String], folder: String) -> [String: String] {
    let dead = "http://127.0.0.1:1"
    let home = ours["HOME"] ?? ""
    return [
      "PATH": ours["PATH"] ?? "/usr/bin:/bin", "HOME": folder, "TMPDIR": folder,
      "XDG_CONFIG_HOME": folder + "/config", "XDG_CACHE_HOME": folder + "/cache",
      "XDG_RUNTIME_DIR": folder, "LC_ALL": "C.UTF-8", "http_proxy": dead, "https_proxy": dead,
      "ftp_proxy": dead, "HTTP_PROXY": dead, "HTTPS_PROXY": dead, "no_proxy": "",
      "XDG_DATA_HOME": ours["XDG_DATA_HOME"] ?? home + "/.local/share",
    ]
  }
}
