import SourceText
import Testing
import YAMLDocument

@Suite struct SpanTests {
  @Test(arguments: [false, true]) func nodesAndCommentsAreWhereTheyWereWritten(isJSON: Bool) {
    for seed in 0..<1500 {
      let generated = DocumentGenerator(seed: UInt64(seed), isJSON: isJSON)
      let document = YAMLDocument.parse(generated.bytes)
      guard document.problem == nil else {
        Issue.record("seed \(seed): \(document.problem!)\n\(String(decoding: generated.bytes, as: UTF8.self))")
        return
      }
      let read = (0..<document.nodeCount).map { expected(document, NodeID(rawValue: UInt32($0))) }
      if read != generated.nodes {
        let text = String(decoding: generated.bytes, as: UTF8.self)
        let first = zip(read, generated.nodes).first { $0 != $1 }
        Issue.record("seed \(seed): \(String(describing: first))\n\(text)")
        return
      }
      #expect(document.comments == generated.comments, "seed \(seed)")
      expectSoundTree(document, "seed \(seed)")
    }
  }

  private func expected(_ document: YAMLDocument, _ node: NodeID) -> DocumentGenerator.Expected {
    DocumentGenerator.Expected(
      kind: document.kind(node), span: document.span(node), style: document.style(node),
      isFlow: document.isFlow(node), value: document.string(node), anchor: document.anchor(node),
      tag: document.tag(node))
  }
}
