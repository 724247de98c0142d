import Foundation
import SourceText
import Testing
import YAMLDocument

@Suite struct SuiteTests {
  @Test func readsScalarsWithTheirSpans() {
    let document = YAMLDocument.parse(Array("a: 'it''s'\nb: [1, x]\n".utf8))
    #expect(document.problem == nil)
    let root = document.roots[0]
    let value = document.value(of: root, key: "a")
    #expect(value.map(document.string) == "it's")
    #expect(value.map { document.source.string(document.span($0)) } == "'it''s'")
    #expect(document.value(of: root, key: "b").map { document.source.string(document.span($0)) } == "[1, x]")
  }
}
