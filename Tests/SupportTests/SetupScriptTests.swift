import Glibc
import TestSupport
import Testing

/// scripts/setup, in a copy that everybody may read, with stand-ins for Debian's tools.
@Suite struct SetupScriptTests {
  private let folder: TemporaryFolder
  private let setup: Program

  init() throws {
    folder = try TemporaryFolder(named: "setup")
    let copied = try Program("/bin/cp").run(["-r", SourceFolder.root + "/scripts", folder.path])
    try copied.expecting(status: 0)
    setup = Program(
      "/bin/bash", arguments: [folder.path(of: "scripts/setup")],
      environment: ["XDG_CACHE_HOME": folder.path(of: "cache")])
  }

  /// Puts a shell script before the real tool of that name.
  private func stand(in name: String, _ script: String) throws {
    let text = try folder.write("#!/bin/sh\n" + script + "\n", to: "fake/" + name + ".text")
    // Another program makes the file that is run: had we written it ourselves, a fork of a test
    // beside this one could still hold it open, and running it would end in “text file busy”.
    let file = folder.path(of: "fake/" + name)
    try Program("/usr/bin/install").run(["-m", "755", text, file]).expecting()
  }

  private var withFakes: [String: String] {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return ["PATH": folder.path(of: "fake") + ":" + path]
  }

  @Test func asksNobodyAnythingWhenNothingIsMissing() throws {
    // Whoever builds these tests has what building needs.
    try setup.run(["build"]).expecting(status: 0)
    try stand(in: "apt-get", "echo apt-get was called; exit 1")
    let begin = ContinuousClock.now
    let again = try setup.run(["build"], environment: withFakes)
    #expect(again.status == 0)
    #expect(again.output + again.errors == "")
    #expect(ContinuousClock.now - begin < .seconds(2))
  }

  @Test func installsWhatIsMissingAfterOneUpdate() throws {
    let log = folder.path(of: "apt.log")
    try stand(
      in: "dpkg-query", "echo 'git install ok installed'; echo 'g++ deinstall ok config-files'")
    try stand(in: "apt-get", "echo \"$*\" >>\(log)")
    try stand(in: "sudo", "exec \"$@\"")
    try setup.run(["build"], environment: withFakes).expecting(status: 0)
    let calls = try folder.read("apt.log").split(separator: "\n").map(String.init)
    try #require(calls.count == 2)
    #expect(calls[0].hasPrefix("update"))
    let options = "install -y --no-install-recommends --no-upgrade -o DPkg::Lock::Timeout=300 "
    #expect(calls[1].hasPrefix(options))
    let packages = calls[1].dropFirst(options.count).split(separator: " ")
    #expect(packages.contains("libcurl4-openssl-dev"))
    #expect(packages.contains("g++"))
    #expect(!packages.contains("git"))
  }

  @Test func tellsWhatToTypeWhereItMayNotInstall() throws {
    try stand(in: "dpkg-query", "exit 1")
    try stand(in: "sudo", "exit 1")
    try stand(in: "apt-get", "echo apt-get was called >&2")
    let asNobody = ["--reuid=65534", "--regid=65534", "--clear-groups", "/bin/bash"]
    let program =
      geteuid() == 0
      ? Program("/usr/bin/setpriv", arguments: asNobody + setup.arguments) : setup
    let result = try program.run(["test"], environment: withFakes)
    #expect(result.status == 77)
    #expect(result.errors.contains("apt-get update && apt-get install -y"))
    #expect(result.errors.contains("postfix"))
    #expect(result.errors.contains("libgmime-3.0-dev"))
    #expect(!result.errors.contains("apt-get was called"))
  }

  @Test func aFailedInstallationIsNoSuccess() throws {
    try stand(in: "dpkg-query", "exit 1")
    try stand(in: "apt-get", "test \"$1\" = update")
    try stand(in: "sudo", "exec \"$@\"")
    let result = try setup.run(["build"], environment: withFakes)
    #expect(result.status == 69)
    #expect(result.errors.contains("apt-get install failed"))
  }

  @Test(arguments: [
    ("echo 'Swift version 5.10.1 (swift-5.10.1-RELEASE)'", "too old"),
    ("echo broken library >&2; exit 127", "broken library"), ("echo hello", "does not tell"),
  ])
  func anUnfitSwiftIsNamed(script: String, words: String) throws {
    try stand(in: "swift", script)
    let result = try setup.run(["build"], environment: withFakes)
    #expect(result.status == 69)
    #expect(result.errors.contains(words))
  }

  @Test func anotherArgumentIsUsage() throws {
    #expect(try setup.run(["everything"]).status == 64)
  }

  @Test(.enabled(if: ServerNeed.witness.shouldRun, "\(ServerNeed.witness)"))
  func withoutANetworkThePythonPackagesAreNamedAndTriedAgain() throws {
    let offline = ["PIP_NO_INDEX": "1", "PIP_FIND_LINKS": folder.path]
    for _ in 1...2 {
      let result = try setup.run(["test"], environment: offline)
      #expect(result.status == 69)
      #expect(result.errors.contains("aiosmtpd==1.4.6"))
      #expect(result.errors.contains("scripts/setup test"))
    }
  }

  @Test(arguments: [
    "setup", "test", "bench", "bench.d/lib.sh", "bench.d/contacts.sh", "bench.d/dispatch.sh",
    "../.ci/run",
  ])
  func everyScriptIsWellFormed(script: String) throws {
    let path = SourceFolder.root + "/scripts/" + script
    let result = try Program("/bin/bash").run(["-n", path])
    #expect(result.status == 0, "\(result.errors)")
  }
}
