import SourceText
import Testing

@testable import YAMLDocument

@Suite struct SuiteTests {
  /// Cases of the suite (YAML 1.2) in which the parser, made for YAML 1.1, goes its own way.
  static let deviations: [String: String] = [
    "refuses keys or values that are not written at all":
      "2JQS 6M2F CFD4 FRK4 NHX8 NKF9 S3PD SM9W/01 UKK6/00 M2N8/00 HM87/00 4ABK",
    "knows %YAML 1.1, 1.2 and %TAG only, and reads % before --- as a directive":
      "2LFX 6LVF BEC7 MUS6/05 MUS6/06 W4TN",
    "takes letters, digits, - and _ only in anchors":
      "2SXE 8XYN W5VH Y2GN",
    "does not take a colon at the beginning of a line in a flow mapping":
      "4MUZ/00 4MUZ/01 4MUZ/02 5MUD K3WX NJ66 VJP3/01 UT92 9SA2",
    "takes a colon or question mark before a flow entry for an indicator":
      "58MP 5T43 DBG4 652Z HM87/01",
    "does not take tabs as white space before or between tokens":
      "6BCT 96NN/00 96NN/01 A2M4 DK95/00 DK95/03 DK95/04 R4YG Y79Y/001 Y79Y/010",
    "wants --- behind ...":
      "7Z25 HWV9 M7A3 QT73",
    "does not take block scalars without indentation":
      "DK3J FP8R",
    "counts a last line of blanks without line end otherwise":
      "JEF9/02 L24T/01",
    "does not check the indentation of flow collections and quoted scalars":
      "9C9N QB6E DK95/01 Y79Y/003",
    "takes directives without the document end before":
      "9HCY EB22 RHX7",
    "takes a comment without white space before":
      "9JBA CVW2 SU5Z X4QW",
    "takes a dash in a flow sequence for text":
      "G5U8 YJV2",
    "takes any text behind a %YAML version":
      "MUS6/00 MUS6/01",
    "does not check empty lines before a block scalar":
      "S98Z",
  ]

  @Test(.enabled(if: Corpus.isPresent)) func readsWhatTheParserTakesAsTheSuiteSays() {
    let deviating = Set(Self.deviations.values.flatMap { $0.split(separator: " ").map(String.init) })
    let files = Corpus.files(below: "yaml-test-suite") { _ in true }
    let texts = Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.bytes) })
    var seen: Set<String> = []
    for (name, bytes) in files where name.hasSuffix("/in.yaml") {
      let test = String(name.dropLast("/in.yaml".count))
      seen.insert(test)
      let document = YAMLDocument.parse(bytes)
      expectSoundProblem(document, test)
      let isRefused = texts[test + "/error"] != nil
      let wanted = String(decoding: texts[test + "/test.event"] ?? [], as: UTF8.self).split(separator: "\n")
        .map(String.init).filter { !["+STR", "-STR", "+DOC", "-DOC"].contains($0.prefix(4)) }
      let isAsWanted = isRefused ? document.problem != nil : document.problem == nil && events(of: document) == wanted
      #expect(isAsWanted != deviating.contains(test), "\(test)")
    }
    #expect(deviating.isSubset(of: seen))
  }

  @Test(.enabled(if: Corpus.isPresent)) func readsAllFilesOfTheCorpus() {
    for (name, bytes) in Corpus.files(where: isDocument) where !name.hasPrefix("yaml-test-suite") {
      let document = YAMLDocument.parse(bytes)
      expectSoundProblem(document, name)
      expectSoundTree(document, name)
    }
  }

  private func isDocument(_ name: String) -> Bool {
    [".yaml", ".yml", ".json"].contains { name.hasSuffix($0) }
  }
}

/// A problem stands on characters of the text.
func expectSoundProblem(_ document: YAMLDocument, _ name: String) {
  guard let problem = document.problem else { return }
  let bytes = document.source.bytes
  #expect(Int(problem.span.end) <= bytes.count, "\(name)")
  #expect(!problem.span.isEmpty || Int(problem.span.start) == bytes.count, "\(name)")
  if case .encoding = problem.kind { return }
  if problem.span.start < bytes.count { #expect(bytes[Int(problem.span.start)] & 0xC0 != 0x80, "\(name)") }
}

/// What holds for every tree: spans nest and follow one another, and values can be found in the source again.
func expectSoundTree(_ document: YAMLDocument, _ name: String) {
  var lastEnd: UInt32 = 0
  for index in 0..<document.nodeCount {
    let node = NodeID(rawValue: UInt32(index))
    let span = document.span(node)
    for child in document.children(of: node) {
      #expect(span.contains(document.span(child)), "\(name) \(span)")
    }
    guard document.kind(node) == .scalar || document.kind(node) == .alias else { continue }
    #expect(span.start >= lastEnd, "\(name) \(span)")
    lastEnd = span.end
    expectSoundPositions(document, node, name)
  }
}

/// Offsets of a value lead to places within the scalar, in order, and to the same byte where it stands unescaped.
private func expectSoundPositions(_ document: YAMLDocument, _ node: NodeID, _ name: String) {
  guard document.kind(node) == .scalar else { return }
  let value = Array(document.scalar(node))
  #expect(document.replay(node).value == value, "\(name) \(document.span(node))")
  let span = document.span(node)
  var last = span.start
  for offset in stride(from: 0, through: value.count, by: max(1, value.count / 20)) {
    let place = document.sourceOffset(inScalar: node, at: offset)
    #expect(place >= last && place <= span.end, "\(name) \(span) +\(offset)")
    last = place
    guard offset < value.count, (0x61...0x7A).contains(value[offset]), place < span.end else { continue }
    let there = document.source.bytes[Int(place)]
    #expect(there == value[offset] || there == UInt8(ascii: "\\"), "\(name) \(span) +\(offset)")
  }
}
