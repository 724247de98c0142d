/// Writes values on one line, or as block lines.
struct ValueWriter {
  /// A line of block text: its column, and what stands there.
  struct Line {
    var column: Int
    var text: String
  }

  /// How deep a nested mapping stands below its key.
  var indentStep = 2
  /// How deep a list stands below its key.
  var sequenceOffset = 2
  /// Whether keys stand in double quotes.
  var quotesKeys = false
  /// Between a key and its value in flow style.
  var colon = ": "
  /// Between the items of a flow collection.
  var comma = ", "

  private static let flowListWidth = 72

  func key(_ key: String, in place: ScalarWriter.Place) -> String {
    ScalarWriter.text(key, like: quotesKeys ? .doubleQuoted : .plain, in: place)
  }

  /// A value on one line.
  /// - Parameter style: for a text, the form that is tried first.
  func inline(_ value: NewValue, like style: ScalarStyle = .plain, in place: ScalarWriter.Place) -> String {
    let inner: ScalarWriter.Place = place == .json ? .json : .flow
    switch value {
    case .string(let text): return ScalarWriter.text(text, like: style, in: place)
    case .integer(let number): return String(number)
    case .boolean(let flag): return flag ? "true" : "false"
    case .list(let items): return "[" + items.map { inline($0, in: inner) }.joined(separator: comma) + "]"
    case .map(let entries):
      return "{" + entries.map { entry($0, in: inner) }.joined(separator: comma) + "}"
    }
  }

  /// An entry of a flow mapping.
  func entry(_ entry: NewEntry, in place: ScalarWriter.Place) -> String {
    key(entry.key, in: place) + colon + inline(entry.value, in: place)
  }

  /// Entries of a block mapping.
  func lines(of entries: [NewEntry], at column: Int, prefersFlow: Bool) -> [Line] {
    entries.flatMap { entry -> [Line] in
      let head = key(entry.key, in: .block) + ":"
      guard !prefersFlow, isBlock(entry.value) else {
        return [Line(column: column, text: head + " " + inline(entry.value, in: .block))]
      }
      return [Line(column: column, text: head)] + nested(entry.value, below: column)
    }
  }

  /// Items of a block list.
  func lines(ofItems items: [NewValue], at column: Int, gap: Int = 2, prefersFlow: Bool) -> [Line] {
    items.flatMap { item -> [Line] in
      let dash = "-" + String(repeating: " ", count: gap - 1)
      guard !prefersFlow, isBlock(item) else {
        return [Line(column: column, text: dash + inline(item, in: .block))]
      }
      var inner = nested(item, below: column, at: column + gap)
      inner[0] = Line(column: column, text: dash + inner[0].text)
      return inner
    }
  }

  /// The lines of a collection that stands below a key or behind a dash.
  func nested(_ value: NewValue, below column: Int, at inner: Int? = nil) -> [Line] {
    switch value {
    case .list(let items): lines(ofItems: items, at: inner ?? column + sequenceOffset, prefersFlow: false)
    case .map(let entries): lines(of: entries, at: inner ?? column + indentStep, prefersFlow: false)
    case .string, .integer, .boolean: []
    }
  }

  /// Whether a value is written as block lines where both forms are possible: mappings, and lists that hold any or are
  /// too long for a line.
  func isBlock(_ value: NewValue) -> Bool {
    guard value.isFilledCollection else { return false }
    guard case .list(let items) = value else { return true }
    return items.contains { $0.isFilledCollection } || inline(value, in: .block).utf8.count > Self.flowListWidth
  }
}
