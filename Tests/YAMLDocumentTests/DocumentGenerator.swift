import SourceText
import YAMLDocument
import TestSupport

/// Writes random documents and notes where every node and comment stands.
struct DocumentGenerator {
  /// A node as it must be read.
  struct Expected: Equatable {
    var kind: NodeKind
    var span: ByteSpan
    var style = ScalarStyle.plain
    var isFlow = false
    var value: String = ""
    var anchor: String?
    var tag: String?
  }

  private(set) var bytes: [UInt8] = []
  private(set) var nodes: [Expected] = []
  private(set) var comments: [ByteSpan] = []
  private var random: SeededGenerator
  private let lineEnd: String
  private let isJSON: Bool
  private var anchors: [String] = []
  private var keyCount = 0

  /// A document from a seed; `isJSON` keeps to what JSON allows.
  init(seed: UInt64, isJSON: Bool = false) {
    random = SeededGenerator(seed)
    self.isJSON = isJSON
    lineEnd = random.oneIn(4) ? "\r\n" : "\n"
    if random.oneIn(4) { bytes += [0xEF, 0xBB, 0xBF] }
    if isJSON {
      flow(depth: 0, indent: 0)
      return
    }
    if random.oneIn(3) { comment("# 网关 😀 é"); newLine() }
    if random.oneIn(4) { write("---"); newLine() }
    blockCollection(indent: 0, depth: 0)
    if random.oneIn(3), !endsWithBlockScalar { bytes.removeLast(lineEnd.utf8.count) }
  }

  // MARK: Text

  private var offset: UInt32 { UInt32(bytes.count) }

  private var endsWithBlockScalar: Bool {
    nodes.last.map { $0.style == .literal || $0.style == .folded } ?? false
  }

  private mutating func write(_ text: String) { bytes += Array(text.utf8) }

  private mutating func newLine() { write(lineEnd) }

  private mutating func comment(_ text: String) {
    let start = offset
    write(text)
    comments.append(ByteSpan(start, offset))
  }

  private mutating func maybeComment() {
    guard !isJSON, random.oneIn(5) else { return }
    let isBehindIndicator = [UInt8(ascii: "-"), UInt8(ascii: ":")].contains(bytes.last)
    write(random.pick(isBehindIndicator ? [" "] : [" ", "  ", "\t"]))
    comment(random.pick(["# one", "#two: [", "# 网关 \"", "#", "# tab\there"]))
  }

  private mutating func maybeLines(indent: Int) {
    if random.oneIn(8), !endsWithBlockScalar { newLine() }
    if random.oneIn(6) {
      write(String(repeating: " ", count: indent))
      comment("# above")
      newLine()
    }
  }

  private mutating func spaces(_ count: Int) { write(String(repeating: " ", count: count)) }

  // MARK: Collections

  private mutating func blockCollection(indent: Int, depth: Int) {
    if random.oneIn(3) {
      blockSequence(indent: indent, depth: depth)
    } else {
      blockMapping(indent: indent, depth: depth)
    }
  }

  private mutating func open(_ kind: NodeKind, isFlow: Bool = false) -> Int {
    nodes.append(Expected(kind: kind, span: ByteSpan(at: offset), isFlow: isFlow))
    return nodes.count - 1
  }

  private mutating func close(_ index: Int) {
    let end = nodes[index].isFlow ? offset : nodes[(index + 1)...].map(\.span.end).max() ?? offset
    nodes[index].span = ByteSpan(nodes[index].span.start, end)
  }

  /// The first pair stands where the text is; the others on lines of their own.
  private mutating func blockMapping(indent: Int, depth: Int) {
    let index = open(.mapping)
    for pair in 0..<Int.random(in: 1...4, using: &random) {
      if pair > 0 {
        maybeLines(indent: indent)
        spaces(indent)
      }
      let isExplicit = random.oneIn(12)
      if isExplicit {
        write("? ")
        nodes[index].span = pair == 0 ? ByteSpan(offset - 2, offset) : nodes[index].span
        key()
        newLine()
        spaces(indent)
      } else {
        key()
      }
      write(!isExplicit && random.oneIn(10) ? " :" : ":")
      value(indent: indent, depth: depth, allowsSameIndent: !isExplicit)
      if !bytes.hasSuffix(lineEnd) { newLine() }
    }
    close(index)
  }

