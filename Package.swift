// swift-tools-version:6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A static executable starts in a third of the time of a dynamic one. Foundation's small libraries come in with
/// swift-argument-parser and have to be named, since a plain release build does not pull them in by itself.
let staticRelease: [LinkerSetting] = [
  .unsafeFlags(
    ["-static-executable", "-l_FoundationCollections", "-l_FoundationCShims", "-lswiftSynchronization"],
    .when(configuration: .release))
]

func module(_ name: String, _ dependencies: [Target.Dependency], path: String? = nil) -> Target {
  .target(name: name, dependencies: dependencies, path: path ?? "Sources/\(name)", swiftSettings: strict)
}

func tests(of name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies, path: "Tests/\(name)Tests",
    swiftSettings: strict)
}

let package = Package(
  name: "gwlint",
  products: [.executable(name: "gwlint", targets: ["gwlint"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.0"),
  ],
  targets: [
    .systemLibrary(name: "CYAML", path: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),

    module("SourceText", []),
    module("YAMLDocument", ["CYAML", "SourceText"]),
    module("GatewayModel", ["SourceText", "YAMLDocument"]),
    module("Routing", []),
    module("PublicKeys", [.product(name: "SwiftASN1", package: "swift-asn1")]),
    module("GatewayLog", ["YAMLDocument", "GatewayModel", "Linting"]),
    module("GatewayRouting", ["GatewayModel", "YAMLDocument", "Routing", "Linting"]),
    module("Linting", ["SourceText", "GatewayModel"]),
    module("Dialects", ["SourceText", "YAMLDocument", "GatewayModel", "Linting"]),
    module(
      "Rules", ["Linting", "GatewayModel", "YAMLDocument", "Routing", "GatewayRouting", "PublicKeys"], path: "Rules"),
    module("Engine", ["SourceText", "YAMLDocument", "GatewayModel", "GatewayRouting", "Dialects", "Linting"]),
    module("Reporting", ["SourceText", "GatewayModel", "Linting", "PublicKeys"]),
    module(
      "EditorServer",
      ["SourceText", "YAMLDocument", "GatewayModel", "GatewayRouting", "Dialects", "Linting", "Engine", "Reporting"]),
    module(
      "GwlintCommand",
      [
        "SourceText", "GatewayModel", "Dialects", "Routing", "GatewayRouting", "GatewayLog", "Linting", "Rules",
        "Engine", "Reporting", "EditorServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "gwlint", dependencies: ["GwlintCommand"], path: "Sources/gwlint", swiftSettings: strict,
      linkerSettings: staticRelease),

    .executableTarget(
      name: "Benchmarks", dependencies: ["CYAML", "YAMLDocument", "Dialects", "Routing", "Engine", "Rules"],
      path: "Tests/Benchmarks", exclude: ["keystrokes.py", "peers.py"], swiftSettings: strict),

    module("TestSupport", [], path: "Tests/TestSupport"),
    tests(of: "SourceText", []),
    tests(of: "YAMLDocument", ["SourceText"]),
    tests(of: "GatewayModel", []),
    tests(of: "Routing", []),
    tests(of: "GatewayRouting", ["SourceText", "GatewayModel", "Linting", "Routing", "Rules", "Engine"]),
    tests(of: "PublicKeys", []),
    tests(of: "GatewayLog", ["GatewayModel", "Linting"]),
    tests(of: "Linting", ["GatewayModel"]),
    tests(
      of: "GwlintCommand",
      [
        "GatewayLog", "GatewayRouting", "GatewayModel", "Linting", "Rules", "Engine", "Reporting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    tests(of: "Dialects", ["SourceText", "YAMLDocument", "GatewayModel"]),
    tests(of: "EditorServer", ["SourceText", "Linting", "Rules", "Engine", "Reporting"]),
    tests(of: "Engine", ["SourceText", "YAMLDocument", "GatewayModel", "Linting", "Rules", "Reporting"]),
    tests(of: "Rules", ["SourceText", "YAMLDocument", "GatewayModel", "Dialects", "Linting", "Engine"]),
    tests(of: "Reporting", ["SourceText", "GatewayModel", "Linting"]),
  ],
  swiftLanguageModes: [.v6]
)
