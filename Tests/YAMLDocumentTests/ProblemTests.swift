import SourceText
import Testing
import YAMLDocument
import TestSupport

@Suite struct ProblemTests {
  /// Text, the part that the problem must stand at, the hint.
  static let accidents: [(text: String, at: String, hint: SyntaxHint?)] = [
    ("a: 1\nb: @x\n", "@", .unquotedAt),
    ("a: `x`\n", "`", .unquotedBacktick),
    ("host: *.example.com\n", ".", .unquotedAsterisk),
    ("host: *none\n", "*none", .unquotedAsterisk),
    ("accept: */*\n", "/", .unquotedAsterisk),
    ("a: &/x\n", "/", .unquotedAmpersand),
    ("a: %x\n", "%", .unquotedPercent),
    ("a:b\nc: 1\n", "a", .missingBlankAfterColon),
    ("x: 1\nkey:value\nc: 1\n", "k", .missingBlankAfterColon),
    ("a: b: c\n", ":", .unquotedColon),
    ("a: 1\n  b: 2\n", ":", .indentedUnderScalar),
    ("a:\n  - b: 1\n\tc: 2\n", "\t", .tabIndentation),
    ("a:\n\tb: 1\n", "\t", .tabIndentation),
    ("a: \"x\nb: 1\n", "\"", .unclosedQuote),
    ("a: 'x\nb: 1\n", "'", .unclosedQuote),
    ("a: 'x' y\n", "y", .textAfterQuote),
    ("a: \"\\d\"\n", "\\", .backslashInDoubleQuotes),
    ("a: {{ x }}-y\n", "-", .unquotedTemplate),
    ("a: 1\n<<<<<<< HEAD\nb: 2\n", "<", .mergeConflict),
    ("a: [1, 2\nb: 3\n", ":", nil),
    ("网关: 😀\nb: @x\n", "@", .unquotedAt),
  ]

  @Test(arguments: accidents.indices) func standsAtTheCause(index: Int) throws {
    let (text, place, hint) = Self.accidents[index]
    for prefix in ["", "\u{FEFF}", "# 网关 😀\r\n"] {
      let document = YAMLDocument.parse(Array((prefix + text).utf8))
      let problem = try #require(document.problem, "\(text)")
      let there = document.source.string(ByteSpan(problem.span.start, UInt32(document.source.bytes.count)))
      #expect(there.hasPrefix(place), "\(text) at \(there) \(problem.kind)")
      #expect(problem.hint == hint, "\(text) \(problem.kind)")
    }
  }

  @Test func encodings() {
    func problem(_ bytes: [UInt8]) -> SyntaxProblem? { YAMLDocument.parse(bytes).problem }
    #expect(problem([0xFF, 0xFE, 0x61, 0])?.kind == .encoding(.utf16))
    #expect(problem([0xFE, 0xFF, 0, 0x61])?.kind == .encoding(.utf16))
    #expect(problem([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0])?.kind == .encoding(.utf32))
    let latin = problem(Array("网: a\nb: caf".utf8) + [0xE9, 0x0A, 0x78])
    #expect(latin?.kind == .encoding(.invalidUTF8))
    #expect(latin?.span == ByteSpan(14, 15))
    let bell = problem([0xEF, 0xBB, 0xBF] + Array("a: b\nc: \u{7}".utf8))
    #expect(bell?.kind == .encoding(.forbiddenCharacter(7)))
    #expect(bell?.span == ByteSpan(11, 12))
    #expect(problem(Array("a: \0".utf8))?.kind == .encoding(.forbiddenCharacter(0)))
    #expect(problem(Array("a: b".utf8) + [0xE4])?.kind == .encoding(.invalidUTF8))
  }

  @Test func nothingToReadIsNoProblem() {
    for text in ["", "\u{FEFF}", "# only\n# 网关", "\n\n", "\r\n"] {
      let document = YAMLDocument.parse(Array(text.utf8))
      #expect(document.problem == nil, "\(text)")
      #expect(document.roots.isEmpty, "\(text)")
    }
  }

  @Test func whatWasReadBeforeAProblemIsKept() {
    let document = YAMLDocument.parse(Array("a: 1\nb:\n  c: [x, {d: 1\nz: @\n".utf8))
    #expect(document.problem != nil)
    expectSoundTree(document, "cut")
    #expect(document.value(of: document.roots[0], key: "a").map(document.string) == "1")
    let cut = YAMLDocument.parse(Array("a: 1\nb: @\n".utf8))
    #expect(cut.value(of: cut.roots[0], key: "b").map(cut.isUnwritten) == true)
  }

  @Test func anyCutOfADocumentIsReadWithoutATrap() {
    for seed in 0..<40 {
      var random = SeededGenerator(UInt64(seed))
      var bytes = DocumentGenerator(seed: UInt64(seed), isJSON: seed % 4 == 0).bytes
      for _ in 0..<20 {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.removeLast(min(bytes.count, Int.random(in: 0...20, using: &random)))
        case 1 where !bytes.isEmpty:
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        default:
          bytes.insert(
            random.pick(Array("{}[]:#&*!|>'\"%@\t\n- ".utf8)), at: Int.random(in: 0...bytes.count, using: &random))
        }
        let document = YAMLDocument.parse(bytes)
        expectSoundProblem(document, "seed \(seed)")
        expectSoundTree(document, "seed \(seed)")
        _ = document.comments
        _ = document.node(at: UInt32(bytes.count / 2))
      }
    }
  }
}
