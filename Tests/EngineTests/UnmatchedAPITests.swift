import Engine
import Linting
import Testing

/// A name under `apis` that means nothing is told, and only where it surely means nothing.
@Suite struct UnmatchedAPITests {
  private static let misspelt = "overrides: [{apis: [getA, getBB], rules: {route-loud: off}}]\n"
  private static let twoAPIs = SampleRules.document([("/a", "getA"), ("/b", "getB")])

  private func unmatched(
    _ files: [String: String], _ paths: [String] = [], config: String? = nil
  ) throws -> [UnmatchedAPI] {
    let folder = try ScratchFolder(files)
    var linter = Linter(rules: SampleRules.all)
    linter.currentFolder = folder.path
    let store = ConfigurationStore(catalogue: linter.catalogue, currentFolder: folder.path, explicitPath: config)
    let run = LintRun(linter: linter, finder: FileFinder(currentFolder: folder.path, configurations: store))
    return run.unmatchedAPIs(in: run.gather(paths))
  }

  @Test func aMisspeltNameIsToldWithItsPlaceAndTheNearestOne() throws {
    let found = try unmatched([".gwlint.yml": Self.misspelt, "a.yaml": Self.twoAPIs])
    #expect(found.map(\.name) == ["getBB"])
    #expect(found.map(\.place) == [".gwlint.yml:1:27"])
    #expect(found.map(\.nearest) == ["getB"])
  }

  @Test(arguments: ["getA", "\"GET /a\"", "get  /b", "\"GET /a\", getB"]) func namesInUseAreNotTold(_ names: String)
    throws
  {
    let text = "overrides: [{apis: [\(names)], rules: {route-loud: off}}]\n"
    #expect(try unmatched([".gwlint.yml": text, "a.yaml": Self.twoAPIs]).isEmpty)
  }

  @Test func methodAndPathAreHeldAgainstTheirOwnKind() throws {
    let text = "overrides: [{apis: [\"POST /a\", \"GET /aa\"], rules: {route-loud: off}}]\n"
    let found = try unmatched([".gwlint.yml": text, "a.yaml": Self.twoAPIs])
    #expect(found.map(\.name) == ["POST /a", "GET /aa"])
    #expect(found.last?.nearest == "GET /a")
  }

  /// The API may stand in a file that was not looked at.
  @Test func partOfTheFilesTellsNothing() throws {
    let files = ["api/.gwlint.yml": Self.misspelt, "api/a.yaml": Self.twoAPIs, "api/sub/b.yaml": Self.twoAPIs]
    #expect(try unmatched(files, ["api/a.yaml"]).isEmpty)
    #expect(try unmatched(files, ["api/sub"]).isEmpty)
    #expect(try unmatched(files, ["api"]).count == 1)
    #expect(try unmatched(files).count == 1)
  }

  @Test(arguments: [
    SampleRules.document([("/c", "getC")]) + "  'open",
    SampleRules.document([("/c", "${NAME}")]),
    "openapi: 3.0.0\ninfo: {title: t, version: \"1\"}\npaths: {/c: {get: {operationId: getBB}}}\n",
  ]) func whatMayBeTheAPIKeepsQuiet(_ other: String) throws {
    #expect(try unmatched([".gwlint.yml": Self.misspelt, "a.yaml": Self.twoAPIs, "b.yaml": other]).isEmpty)
  }

  @Test func configurationsForOtherFilesAsWellAreNotTold() throws {
    let base = ["base.yml": Self.misspelt, ".gwlint.yml": "extends: base.yml\n", "a.yaml": Self.twoAPIs]
    #expect(try unmatched(base).isEmpty)
    #expect(try unmatched(["base.yml": Self.misspelt, "a.yaml": Self.twoAPIs], config: "base.yml").isEmpty)
  }
}