  private mutating func blockSequence(indent: Int, depth: Int) {
    let index = open(.sequence)
    for item in 0..<Int.random(in: 1...3, using: &random) {
      if item > 0 {
        maybeLines(indent: indent)
        spaces(indent)
      }
      write("-")
      if depth < 3, random.oneIn(3) {
        let gap = Int.random(in: 1...3, using: &random)
        spaces(gap)
        blockCollection(indent: indent + 1 + gap, depth: depth + 1)
      } else {
        value(indent: indent, depth: depth, allowsSameIndent: false)
      }
      if !bytes.hasSuffix(lineEnd) { newLine() }
    }
    close(index)
  }

  /// The value behind a `:` or `-`; leaves the line open or ends it.
  private mutating func value(indent: Int, depth: Int, allowsSameIndent: Bool) {
    switch Int.random(in: 0..<12, using: &random) {
    case 0:
      nodes.append(Expected(kind: .scalar, span: ByteSpan(at: offset)))
      maybeComment()
    case 1...3 where depth < 4:
      let properties = properties()
      maybeComment()
      newLine()
      if random.oneIn(6) { spaces(indent + 1); comment("# within"); newLine() }
      let first = nodes.count
      let isSequence = random.oneIn(2)
      let deeper =
        indent + (isSequence && allowsSameIndent && random.oneIn(2) ? 0 : Int.random(in: 1...4, using: &random))
      spaces(deeper)
      if isSequence {
        blockSequence(indent: deeper, depth: depth + 1)
      } else {
        blockMapping(indent: deeper, depth: depth + 1)
      }
      (nodes[first].anchor, nodes[first].tag) = properties
    case 4, 5:
      let properties = properties()
      write(" ")
      let first = nodes.count
      flow(depth: depth, indent: indent)
      (nodes[first].anchor, nodes[first].tag) = properties
      maybeComment()
    case 6:
      blockScalar(indent: indent)
    case 7 where !anchors.isEmpty:
      write(" ")
      let start = offset
      write("*" + random.pick(anchors))
      nodes.append(Expected(kind: .alias, span: ByteSpan(start, offset)))
      maybeComment()
    default:
      let properties = properties()
      write(" ")
      let first = nodes.count
      scalar(inFlow: false, indent: indent)
      (nodes[first].anchor, nodes[first].tag) = properties
      maybeComment()
    }
  }

  private mutating func properties() -> (String?, String?) {
    guard !isJSON, random.oneIn(7) else { return (nil, nil) }
    var anchor: String?
    var tag: String?
    if random.oneIn(2) {
      tag = "!own"
      write(" !own")
    }
    if tag == nil || random.oneIn(2) {
      anchor = "a\(anchors.count)"
      write(" &a\(anchors.count)")
    }
    if let anchor { anchors.append(anchor) }
    return (anchor, tag)
  }

  private mutating func flow(depth: Int, indent: Int) {
    let isMapping = random.oneIn(2)
    let index = open(isMapping ? .mapping : .sequence, isFlow: true)
    write(isMapping ? "{" : "[")
    let count = Int.random(in: 0...3, using: &random)
    for item in 0..<count {
      flowGap(indent: indent)
      if isMapping {
        key()
        write(isJSON && random.oneIn(2) ? ":" : ": ")
      }
      if depth < 4, random.oneIn(4) {
        flow(depth: depth + 1, indent: indent)
      } else {
        scalar(inFlow: true, indent: indent)
      }
      if random.oneIn(6) { write(" ") }
      if item < count - 1 || (!isJSON && random.oneIn(6)) { write(",") }
    }
    flowGap(indent: indent)
    write(isMapping ? "}" : "]")
    close(index)
  }

