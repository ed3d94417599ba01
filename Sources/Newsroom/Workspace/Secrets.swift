import CurlMail
import Foundation
import Signing

/// The workspace's secrets: files that only their owner may read.
enum Secrets {
  static func signer(_ workspace: Workspace) throws(Problem) -> TokenSigner {
    let bytes = try read(workspace.linkKeyFile, what: "The link key")
    guard let key = TokenKey(version: 1, bytes: bytes), let signer = TokenSigner(keys: [key]) else {
      throw Problem(
        .configuration,
        "\(Files.path(workspace.linkKeyFile)) is too short for a key. Put the right file back; "
          + "with another key, reports on letters already sent can't be told apart.")
    }
    return signer
  }

  /// Keys that nobody keeps: tokens of a trial are void.
  static func voidSigner() -> TokenSigner? {
    TokenKey(version: 0, bytes: random(32)).flatMap { TokenSigner(keys: [$0]) }
  }

  /// The relay's login: from the environment, from systemd's credentials, or from the file.
  static func login(
    user: String, workspace: Workspace, environment: [String: String]
  ) throws(Problem) -> RelayLogin {
    if let password = environment["SOLSTICE_RELAY_PASSWORD"], !password.isEmpty {
      return RelayLogin(user: user, password: password)
    }
    var file = workspace.relayPasswordFile
    if let folder = environment["CREDENTIALS_DIRECTORY"], !folder.isEmpty {
      let credential = URL(filePath: folder).appending(path: "relay-password")
      if FileManager.default.fileExists(atPath: Files.path(credential)) { file = credential }
    }
    let bytes = try read(file, what: "The relay's password")
    var password = String(decoding: bytes, as: UTF8.self)
    while password.last?.isNewline == true { password.removeLast() }
    guard !password.isEmpty, !password.contains(where: \.isNewline) else {
      throw Problem(.configuration, "\(Files.path(file)) must hold the password on one line.")
    }
    return RelayLogin(user: user, password: password)
  }

  static func random(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  private static func read(_ url: URL, what: String) throws(Problem) -> [UInt8] {
    let path = Files.path(url)
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & 0o077 != 0 {
      throw Problem(
        .noPermission, "\(what) \(path) can be read by others. Run: chmod 600 \(path)")
    }
    return try Files.read(url, what: what)
  }
}
