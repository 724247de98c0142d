/// A path expression as a tree.
indirect enum ExpressionNode: Hashable, Sendable {
  /// Nothing.
  case empty
  /// One byte out of a set.
  case set(ByteSet)
  /// One after the other.
  case sequence([ExpressionNode])
  /// One of several.
  case choice([ExpressionNode])
  /// Again and again; without `most` without end.
  case repetition(ExpressionNode, least: Int, most: Int?, isGreedy: Bool)
  /// A path variable; the index of its name.
  case variable(Int)
  /// `^`.
  case start
  /// `$`.
  case end
}

/// Why an expression cannot be used.
public enum ExpressionProblem: Error, Hashable, Sendable {
  /// A `(` without its `)`, or the other way round.
  case unbalancedGroup
  /// A `[` without its `]`.
  case unbalancedClass
  /// A quantifier with nothing before it that could be repeated.
  case nothingToRepeat
  /// `{3,1}` or `[z-a]`: the upper end lies below the lower one.
  case reversedRange
  /// A backslash at the end.
  case trailingBackslash
  /// A `{` without its `}`, or the other way round, or a pair that is neither a quantifier nor a variable.
  case malformedBraces
  /// Legal in common regular-expression languages, but outside the subset that is understood: what it matches is
  /// undecided.
  case unsupported
  /// Too long, too deep or too many repetitions: what it matches is undecided.
  case tooLarge

  /// Whether the expression may well be right, only that nothing can be said about it.
  public var isUndecided: Bool { self == .unsupported || self == .tooLarge }
}

/// Reads a path expression.
///
/// The subset: literals, `.`, classes with ranges and negation, `\d \w \s` and their opposites, escaped signs, groups,
/// `|`, `* + ? {m} {m,} {m,n}` greedy or lazy, `^`, `$`, and `{name}` for a path variable. Look-around, back references,
/// named groups, flags, possessive quantifiers and POSIX classes lie outside.
struct ExpressionParser {
  private let bytes: [UInt8]
  private let choices: RoutingChoices
  private let dotIsLiteral: Bool
  private var position = 0
  private var depth = 0
  private(set) var variables: [String] = []

  static let lengthLimit = 4096
  private static let depthLimit = 64
  private static let countLimit = 1000

  init(_ bytes: [UInt8], choices: RoutingChoices, dotIsLiteral: Bool) {
    self.bytes = bytes
    self.choices = choices
    self.dotIsLiteral = dotIsLiteral
  }

  mutating func parse() throws(ExpressionProblem) -> ExpressionNode {
    guard bytes.count <= Self.lengthLimit else { throw .tooLarge }
    let node = try alternatives()
    if position < bytes.count { throw .unbalancedGroup }
    return node
  }

