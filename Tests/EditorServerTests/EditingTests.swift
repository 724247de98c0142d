import Engine
import Linting
import Rules
import SourceText
import Testing
import TestSupport

@testable import EditorServer

/// Random sessions against a fresh lint of the same text.
@Suite struct EditingTests {
  private static let pieces = [
    "paths:\n", "  /m:\n", "    get:\n", "      operationId: m\n", "      x-apigw-backend: {ServiceType: MOCK}\n",
    "      x-apigw-cors: true\n", "😀", "é", "网关", "\n", "  ", "#", ": ", "- ", "{", "}", "x-apigw-timeout: 1\n", "'",
  ]

  struct Place {
    let line: Int
    let character: Int
    let index: String.UnicodeScalarIndex
  }

  /// A position and the offset it means, counted by the text itself.
  private static func positions(in text: String) -> [Place] {
    var result: [Place] = []
    var line = 0
    var character = 0
    for index in text.unicodeScalars.indices {
      result.append(Place(line: line, character: character, index: index))
      let scalar = text.unicodeScalars[index]
      if scalar == "\n" {
        (line, character) = (line + 1, 0)
      } else {
        character += String(scalar).utf16.count
      }
    }
    result.append(Place(line: line, character: character, index: text.unicodeScalars.endIndex))
    return result
  }

  @Test(arguments: 0..<12) func diagnosticsAreAlwaysThoseOfAFreshLint(_ seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let client = try EditorClient()
    let uris = ["file:///t/a.yaml", "untitled:b", "file:///t/c%20d.yaml"]
    var texts: [String: String] = [:]
    var shown: [String: [String]] = [:]
    for step in 0..<120 {
      let uri = uris.randomElement(using: &random)!
      if let text = texts[uri], Int.random(in: 0..<12, using: &random) > 0 {
        let places = Self.positions(in: text)
        let first = Int.random(in: 0..<places.count, using: &random)
        let last = min(places.count - 1, first + Int.random(in: 0..<6, using: &random))
        let piece = Self.pieces.randomElement(using: &random)!
        try client.change(uri, version: step, from: places[first], to: places[last], by: piece)
        let head = String(text.unicodeScalars[..<places[first].index])
        let tail = String(text.unicodeScalars[places[last].index...])
        texts[uri] = head + piece + tail
      } else if texts[uri] != nil {
        try client.notify("textDocument/didClose", ["textDocument": ["uri": uri]])
        texts[uri] = nil
      } else {
        let text = Self.pieces.prefix(Int.random(in: 0...6, using: &random)).joined()
        try client.open(uri, text)
        texts[uri] = text
      }
      for (uri, diagnostics) in try client.pushed() {
        shown[uri] = texts[uri] == nil ? nil : diagnostics.map { "\($0["code"] ?? "") \($0["message"] ?? "")" }
        if texts[uri] == nil { #expect(diagnostics.isEmpty) }
      }
      for (uri, text) in texts {
        let key = client.key(uri)
        let fresh = client.linter.lint([InputText(display: key, bytes: Array(text.utf8), isNamed: false)])
        let codes = fresh.diagnostics.map(\.rule)
        #expect(shown[uri]?.map { String($0.prefix { $0 != " " }) } == codes, "seed \(seed), step \(step)")
      }
      #expect(Set(shown.keys) == Set(texts.keys))
    }
  }
}
