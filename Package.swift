// swift-tools-version: 6.2
import PackageDescription

/// The house's rules for its own code; packages of others keep theirs.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [String] = []) -> Target
{
  .testTarget(
    name: name, dependencies: dependencies, exclude: resources, swiftSettings: strict)
}

func system(_ name: String, _ pkgConfig: String, _ packages: [String]) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt(packages)])
}

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")

let package = Package(
  name: "solstice",
  products: [.executable(name: "solstice", targets: ["solstice"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
    .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache.git", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
  ],
  targets: [
    system("CArchive", "libarchive", ["libarchive-dev"]),
    system("CIDN2", "libidn2", ["libidn2-dev"]),
    system("CCmark", "libcmark-gfm", ["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]),
    system("CCurl", "libcurl", ["libcurl4-openssl-dev"]),
    system("CXML", "libxml-2.0", ["libxml2-dev"]),

    // An arrow points from a room to those it may know; see CONTRIBUTING.md.
    room("Mail", ["CIDN2"]),
    room("Contacts", ["Mail"]),
    room("Workbooks", ["Contacts", "Mail", "CArchive", "CXML"]),
    room("Composer", ["Mail", "CCmark", mustache, "Yams"]),
    room("Signing", ["Mail", crypto]),
    room("Dispatcher", ["Mail", "Signing"]),
    room("Bounces", ["Mail"]),
    room("Storage", ["Mail", "Contacts", "Signing", "Dispatcher", grdb, grdbSQLite]),
    room("CurlMail", ["Mail", "Dispatcher", "CCurl"]),
    room("Catcher", ["Mail", nioCore, nioPosix]),
    room(
      "Newsroom",
      [
        "Mail", "Contacts", "Workbooks", "Composer", "Signing", "Dispatcher", "Bounces", "Storage",
        "CurlMail", "Catcher", "Yams",
      ]),
    .executableTarget(
      name: "solstice", dependencies: ["Newsroom", argumentParser], swiftSettings: strict),

    .target(
      name: "TestSupport", path: "Tests/Support", exclude: ["C", "Python"], swiftSettings: strict),
    .target(
      name: "ContactsSupport", dependencies: ["Contacts", "Mail"], path: "Tests/ContactsSupport",
      swiftSettings: strict),
    tests("SupportTests", ["TestSupport"]),
    tests("MailTests", ["Mail", "TestSupport"]),
    tests(
      "ContactsTests", ["Contacts", "Mail", "ContactsSupport", "TestSupport"],
      resources: ["Golden"]),
    tests(
      "WorkbooksTests", ["Workbooks", "Contacts", "Mail", "ContactsSupport", "TestSupport"]),
    tests("ComposerTests", ["Composer", "Mail", "TestSupport"], resources: ["Golden"]),
    tests("BouncesTests", ["Bounces", "Mail"], resources: ["Samples"]),
    tests("SigningTests", ["Signing", "Mail"]),
    tests("CatcherTests", ["Catcher", "Mail"]),
    tests("DispatcherTests", ["Dispatcher", "Mail", "TestSupport"]),
    tests(
      "StorageTests",
      ["Storage", "Contacts", "Dispatcher", "Mail", "Signing", "TestSupport", grdb]),
    tests("CurlMailTests", ["CurlMail", "Dispatcher", "Mail", "TestSupport"]),
    tests(
      "NewsroomTests",
      [
        "Newsroom", "Bounces", "Composer", "Contacts", "CurlMail", "Dispatcher", "Mail", "Storage",
        "TestSupport",
      ]),
    tests("EndToEndTests", ["TestSupport"]),
  ]
)
