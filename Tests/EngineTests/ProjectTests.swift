import GatewayModel
import Linting
import Rules
import SourceText
import Testing

@testable import Engine

@Suite struct ProjectTests {
  static func api(_ name: String, gateway: Bool = true) -> String {
    """
    openapi: 3.0.0
    info: {title: t, version: "1"}
    paths:
      /\(name):
        get: {operationId: \(name)\(gateway ? ", x-apigw-protocol: HTTP" : "")}
    """
  }

  @Test func aManifestTiesTheFilesThatItsGlobsMatch() throws {
    let folder = try ProjectFolder([
      "shop/gateway.yaml": "gwlint: 1\nApis: [openapi/*.yaml, ../common/ping.yaml]\n",
      "shop/openapi/a.yaml": Self.api("a"), "shop/openapi/plain.yaml": Self.api("plain", gateway: false),
      "common/ping.yaml": Self.api("ping"), "common/other.yaml": Self.api("other"),
      "shop/deployment.yaml": "apiVersion: apps/v1\nkind: Deployment\n",
      "plain.yaml": Self.api("unnamed", gateway: false),
    ])
    let service = "shop/gateway.yaml common/ping.yaml shop/openapi/a.yaml shop/openapi/plain.yaml whole"
    #expect(
      folder.services(["."]) == [
        "common/other.yaml: other in common/other.yaml", "common/ping.yaml: ping in \(service)",
        "shop/openapi/a.yaml: a in \(service)", "shop/openapi/plain.yaml: plain in \(service)",
      ])
    let summary = folder.lint(["."]).result.summary
    #expect(summary.files == 5 && summary.skipped == 2)
  }

  @Test func aFileNamedAloneIsLintedWithItsProjectAndAlone() throws {
    let folder = try ProjectFolder([
      "gateway.yaml": "gwlint: 1\nApis: [apis/**/*.yaml]\n", "apis/a.yaml": Self.api("a"),
      "apis/deep/b.yaml": Self.api("b", gateway: false), "apis/deep/gateway.yml": "gwlint: 1\nApis: [nothing.yaml]\n",
    ])
    let service = "apis/deep/b.yaml gateway.yaml apis/a.yaml whole"
    #expect(
      folder.services(["apis/deep/b.yaml"]).map { Set($0.split(separator: " ")) }
        == [Set("apis/deep/b.yaml: b in \(service)".split(separator: " "))])
    #expect(folder.lint(["apis/deep/b.yaml"]).result.summary.files == 1)
  }

  @Test func theFilesOfANamedManifestAreLintedWithIt() throws {
    let folder = try ProjectFolder([
      "gateway.yaml": "gwlint: 1\nApis: [a.yaml]\n", "a.yaml": Self.api("a", gateway: false), "b.yaml": Self.api("b"),
    ])
    #expect(folder.services(["gateway.yaml"]) == ["a.yaml: a in gateway.yaml a.yaml whole"])
  }

  @Test func aFolderIsLintedWithTheManifestAboveIt() throws {
    let folder = try ProjectFolder([
      "gateway.yaml": "gwlint: 1\nApis: ['{apis,more}/*.yaml', 'apis/{x/y,z}.yaml']\n", "apis/a.yaml": Self.api("a"),
      "more/b.yaml": Self.api("b"), "apis/x/y.yaml": Self.api("y"),
    ])
    let found = folder.services(["apis"])
    #expect(found.map { $0.prefix { $0 != ":" } } == ["apis/a.yaml", "apis/x/y.yaml"])
    #expect(found.allSatisfy { $0.contains("more/b.yaml") && $0.hasSuffix("whole") })
  }

  @Test func whatCannotBeReadLeavesTheServiceOpen() throws {
    let folder = try ProjectFolder([
      "gateway.yaml": "gwlint: 1\nApis: [a.yaml, broken.yaml]\n", "a.yaml": Self.api("a"), "broken.yaml": "a: [",
      "other/gateway.yaml": "gwlint: 1\nApis: [b.yaml, '${FILES}', missing/*.yaml]\n", "other/b.yaml": Self.api("b"),
    ])
    #expect(
      folder.services(["."]) == [
        "a.yaml: a in gateway.yaml a.yaml", "other/b.yaml: b in other/gateway.yaml other/b.yaml",
      ])
  }

  @Test func aGlobThatTiesNothingIsToldUnlessSuppressed() throws {
    let folder = try ProjectFolder([
      "gateway.yaml": """
      gwlint: 1
      Apis:
        - none/*.yaml
        # gwlint:disable-next-line config-manifest-glob-empty
        - also-none.yaml
        - k8s/*.yaml
        - '${GLOB}'
        - api.yaml
      """,
      "k8s/pod.yaml": "apiVersion: v1\nkind: Pod\n", "api.yaml": Self.api("a"),
    ])
    let found = folder.lint(["."], rules: allRules).result.diagnostics.filter {
      $0.rule == "config-manifest-glob-empty"
    }
    #expect(found.map(\.location.range.start.line) == [3, 6])
    #expect(found.last?.message.contains("none of them") == true)
  }

  @Test func filesOfTwoServicesDoNotMeet() throws {
    var files: [String: String] = [:]
    for service in ["a", "b"] {
      files["\(service)/gateway.yaml"] = "gwlint: 1\nApis: [api.yaml]\n"
      files["\(service)/api.yaml"] = Self.api("same")
    }
    let folder = try ProjectFolder(files)
    #expect(
      folder.services(["."]) == [
        "a/api.yaml: same in a/gateway.yaml a/api.yaml whole", "b/api.yaml: same in b/gateway.yaml b/api.yaml whole",
      ])
  }
}