  /// White space between flow items, sometimes with a comment and a new line.
  private mutating func flowGap(indent: Int) {
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      if !isJSON, random.oneIn(2) {
        write(" ")
        comment("# in flow, ]")
      }
      newLine()
      write(isJSON && random.oneIn(2) ? "\t" : String(repeating: " ", count: indent + 2))
    case 1: write(" ")
    default: break
    }
  }

  // MARK: Scalars

  private mutating func record(_ text: String, value: String, style: ScalarStyle) {
    let start = offset
    write(text)
    nodes.append(Expected(kind: .scalar, span: ByteSpan(start, offset), style: style, value: value))
  }

  /// A key that occurs once.
  private mutating func key() {
    keyCount += 1
    let name = random.pick(["key", "路径", "a b", "x-é", "k😀"]) + "\(keyCount)"
    switch isJSON ? 0 : Int.random(in: 0..<6, using: &random) {
    case 0: record("\"\(name)\"", value: name, style: .doubleQuoted)
    case 1: record("'\(name)'''", value: name + "'", style: .singleQuoted)
    default: record(name, value: name, style: .plain)
    }
  }

  private mutating func scalar(inFlow: Bool, indent: Int) {
    let deeper = String(repeating: " ", count: indent + 1)
    let number = Int.random(in: 0..<1000, using: &random)
    switch isJSON ? Int.random(in: 4...7, using: &random) : Int.random(in: 0..<12, using: &random) {
    case 0: record("one\(lineEnd)\(deeper) two", value: "one two", style: .plain)
    case 1: record("it''s \(number)", value: "it''s \(number)", style: .plain)
    case 2: record("'it''s é'", value: "it's é", style: .singleQuoted)
    case 3: record("'a \(lineEnd)\(lineEnd)\(deeper)b 网'", value: "a\nb 网", style: .singleQuoted)
    case 4: record("\"q \\\"\\u4f60\\/ \\\\ \(number)\"", value: "q \"你/ \\ \(number)", style: .doubleQuoted)
    case 5: record("\"\\ud83d\\ude00 z\"", value: "😀 z", style: .doubleQuoted)
    case 6: record("\(number)", value: "\(number)", style: .plain)
    case 7: record("\"http://x/\(number)#a\"", value: "http://x/\(number)#a", style: .doubleQuoted)
    case 8: record("\"a\\\(lineEnd)\(deeper)b  \(lineEnd)\(deeper)c\"", value: "ab c", style: .doubleQuoted)
    case 9: record("http://x/#\(number)", value: "http://x/#\(number)", style: .plain)
    case 10: record("''", value: "", style: .singleQuoted)
    default: record("网关 \(number) 😀", value: "网关 \(number) 😀", style: .plain)
    }
  }

  private mutating func blockScalar(indent: Int) {
    let isFolded = random.oneIn(2)
    let chomping = random.pick(["", "-", "+"])
    let depth = Int.random(in: 1...3, using: &random)
    let isExplicit = random.oneIn(3)
    let digit = isExplicit ? "\(depth)" : ""
    write(" ")
    let start = offset
    write((isFolded ? ">" : "|") + (random.oneIn(2) ? chomping + digit : digit + chomping))
    if random.oneIn(4) { write(" "); comment("# head") }
    newLine()
    var lines = ["first # no comment", "网: 关"]
    if random.oneIn(2) { lines += ["", "- last"] }
    if random.oneIn(2) { lines += ["  deeper", "back"] }
    if isExplicit { lines.insert(" lead", at: 0) }
    for (index, line) in lines.enumerated() {
      if index > 0 { newLine() }
      if !line.isEmpty { spaces(indent + depth) }
      write(line)
    }
    let end = offset
    let trailing = random.oneIn(3) ? 2 : 0
    newLine()
    for _ in 0..<trailing { newLine() }
    var value = isFolded ? folded(lines) : lines.joined(separator: "\n")
    if chomping != "-" { value += "\n" }
    if chomping == "+" { value += String(repeating: "\n", count: trailing) }
    nodes.append(
      Expected(kind: .scalar, span: ByteSpan(start, end), style: isFolded ? .folded : .literal, value: value))
  }

  /// Folds as YAML says: one line end between two lines of text is a blank, others stay.
  private func folded(_ lines: [String]) -> String {
    var result = lines[0]
    var index = 1
    while index < lines.count {
      var breaks = 1
      while lines[index].isEmpty {
        breaks += 1
        index += 1
      }
      let keepsAll = lines[index].hasPrefix(" ") || lines[index - breaks].hasPrefix(" ")
      result += breaks == 1 && !keepsAll ? " " : String(repeating: "\n", count: keepsAll ? breaks : breaks - 1)
      result += lines[index]
      index += 1
    }
    return result
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ text: String) -> Bool {
    count >= text.utf8.count && suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
