import Testing
import YAMLDocument

@Suite struct SchemaTests {
  @Test func core() {
    let core = ScalarSchema.core
    for text in ["", "~", "null", "Null", "NULL"] { #expect(core.resolve(text) == .null, "\(text)") }
    #expect(core.resolve("True") == .bool(true))
    #expect(core.resolve("FALSE") == .bool(false))
    for text in ["yes", "on", "tRUE", "nUll", "1:30", "0x", "_1", "1_", "1.2.3", "+", "-", ".", "1e", "0b2", "-.5x"] {
      #expect(core.resolve(text) == .string, "\(text)")
    }
    let integers: [(String, Int64?)] = [
      ("0", 0), ("-12", -12), ("+7", 7), ("0x1F", 31), ("0o17", 15), ("017", 17), ("0b11", 3), ("1_000", 1000),
      ("9223372036854775807", .max), ("-9223372036854775808", .min), ("9223372036854775808", nil),
      ("123456789012345678901234567890", nil),
    ]
    for (text, value) in integers { #expect(core.resolve(text) == .integer(value), "\(text)") }
    for (text, value) in [("1.5", 1.5), ("-1e3", -1000), (".5", 0.5), ("1.", 1), ("6.02E+2", 602), (".inf", .infinity)]
    {
      #expect(core.resolve(text) == .float(value), "\(text)")
    }
  }

  @Test func yaml11() {
    let schema = ScalarSchema.yaml11
    #expect(schema.resolve("yes") == .bool(true))
    #expect(schema.resolve("Off") == .bool(false))
    #expect(schema.resolve("y") == .string)
    #expect(schema.resolve("017") == .integer(15))
    #expect(schema.resolve("0o17") == .string)
    #expect(schema.resolve("1:30") == .integer(90))
    #expect(schema.resolve("190:20:30.15") == .float(685_230.15))
    #expect(schema.resolve("1:75") == .string)
    #expect(schema.resolve("1e3") == .string)
    #expect(schema.resolve("1.0e+3") == .float(1000))
    #expect(schema.resolve("089") == .string)
  }

  @Test func json() {
    let schema = ScalarSchema.json
    #expect(schema.resolve("True") == .string)
    #expect(schema.resolve("-0") == .integer(0))
    #expect(schema.resolve("1.5e3") == .float(1500))
    for text in ["01", "+1", ".5", "1.", "0x1", "1_0", "~", ""] { #expect(schema.resolve(text) == .string, "\(text)") }
  }

  @Test func tagsAndQuotesDecide() {
    let text = "[1, '1', !!str 1, !!int '1', !!bool \"true\", !!null x, !!float 1, ! 1, !own 1, &a true, *a, []]"
    let document = YAMLDocument.parse(Array(text.utf8))
    let values = document.children(of: document.roots[0]).map { document.resolve($0, schema: .core) }
    #expect(
      values == [
        .integer(1), .string, .string, .integer(1), .bool(true), .null, .float(1), .string, .string, .bool(true),
        .bool(true), .string,
      ])
  }
}