@Suite struct MemberGlobTests {
  @Test(arguments: [
    ("*.yaml", "/p/q/a.yaml", true), ("./x/*.yaml", "/p/q/x/a.yaml", true), ("../x/**", "/p/x/y/a.yaml", true),
    ("../../a.yaml", "/a.yaml", true), ("x/../y/*.json", "/p/q/y/z.json", true), ("/abs/*.yml", "/abs/a.yml", true),
    ("*.yaml", "/p/q/x/a.yaml", false), ("**/*.yaml", "/p/q/a.yaml", true), ("**/*.yaml", "/p/other/a.yaml", false),
    ("{a,b/c}.yaml", "/p/q/b/c.yaml", true), ("网关/*.yaml", "/p/q/网关/a.yaml", true),
  ]) func matchesRelativeToTheManifest(_ pattern: String, _ path: String, _ matches: Bool) {
    let glob = MemberGlob(pattern, in: "/p/q")
    #expect(glob.matches(path) == matches)
    #expect(SortedPaths([path, "/z"]).indices(matching: glob) == (matches ? [0] : []))
  }

  @Test func searchFindsWhatAMatchOfAllFilesFinds() throws {
    let names = [
      "a.yaml", "x/a.yaml", "x/y/b.yaml", "x/y/z/c.json", ".hidden/d.yaml", "node_modules/e.yaml", "w/f.txt",
    ]
    let folder = try ProjectFolder(Dictionary(uniqueKeysWithValues: names.map { ($0, "a: 1") }))
    for pattern in [
      "**", "**/*.yaml", "x/**/*.yaml", "*/a.yaml", "x/y/b.yaml", "{x,w}/*", "{x/y,w}/*.yaml", "**/**/b.yaml",
      "x/**", "[wx]/?.*",
    ] {
      let glob = MemberGlob(pattern, in: folder.path)
      var search = MemberSearch()
      let expected = names.filter { !$0.hasPrefix(".") && !$0.hasPrefix("node") }.map { folder.path + "/" + $0 }
        .filter { glob.matches($0) }.sorted()
      #expect(search.files(matching: glob) == expected, "\(pattern)")
    }
  }
}
