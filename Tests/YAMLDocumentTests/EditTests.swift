import SourceText
import Testing
import YAMLDocument

/// Edits as a reader of the file would make them by hand.
@Suite struct EditTests {
  private func edited(_ text: String, _ body: (YAMLEditor, YAMLDocument) throws -> [ByteEdit]) rethrows -> String {
    let yaml = YAMLDocument.parse(Array(text.utf8))
    var result: [UInt8] = []
    var place = 0
    for edit in try body(YAMLEditor(yaml), yaml) {
      result += yaml.source.bytes[place..<Int(edit.span.start)]
      result += Array(edit.text.utf8)
      place = Int(edit.span.end)
    }
    return String(decoding: result + yaml.source.bytes[place...], as: UTF8.self)
  }

  /// The node at a path of keys and item numbers.
  private func node(_ yaml: YAMLDocument, _ path: String) -> NodeID {
    path.split(separator: ".").reduce(yaml.roots[0]) { node, step in
      Int(step).map { Array(yaml.children(of: node))[$0] } ?? yaml.value(of: node, key: String(step))!
    }
  }

  @Test(arguments: [
    ("a:\n  b: 1 # one\n  # last\nc: 2\n", "a", "a:\n  b: 1 # one\n  new: v\n  # last\nc: 2\n"),
    ("a:\n  b: 1", "a", "a:\n  b: 1\n  new: v"),
    ("a:\r\n    b: 1\r\n", "a", "a:\r\n    b: 1\r\n    new: v\r\n"),
    ("- b: 1\n- c: 2\n", "0", "- b: 1\n  new: v\n- c: 2\n"),
    ("a: {b: 1}\n", "a", "a: {b: 1, new: v}\n"),
    ("a: {}\n", "a", "a: {new: v}\n"),
    ("a: { }\n", "a", "a: { new: v }\n"),
    ("{\"a\": {\"b\": 1}}", "a", "{\"a\": {\"b\": 1, \"new\": \"v\"}}"),
    ("{\"a\":{\"b\":1,\"c\":2}}", "a", "{\"a\":{\"b\":1,\"c\":2,\"new\":\"v\"}}"),
    ("{\"a\":{\"b\":1}}", "a", "{\"a\":{\"b\":1,\"new\":\"v\"}}"),
    ("{\"a\":{\"b\":1},\"c\":2}", "a", "{\"a\":{\"b\":1,\"new\":\"v\"},\"c\":2}"),
    ("{\"a\":{\"b\":1}, \"c\":2}", "a", "{\"a\":{\"b\":1, \"new\":\"v\"}, \"c\":2}"),
    ("{\n  \"c\": 2,\n  \"a\": {\"b\":1}\n}", "a", "{\n  \"c\": 2,\n  \"a\": {\"b\":1,\"new\":\"v\"}\n}"),
    ("{\"a\":{}}", "a", "{\"a\":{\"new\":\"v\"}}"),
    ("a: {\"b\":1}\n", "a", "a: {\"b\":1,\"new\":\"v\"}\n"),
    ("a: {b: 1}\n", "a", "a: {b: 1, new: v}\n"),
    ("{\n  \"a\": {\n    \"b\": 1\n  }\n}\n", "a", "{\n  \"a\": {\n    \"b\": 1,\n    \"new\": \"v\"\n  }\n}\n"),
    ("a: {\n  b: 1 # one\n}\n", "a", "a: {\n  b: 1, # one\n  new: v\n}\n"),
    ("a: {\n  b: 1, # one\n}\n", "a", "a: {\n  b: 1, # one\n  new: v,\n}\n"),
    ("a:\n  b: |+\n    text\n\nc: 1\n", "a", "a:\n  b: |+\n    text\n\n  new: v\nc: 1\n"),
    ("a:\n  b: |\n    text", "a", "a:\n  new: v\n  b: |\n    text"),
    ("a:\n  ? b\n  : 1\n", "a", "a:\n  ? b\n  : 1\n  new: v\n"),
    ("\u{FEFF}a:\n  b: 1\t# tab\n", "a", "\u{FEFF}a:\n  b: 1\t# tab\n  new: v\n"),
  ])
  func anEntryIsAddedInTheStyleOfItsMapping(_ before: String, _ path: String, _ after: String) throws {
    #expect(try edited(before) { try $0.insert([NewEntry("new", .string("v"))], into: node($1, path)) } == after)
  }

