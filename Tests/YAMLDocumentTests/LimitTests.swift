import SourceText
import Testing
import YAMLDocument

/// Texts made to exhaust a reader.
@Suite struct LimitTests {
  private func expectLimit(_ kind: LimitKind, _ text: String, at offset: UInt32? = nil) {
    let document = YAMLDocument.parse(Array(text.utf8))
    guard case .limit(kind, _)? = document.problem?.kind else {
      Issue.record("\(kind): \(String(describing: document.problem))")
      return
    }
    if let offset { #expect(document.problem?.span.start == offset) }
  }

  @Test func depth() {
    expectLimit(.depth, String(repeating: "[", count: 1 << 20), at: 100)
    expectLimit(.depth, String(repeating: "{a: ", count: 1 << 18), at: 400)
    expectLimit(.depth, String(repeating: "- ", count: 1 << 19), at: 200)
    expectLimit(.depth, String(repeating: "? ", count: 1 << 19), at: 200)
    expectLimit(.depth, (0..<10_000).map { String(repeating: " ", count: $0 / 100) + "- " }.joined() + "x")
    expectLimit(.depth, (0..<300).map { String(repeating: " ", count: $0) + "k:\n" }.joined())
    let allowed = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(YAMLDocument.parse(Array(allowed.utf8)).problem == nil)
  }

  @Test func directives() {
    expectLimit(.directives, String(repeating: "%TAG !a! tag:x\n", count: 70_000), at: 16 * 15)
    expectLimit(.directives, (0..<20_000).map { "%TAG !a\($0)! x\n# c\n" }.joined())
    let many = String(repeating: "%TAG !a! x\n---\na\n...\n", count: 100)
    #expect(YAMLDocument.parse(Array(many.utf8)).problem == nil)
  }

  @Test func documentsNodesAndBytes() {
    expectLimit(.documents, String(repeating: "---\n", count: 10_001))
    var limits = Limits()
    limits.nodes = 10
    limits.bytes = 60
    let list = YAMLDocument.parse(Array("[a, b, c, d, e, f, g, h, i, j, k]".utf8), limits: limits)
    #expect(list.problem?.kind == .limit(.nodes, 10))
    #expect(list.nodeCount == 10)
    let long = YAMLDocument.parse([UInt8](repeating: 0x61, count: 61), limits: limits)
    #expect(long.problem?.kind == .limit(.bytes, 60))
    #expect(long.roots.isEmpty)
  }

  @Test func mergesThatMultiplyAreFollowedOnce() {
    var text = "l0: &l0 {k: 1}\n"
    for level in 1...30 {
      text += "l\(level): &l\(level)\n  <<: [\(repeatElement("*l\(level - 1)", count: 9).joined(separator: ", "))]\n"
    }
    let document = YAMLDocument.parse(Array(text.utf8))
    let last = document.value(of: document.roots[0], key: "l30")!
    #expect(document.entries(of: last).map { document.string($0.key) } == ["k"])
    #expect(document.value(of: last, key: "k").map(document.string) == "1")
  }

  @Test func mergeOfItselfEnds() {
    let document = YAMLDocument.parse(Array("&a\nx: 1\n<<: *a\n".utf8))
    #expect(document.problem == nil)
    #expect(document.entries(of: document.roots[0]).count == 1)
    #expect(document.value(of: document.roots[0], key: "none") == nil)
  }

  @Test func longThings() {
    let long = String(repeating: "k", count: 1 << 18)
    for text in ["\(long): 1", "k: \(long)", "k: \"\(long)\"", "k: |\n  \(long)", "# \(long)"] {
      expectSoundProblem(YAMLDocument.parse(Array(text.utf8)), "long")
    }
    let lines = YAMLDocument.parse(Array((0..<32_769).map { "k\($0): v\n" }.joined().utf8))
    #expect(lines.problem == nil)
    #expect(lines.nodeCount == 65_539)
    #expect(lines.duplicateKeys(in: lines.roots[0]).isEmpty)
    let anchors = YAMLDocument.parse(Array((0..<20_000).map { "- &a\($0) x\n- *a\($0)\n" }.joined().utf8))
    #expect(anchors.problem == nil)
    #expect(anchors.target(ofAlias: NodeID(rawValue: 40_000)) == NodeID(rawValue: 39_999))
  }
}
