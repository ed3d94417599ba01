import Foundation

/// A program of the system that tests run: where it is, or what to install.
package struct Tool: Sendable {
  package let name: String
  package let debianPackage: String

  package static let postfix = Tool("postfix", in: "postfix")
  package static let smtpSource = Tool("smtp-source", in: "postfix")
  package static let smtpSink = Tool("smtp-sink", in: "postfix")
  package static let strace = Tool("strace", in: "strace")
  package static let libreOffice = Tool("soffice", in: "libreoffice-calc-nogui")
  package static let chromium = Tool("chromium", in: "chromium")
  package static let weasyPrint = Tool("weasyprint", in: "weasyprint")
  package static let pdfInfo = Tool("pdfinfo", in: "poppler-utils")
  package static let pdfFonts = Tool("pdffonts", in: "poppler-utils")
  package static let xmlLint = Tool("xmllint", in: "libxml2-utils")
  package static let tidy = Tool("tidy", in: "tidy")
  package static let python = Tool("python3", in: "python3")

  package init(_ name: String, in debianPackage: String) {
    self.name = name
    self.debianPackage = debianPackage
  }

  /// The path, looked for in PATH and in the folders of system programs; nil when it is missing.
  package var path: String? {
    let environment = ProcessInfo.processInfo.environment
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    return (["/usr/bin", "/usr/sbin", "/sbin"] + folders)
      .map { $0 + "/" + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// The path, or an error that tells what to type.
  package func require() throws -> String {
    guard let path else {
      throw SupportError(
        "\(name) is not installed; type: scripts/setup test (Debian package \(debianPackage))")
    }
    return path
  }
}