  @Test(arguments: [
    ("l:\n- a: 1\n  b: 2\n", "l:\n- a: 1\n  b: 2\n- new: v\n  m: 3\n"),
    ("l:\n  -   a: 1\n", "l:\n  -   a: 1\n  -   new: v\n      m: 3\n"),
    ("l:\n  - {a: 1}\n", "l:\n  - {a: 1}\n  - {new: v, m: 3}\n"),
    ("l: [{a: 1}]\n", "l: [{a: 1}, {new: v, m: 3}]\n"),
    ("l: []\n", "l: [{new: v, m: 3}]\n"),
    ("l: [{\"a\": \"x\"}]\n", "l: [{\"a\": \"x\"}, {\"new\": \"v\", \"m\": 3}]\n"),
  ])
  func anItemIsAddedInTheStyleOfItsList(_ before: String, _ after: String) throws {
    let item = NewValue.map([NewEntry("new", .string("v")), NewEntry("m", .integer(3))])
    #expect(try edited(before) { try $0.insert(items: [item], into: node($1, "l")) } == after)
  }

  @Test(arguments: [
    ("a: 1\n# own\nb: 2 # too\nc: 3\n", "b", "a: 1\nc: 3\n"),
    ("a: 1\n# other\n\nb: 2\nc: 3\n", "b", "a: 1\n# other\n\nc: 3\n"),
    ("# head of the file\na: 1\nb: 2\n", "a", "# head of the file\nb: 2\n"),
    ("k:\n  a: 1\nb: 2\n", "k.a", "k: {}\nb: 2\n"),
    ("k: # stays\n  a: 1\nb: 2\n", "k.a", "k: {} # stays\nb: 2\n"),
    ("- a: 1\n  b: 2\n", "0.a", "- b: 2\n"),
    ("- a\n- b\n", "1", "- a\n"),
    ("k: {a: 1, b: 2, c: 3}\n", "k.b", "k: {a: 1, c: 3}\n"),
    ("k: {a: 1, b: 2}\n", "k.b", "k: {a: 1}\n"),
    ("k: {a: 1}\n", "k.a", "k: {}\n"),
    ("{\n  \"a\": 1,\n  \"b\": 2\n}\n", "b", "{\n  \"a\": 1\n}\n"),
    ("{\n  \"a\": 1,\n  \"b\": 2\n}\n", "a", "{\n  \"b\": 2\n}\n"),
    ("k: [\n  a, # one\n  b  # two\n]\n", "k.1", "k: [\n  a # one\n]\n"),
    ("a: 1\nb:\n  c: 2\n  # deeper\nd: 3\n", "b", "a: 1\nd: 3\n"),
  ])
  func anEntryGoesWithItsOwnComments(_ before: String, _ path: String, _ after: String) throws {
    #expect(try edited(before) { try $0.remove(node($1, path)) } == after)
  }