  private mutating func alternatives() throws(ExpressionProblem) -> ExpressionNode {
    depth += 1
    guard depth <= Self.depthLimit else { throw .tooLarge }
    var branches = [try sequence()]
    while position < bytes.count, bytes[position] == UInt8(ascii: "|") {
      position += 1
      branches.append(try sequence())
    }
    depth -= 1
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(ExpressionProblem) -> ExpressionNode {
    var items: [ExpressionNode] = []
    while position < bytes.count, bytes[position] != UInt8(ascii: "|"), bytes[position] != UInt8(ascii: ")") {
      let item = try atom()
      items.append(try quantified(item))
    }
    return items.count == 1 ? items[0] : (items.isEmpty ? .empty : .sequence(items))
  }

  private mutating func atom() throws(ExpressionProblem) -> ExpressionNode {
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "."): return .set(dotIsLiteral ? ByteSet(byte) : .dot)
    case UInt8(ascii: "^"): return .start
    case UInt8(ascii: "$"): return .end
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): throw .nothingToRepeat
    case UInt8(ascii: "("): return try group()
    case UInt8(ascii: "["): return .set(folded(try characterClass()))
    case UInt8(ascii: "\\"): return .set(folded(try escape()))
    case UInt8(ascii: "{"):
      position -= 1
      return try brace()
    case UInt8(ascii: "}"): throw .malformedBraces
    default: return .set(folded(ByteSet(byte)))
    }
  }

  private func folded(_ set: ByteSet) -> ByteSet {
    choices.letterCase == .ignored ? set.ignoringCase : set
  }

  private mutating func group() throws(ExpressionProblem) -> ExpressionNode {
    if position + 1 < bytes.count, bytes[position] == UInt8(ascii: "*"),
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[position + 1])
    {
      throw .unsupported
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: "?") {
      guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: ":") else { throw .unsupported }
      position += 2
    }
    let node = try alternatives()
    guard position < bytes.count, bytes[position] == UInt8(ascii: ")") else { throw .unbalancedGroup }
    position += 1
    // A group counts as one item even where it holds a sequence.
    if case .sequence = node { return .choice([node]) }
    return node
  }

  // MARK: Braces and quantifiers

  private mutating func brace() throws(ExpressionProblem) -> ExpressionNode {
    switch Brace.read(bytes, at: position) {
    case .variable(let name, let end):
      position = end
      if let known = variables.firstIndex(of: name) { return .variable(known) }
      variables.append(name)
      return .variable(variables.count - 1)
    case .quantifier: throw .nothingToRepeat
    case .malformed: throw .malformedBraces
    }
  }

  private mutating func quantified(_ item: ExpressionNode) throws(ExpressionProblem) -> ExpressionNode {
    var item = item
    while position < bytes.count {
      let least: Int
      let most: Int?
      switch bytes[position] {
      case UInt8(ascii: "*"): (least, most) = (0, nil)
      case UInt8(ascii: "+"): (least, most) = (1, nil)
      case UInt8(ascii: "?"): (least, most) = (0, 1)
      case UInt8(ascii: "{"):
        guard case .quantifier(let low, let high, let end) = Brace.read(bytes, at: position) else { return item }
        if let high, high < low { throw .reversedRange }
        guard low <= Self.countLimit, high ?? 0 <= Self.countLimit else { throw .tooLarge }
        (least, most) = (low, high)
        position = end - 1
      default: return item
      }
      position += 1
      if item == .start || item == .end { throw .unsupported }
      // What follows a character beyond ASCII would repeat its last byte alone.
      if case .set(let set) = item, let byte = set.first, byte >= 0x80, set == ByteSet(byte) { throw .unsupported }
      var isGreedy = true
      if position < bytes.count {
        if bytes[position] == UInt8(ascii: "?") {
          isGreedy = false
          position += 1
        } else if bytes[position] == UInt8(ascii: "+") {
          throw .unsupported
        } else if bytes[position] == UInt8(ascii: "*") {
          throw .nothingToRepeat
        }
      }
      item = .repetition(item, least: least, most: most, isGreedy: isGreedy)
    }
    return item
  }

  // MARK: Classes and escapes

  private mutating func escape() throws(ExpressionProblem) -> ByteSet {
    guard position < bytes.count else { throw .trailingBackslash }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "d"): return .digits
    case UInt8(ascii: "D"): return ByteSet.digits.inverted
    case UInt8(ascii: "w"): return .word
    case UInt8(ascii: "W"): return ByteSet.word.inverted
    case UInt8(ascii: "s"): return .space
    case UInt8(ascii: "S"): return ByteSet.space.inverted
    case UInt8(ascii: "t"): return ByteSet(0x09)
    case UInt8(ascii: "n"): return ByteSet(0x0A)
    case UInt8(ascii: "r"): return ByteSet(0x0D)
    default:
      guard !ByteSet.word.contains(byte) else { throw .unsupported }
      return ByteSet(byte)
    }
  }

  private mutating func characterClass() throws(ExpressionProblem) -> ByteSet {
    var set = ByteSet()
    var isNegated = false
    if position < bytes.count, bytes[position] == UInt8(ascii: "^") {
      isNegated = true
      position += 1
    }
    var isFirst = true
    while true {
      guard position < bytes.count else { throw .unbalancedClass }
      let byte = bytes[position]
      if byte == UInt8(ascii: "]"), !isFirst { break }
      isFirst = false
      if byte == UInt8(ascii: "["), position + 1 < bytes.count, ":.=".utf8.contains(bytes[position + 1]) {
        throw .unsupported
      }
      let member = try classMember()
      guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "-"), bytes[position + 1] != UInt8(ascii: "]"),
        let low = member.single
      else {
        set.formUnion(member.set)
        continue
      }
      position += 1
      guard let high = try classMember().single else { throw .unsupported }
      guard low <= high else { throw .reversedRange }
      set.formUnion(ByteSet(low...high))
    }
    position += 1
    // A character beyond ASCII is several bytes: a class that names one is no set of bytes.
    guard set.isSubset(of: ByteSet(0...0x7F)) else { throw .unsupported }
    return isNegated ? set.inverted : set
  }

  private mutating func classMember() throws(ExpressionProblem) -> (set: ByteSet, single: UInt8?) {
    let byte = bytes[position]
    position += 1
    guard byte == UInt8(ascii: "\\") else { return (ByteSet(byte), byte) }
    let set = try escape()
    let isSingle = set.bytes.count == 1
    return (set, isSingle ? set.first : nil)
  }
}

/// What a `{` in a path begins.
enum Brace: Hashable {
  /// `{name}`: the name and the index behind the `}`.
  case variable(String, end: Int)
  /// `{2}`, `{2,}`, `{2,4}`, and the index behind the `}`.
  case quantifier(Int, Int?, end: Int)
  /// Neither.
  case malformed

  /// Reads the brace at `start`.
  static func read(_ bytes: [UInt8], at start: Int) -> Brace {
    var end = start + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "}"), bytes[end] != UInt8(ascii: "{") { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "}"), end > start + 1 else { return .malformed }
    let inside = bytes[(start + 1)..<end]
    if let (low, high) = counts(inside) { return .quantifier(low, high, end: end + 1) }
    guard inside.allSatisfy(isNameByte), inside.contains(where: { !ByteSet.digits.contains($0) }) else {
      return .malformed
    }
    return .variable(String(decoding: inside, as: UTF8.self), end: end + 1)
  }

  private static func counts(_ inside: ArraySlice<UInt8>) -> (Int, Int?)? {
    guard let first = inside.first, ByteSet.digits.contains(first) else { return nil }
    let parts = inside.split(separator: UInt8(ascii: ","), maxSplits: 1, omittingEmptySubsequences: false)
    guard let low = number(parts[0]) else { return nil }
    if parts.count == 1 { return (low, low) }
    if parts[1].isEmpty { return (low, nil) }
    guard let high = number(parts[1]) else { return nil }
    return (low, high)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy(ByteSet.digits.contains) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    ByteSet.word.contains(byte) || byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}
