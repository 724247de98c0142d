import SourceText
import TestSupport
import Testing
@testable import YAMLDocument

/// A text that is read after a change is read as if nothing had been known of it.
@Suite struct ChangedTextTests {
  @Test(arguments: Array(0..<8)) func generatedDocumentsAfterRandomChanges(_ batch: Int) {
    var spared = 0
    for seed in batch * 40..<(batch + 1) * 40 {
      var random = SeededGenerator(UInt64(seed) &* 6151 &+ 5)
      var yaml = YAMLDocument.parse(DocumentGenerator(seed: UInt64(seed)).bytes)
      for _ in 0..<12 { yaml = change(yaml, &random, &spared) }
    }
    #expect(spared > 40)
  }

  @Test(.enabled(if: Corpus.isPresent)) func realFilesAfterRandomChanges() {
    var spared = 0
    var random = SeededGenerator(11)
    let files = Corpus.files { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    for file in files where file.bytes.count < 40_000 {
      var yaml = YAMLDocument.parse(file.bytes)
      for _ in 0..<4 { yaml = change(yaml, &random, &spared) }
    }
    #expect(spared > 150)
  }

  /// What of a document looks as if it could be read alone, and cannot.
  @Test(arguments: [
    ("a: 1\nb: 2\nc: 3\n", "a: 1\nb: 2\n---\nc: 3\n"),
    ("a: 1\nb: 2\nc: 3\n", "a: 1\nb: 2\n...\nc: 3\n"),
    ("a: 1\nb: 2\nc: 3\n", "a: 1\n%b: 2\nc: 3\n"),
    ("a: 1\nb: 2\nc: 3\n", "a: 1\nb: \"2\nc: 3\n"),
    ("a: 1\nb: 2\nc: 3\n", "a: 1\nb: [2\nc: 3\n"),
    ("a: 1\nb: 2\nc: 3\n", "a: 1\nb: 2c: 3\n"),
    ("a: 1\nb: 2\nc: 3\n", "a: 1\nb\nc: 3\n"),
    ("a: 1\nb: 2\nc: 3\n", "a: 1\n b: 2\nc: 3\n"),
    ("a: 1\nb: 2\nc: 3\n", "a: 1\n? b\nc: 3\n"),
    ("a: 1\nb: 2\nc: 3\n", "a: 1\n: b\nc: 3\n"),
    ("a: 1\n?\n b\n: 2\n", "aa: 1\n?\n b\n: 2\n"),
    ("a: |+\n 1\nb: 2\nc: 3\n", "a: |+\n 1\n\nb: 2\nc: 3\n"),
    ("a:\n  b: 1\n  c: 2\n", "a:\n\n  b: 1\n  c: 2\n"),
    ("a: 1\nb: 2\nc: 3\n", "a: 1\n- b\nc: 3\n"),
    ("a: 1\nb: 2\nc: 3\n", "a: 1\nc: 3\n"),
    ("a: 1\nb: 2\nc: 3\n", "a: 1\nb: &x 2\nc: 3\n"),
    ("a: &x 1\nb: 2\nc: 3\n", "a: &x 1\nb: *x\nc: 3\n"),
    ("a: 1\nb: 2\nc: 3\n", "a: 1\nb: !!str 2\nc: 3\n"),
    ("a: {k: 1}\nb: 2\n", "a: {k: 1}\n<<: {z: 2}\n"),
    ("a: 1\nb: 2\nc: 3\n", "\u{FEFF}a: 1\nb: 2\nc: 3\n"),
    ("a: 1\nb: 2\nc: 3\n", "a: 1\nb: |+\n 2\n\n\nc: 3\n"),
    ("a: 1\nb: |\n  2\nc: 3\n", "a: 1\nb: |\n  2\n    \nc: 3\n"),
    ("a:\n- b: 1\n  c: 2\n  d: 3\n- e\n", "a:\n- b: 1\n  c: 2\n- f\n  d: 3\n- e\n"),
    ("a:\n  b:\n    c: 1\n", "a:\n  b:\n    c: \"\\ud83d\\ude00\"\n"),
    ("a:\n  b:\n    c: 1\n", "a:\n  b:\n    c:\n"),
    ("a:\n  b:\n    c: 1\n", "a:\n  b:\n    c: {}\n# end"),
    ("a:\n  b:\n    c: 1\n  # end\n", "a:\n  b:\n    c: 1\n  # ends\n"),
    ("{a: 1}: 1\nb: 2\nc: 3\n", "{a: 1}: 1\nb: \"\\ud83d\"\nc: 3\n"),
    ("a: 1\r\nb: 2\r\nc: 3\r\n", "a: 1\r\nb: 22\r\nc: 3\r\n"),
    ("a: 1\rb: 2\rc: 3\r", "a: 1\rb: 22\rc: 3\r"),
  ])
  func changesThatReachFurther(_ before: String, _ after: String) {
    let yaml = YAMLDocument.parse(Array(after.utf8), after: YAMLDocument.parse(Array(before.utf8)))
    #expect(Outline(yaml) == Outline(YAMLDocument.parse(Array(after.utf8))))
  }

  @Test func limitsHoldInTheWholeText() {
    var limits = Limits()
    limits.depth = 4
    let before = YAMLDocument.parse(Array("a: {b: {c: 1}}\nd: {e: 1}\n".utf8), limits: limits)
    for text in ["a: {b: {c: {z: 1}}}\nd: {e: 1}\n", "a: {b: {c: {z: [1]}}}\nd: {e: 1}\n"] {
      let bytes = Array(text.utf8)
      let known = Outline(YAMLDocument.parse(bytes, limits: limits))
      #expect(Outline(YAMLDocument.parse(bytes, after: before, limits: limits)) == known)
    }
  }

  /// Changes some bytes and compares the text as it is read then with the same text read anew.
  private func change(_ yaml: YAMLDocument, _ random: inout SeededGenerator, _ spared: inout Int) -> YAMLDocument {
    var bytes = yaml.source.bytes
    let place = Int.random(in: 0...bytes.count, using: &random)
    let removed =
      random.oneIn(2) ? 0 : min(bytes.count - place, Int.random(in: 0..<(random.oneIn(4) ? 60 : 4), using: &random))
    let added = random.oneIn(3) ? "" : random.pick(Self.additions)
    bytes.replaceSubrange(place..<place + removed, with: Array(added.utf8))
    let after = YAMLDocument.parse(bytes, after: yaml)
    let isSame = Outline(after) == Outline(YAMLDocument.parse(bytes))
    let context: Comment =
      "\(String(decoding: yaml.source.bytes, as: UTF8.self))\n=====\n\(String(decoding: bytes, as: UTF8.self))"
    #expect(isSame, context)
    if ChangedText(yaml, bytes, .standard)?.table != nil { spared += 1 }
    // A broken text spares nothing: go on from the one that could be read.
    return after.problem == nil ? after : yaml
  }

  private static let additions = [
    "x", "é", "😀", " ", "  ", "\t", "\n", "\n\n", "\n  ", "\r\n", "\u{85}", ": ", "- ", "? ", "# ", "'", "\"", "\\",
    "|\n", ">-\n", "[", "]", "{", "}", ",", "&", "*", "!", "%", "---\n", "...\n", "<<: ", "key: value\n",
    "  key: value\n", "\n    key: [1, 2]\n", "~", "null", "${x}", "\"\\ud83d\\ude00\"",
  ]
}

/// All that a document shows of its nodes.
private struct Outline: Equatable {
  struct Entry: Equatable {
    let kind: NodeKind
    let style: ScalarStyle
    let span: ByteSpan
    let value: [UInt8]
    let marks: [Bool]
    let anchor: String?
    let tag: String?
    let target: NodeID?
    let children: [NodeID]
  }

  let entries: [Entry]
  let roots: [NodeID]
  let problem: String?

  init(_ yaml: YAMLDocument) {
    roots = yaml.roots
    problem = yaml.problem.map { "\($0)" }
    entries = (0..<UInt32(yaml.nodeCount)).map { index in
      let node = NodeID(rawValue: index)
      return Entry(
        kind: yaml.kind(node), style: yaml.style(node), span: yaml.span(node), value: Array(yaml.scalar(node)),
        marks: [
          yaml.isFlow(node), yaml.isBracelessPair(node), yaml.isKey(node), yaml.keyNode(ofValue: node) != nil,
          yaml.isNull(node, schema: .core), yaml.mayHoldBrace(node), yaml.isBlank(node),
        ],
        anchor: yaml.anchor(node), tag: yaml.tag(node), target: yaml.target(ofAlias: node),
        children: Array(yaml.children(of: node)))
    }
  }
}