  @Test(arguments: [
    ("a: old # c\n", "new", "a: new # c\n"),
    ("a: 'old'\n", "it's", "a: 'it''s'\n"),
    ("a: \"old\"\n", "say \"x\"", "a: \"say \\\"x\\\"\"\n"),
    ("a: old\n", "true", "a: 'true'\n"),
    ("a: old\n", "a: b", "a: 'a: b'\n"),
    ("a: [old]\n", "x", "a: x\n"),
    ("a:\n", "x", "a: x\n"),
    ("a: # c\n", "x", "a: x # c\n"),
    ("a: |\n  one\n  two\nb: 1\n", "x", "a: x\nb: 1\n"),
    ("a: | # c\n  one\nb: 1\n", "x", "a: x # c\nb: 1\n"),
    ("a: |\n  one\n", "two\nthree\n", "a: |\n  two\n  three\n"),
    ("{\"a\": \"old\"}\n", "x", "{\"a\": \"x\"}\n"),
    ("a: &n old\n", "x", "a: &n x\n"),
    ("a:\n  b: 1\nc: 2\n", "x", "a: x\nc: 2\n"),
  ])
  func aTextTakesThePlaceOfAValue(_ before: String, _ text: String, _ after: String) throws {
    #expect(try edited(before) { try $0.replace(node($1, "a"), with: .string(text)) } == after)
  }

  @Test(arguments: [
    ("a: {x: 1, y: [true, null]}\n", "a: '{\"x\":1,\"y\":[true,null]}'\n"),
    ("a:\n  x: it's\nb: 1\n", "a: '{\"x\":\"it''s\"}'\nb: 1\n"),
    ("a: # c\n  x: 0x1f\nb: 1\n", "a: '{\"x\":31}' # c\nb: 1\n"),
    ("a: 200\n", "a: '200'\n"),
    ("{\"a\": {\"x\": 1}}\n", "{\"a\": \"{\\\"x\\\":1}\"}\n"),
  ])
  func aValueBecomesItsJSONText(_ before: String, _ after: String) throws {
    #expect(try edited(before) { try $0.writeAsText(node($1, "a")) } == after)
  }

  @Test(arguments: [
    ("a: x\n", "a: [x]\n"), ("a: 'x, y'\n", "a: ['x, y']\n"), ("a: x, y\n", "a: ['x, y']\n"),
    ("a:\n  b: 1\n  c: |\n    t\nd: 1\n", "a:\n  - b: 1\n    c: |\n      t\nd: 1\n"),
  ])
  func aValueGoesIntoAList(_ before: String, _ after: String) throws {
    #expect(try edited(before) { try $0.wrapInList(node($1, "a")) } == after)
  }

  @Test(arguments: [
    ("a: [x]\n", "a: x\n"), ("a:\n- x\n", "a: x\n"), ("a:\n  - b: 1\n    c: 2\n", "a:\n    b: 1\n    c: 2\n"),
  ])
  func theOnlyItemComesOutOfItsList(_ before: String, _ after: String) throws {
    #expect(try edited(before) { try $0.unwrapList(node($1, "a")) } == after)
  }

  @Test func anEntryMovesWithItsComments() throws {
    let before = "api:\n  back:\n    url: x\n    # why\n    time: # s\n      - 1\n  cors: true\n"
    let after = "api:\n  back:\n    url: x\n  cors: true\n  # why\n  timeout: # s\n    - 1\n"
    #expect(
      try edited(before) { editor, yaml in
        let key = yaml.pairs(of: node(yaml, "api.back")).first { yaml.isScalar($0.key, equalTo: "time") }!.key
        return try editor.move(entryOf: key, into: node(yaml, "api"), as: "timeout").sorted { $0.span < $1.span }
      } == after)
  }

  @Test(arguments: [
    ("a: &n old\nb: *n\n", EditRefusal.sharedValue), ("b: &n {a: 1}\nc: *n\na: *n\n", .sharedValue),
    ("a: !own old\n", .tagged), ("a:\n  b: 1 # c\n  d: 2\n", .losesComment),
  ])
  func whereNoEditIsCertainNoneIsMade(_ text: String, _ refusal: EditRefusal) {
    #expect(throws: refusal) { try edited(text) { try $0.replace(node($1, "a"), with: .integer(1)) } }
  }

  @Test func aKeyThatIsThereAlreadyIsNotWrittenAgain() {
    #expect(throws: EditRefusal.duplicateKey) {
      try edited("a: 1\nb: 2\n") { try $0.rename($1.keyNode(ofValue: node($1, "a"))!, to: "b") }
    }
  }
}
