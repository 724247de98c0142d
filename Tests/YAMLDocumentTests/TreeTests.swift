import Foundation
import SourceText
import Testing
import YAMLDocument

@Suite struct TreeTests {
  private func parse(_ text: String) -> YAMLDocument { YAMLDocument.parse(Array(text.utf8)) }

  private func text(_ document: YAMLDocument, _ node: NodeID) -> String {
    document.source.string(document.span(node))
  }

  @Test func mergesInOrder() {
    let document = parse(
      """
      base: &base {a: 1, b: 1}
      more: &more {<<: *base, b: 2, c: 2}
      own: {b: 0, <<: [*more, *base, {d: 4, a: 9}], '<<': quoted}
      """)
    let own = document.value(of: document.roots[0], key: "own")!
    let entries = document.entries(of: own)
    #expect(entries.map { document.string($0.key) } == ["b", "<<", "c", "a", "d"])
    #expect(entries.map { document.string($0.value) } == ["0", "quoted", "2", "1", "4"])
    #expect(entries.map { $0.use.map { text(document, $0) } } == [nil, nil, "*more", "*more", nil])
    #expect(document.value(of: own, key: "a").map(document.string) == "1")
    #expect(document.value(of: own, key: "c").map(document.string) == "2")
  }

  @Test func duplicates() {
    let document = parse("a: 1\n\"\\u0061\": 2\n? [x]\n: 3\n? [x]\n: 4\n<<: {}\n<<: {}\nb: 5\na: 6\n")
    let found = document.duplicateKeys(in: document.roots[0])
    #expect(found.map { text(document, $0.again) } == ["\"\\u0061\"", "a"])
    #expect(Set(found.map(\.first)).count == 1)
    #expect(document.value(of: document.roots[0], key: "a").map(document.string) == "1")
  }

  @Test func aliasesReachTheNearestDefinition() {
    let document = parse("- &x 1\n- *x\n- &x 2\n- *x\n- &y [*y]\n---\n- &x 3\n- *x\n")
    let aliases = document.subtree(of: document.roots[0]).filter { document.kind($0) == .alias }
    #expect(aliases.map { document.string(document.resolved($0)) } == ["1", "2", ""])
    #expect(document.kind(document.resolved(aliases[2])) == .sequence)
    #expect(document.parent(of: aliases[2]) == document.target(ofAlias: aliases[2]))
    #expect(parse("- &x 1\n---\n- *x\n").problem?.kind == .undefinedAlias("x"))
  }

  @Test func anchorsAndTags() {
    let document = parse("a: !!str &x 1\nb: &y\n  !own\n  c: &z\nd: !<tag:x,1:y> [ ]\ne: !!null\n")
    let root = document.roots[0]
    func node(_ key: String) -> NodeID { document.value(of: root, key: key)! }
    #expect(document.tag(node("a")) == "tag:yaml.org,2002:str")
    #expect(document.anchor(node("a")) == "x")
    #expect(text(document, node("a")) == "1")
    #expect(document.anchorSpan(node("b")).map(document.source.string) == "&y")
    #expect(document.tagSpan(node("b")).map(document.source.string) == "!own")
    #expect(text(document, node("b")) == "c: &z")
    #expect(document.tag(node("d")) == "tag:x,1:y")
    #expect(document.isUnwritten(node("e")))
    #expect(document.span(node("e")).start == document.tagSpan(node("e"))?.end)
  }

  @Test func nodesAtOffsets() {
    let source = "a: &x 1\nb:\n  - {c: d, e: }\n  # c\nf:\n"
    let document = parse(source)
    func at(_ part: String, _ shift: Int = 0) -> String? {
      let offset = source.utf8.count - source[source.range(of: part)!.lowerBound...].utf8.count + shift
      return document.node(at: UInt32(offset)).map { text(document, $0) }
    }
    #expect(at("1") == "1")
    #expect(at("1", 1) == "1")
    #expect(at("{c") == "{c: d, e: }")
    #expect(at("d,", 1) == "d")
    #expect(at("- {") == "- {c: d, e: }")
    #expect(at("# c") == document.source.string(document.span(document.roots[0])))
    #expect(at("f:", 2) == "")
    let c = document.node(at: 16)!
    #expect(document.path(to: c).map { document.kind($0) } == [.mapping, .sequence, .mapping, .scalar])
    let d = document.node(at: 19)!
    #expect(document.keyNode(ofValue: d) == c)
    #expect(document.keyNode(ofValue: c) == nil)
    #expect(document.parent(of: document.roots[0]) == nil)
  }

  @Test func valuesThatAreNotWrittenStandBehindTheirKey() {
    let document = parse("a:   # c\nb: {c:   , d}\n? e\n\n# x\n")
    let offsets = (0..<document.nodeCount).map { NodeID(rawValue: UInt32($0)) }.filter(document.isUnwritten)
      .map { document.span($0).start }
    #expect(offsets == [2, 15, 21, 26])
  }

  @Test func commentsAnywhere() {
    let document = parse(
      "%YAML 1.1 # directive\n--- # start\na: | # head\n  # text\n # after\nb: [ # in\n 'x#y', z# ]\n... # end\n# last")
    #expect(document.problem == nil)
    #expect(
      document.comments.map(document.source.string) == [
        "# directive", "# start", "# head", "# after", "# in", "# end", "# last",
      ])
    let all = document.comments
    for comment in all { #expect(document.comments(in: comment) == [comment]) }
  }

  @Test func jsonIsReadAsJSONMeansIt() {
    let text = "\t{\n\t\"a\":\"\\ud83d\\ude00\\/\\u4f60\\\\ud83d\",\n\t\"b\":[1,true,null],\"c\":\"\\ud800\" }"
    let document = parse(text)
    #expect(document.problem == nil)
    let root = document.roots[0]
    #expect(document.value(of: root, key: "a").map(document.string) == "😀/你\\ud83d")
    #expect(document.value(of: root, key: "c").map(document.string) == "\u{FFFD}")
    let a = document.value(of: root, key: "a")!
    #expect(document.sourceOffset(inScalar: a, at: 4) == document.span(a).start + 13)
    let plain = parse("a: x\\ud83d\\ude00 # y\nb: '\\ud83d\\ude00'\n")
    #expect(plain.value(of: plain.roots[0], key: "a").map(plain.string) == "x\\ud83d\\ude00")
    #expect(plain.value(of: plain.roots[0], key: "b").map(plain.string) == "\\ud83d\\ude00")
  }
}
