/// A path pattern: `*` and `?` within a segment, `**` across segments, `[…]` classes and `{a,b}` alternatives.
///
/// Matching takes time linear in the pattern times the path; no pattern can make it hang.
public struct Glob: Sendable {
  private let alternatives: [[Token]]

  private enum Token: Hashable {
    case byte(UInt8)
    case anyByte
    case anyRun
    case anySegments
    case oneOf([ClosedRange<UInt8>], negated: Bool)
  }

  /// Reads a pattern. Whatever is no special sign stands for itself; an unclosed bracket or brace does too.
  /// - Parameter expandsBraces: whether `{a,b}` means alternatives; in a `.gitignore` it does not.
  public init(_ pattern: String, expandsBraces: Bool = true) {
    let bytes = Array(pattern.utf8)
    alternatives = (expandsBraces ? Self.expandBraces(bytes) : [bytes]).map(Self.tokens)
  }

  /// Whether the whole path matches.
  public func matches(_ path: some StringProtocol) -> Bool {
    let bytes = Array(path.utf8)
    return alternatives.contains { Self.match($0, bytes) }
  }

  /// Why a pattern in a configuration cannot be meant as written.
  enum Fault {
    case unclosedBracket, unclosedBrace, absolute
  }

  /// What is wrong with a pattern that is relative to a folder; `nil` where nothing is.
  static func fault(in pattern: String) -> Fault? {
    let bytes = Array(pattern.utf8)
    if bytes.first == UInt8(ascii: "/") { return .absolute }
    var depth = 0
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["):
        guard let (_, next) = byteClass(bytes, from: index + 1) else { return .unclosedBracket }
        index = next - 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth = max(0, depth - 1)
      default: break
      }
      index += 1
    }
    return depth > 0 ? .unclosedBrace : nil
  }

  /// A regular expression (ECMA 262) of the patterns that are not empty and have no such fault. An expression cannot
  /// count: of braces inside braces it demands one closing brace alone.
  public static let faultlessExpression: String = {
    let escaped = #"\\(?:[\s\S]|$)"#
    let byteClass = #"\[(?:[!^][\s\S]|[^!^])[^\]]*\]"#
    let open = #"\{(?=(?:[^\\[}]|\#(escaped)|\#(byteClass))*\})"#
    return #"^(?!/)(?:[^\\[{]|\#(escaped)|\#(byteClass)|\#(open))+$"#
  }()

  private static let alternativeLimit = 256

  private static func expandBraces(_ pattern: [UInt8]) -> [[UInt8]] {
    var pending = [pattern]
    var done: [[UInt8]] = []
    while let next = pending.popLast() {
      guard done.count + pending.count < alternativeLimit, let (range, parts) = firstBraces(in: next) else {
        done.append(next)
        continue
      }
      for part in parts { pending.append(next[..<range.lowerBound] + part + next[range.upperBound...]) }
    }
    return done
  }

  private static func firstBraces(in pattern: [UInt8]) -> (Range<Int>, [[UInt8]])? {
    guard let open = pattern.firstIndex(of: UInt8(ascii: "{")) else { return nil }
    var depth = 0
    var parts: [[UInt8]] = [[]]
    for index in open..<pattern.count {
      let byte = pattern[index]
      if byte == UInt8(ascii: "{") {
        depth += 1
        if depth == 1 { continue }
      } else if byte == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return parts.count > 1 ? (open..<index + 1, parts) : nil }
      } else if byte == UInt8(ascii: ","), depth == 1 {
        parts.append([])
        continue
      }
      parts[parts.count - 1].append(byte)
    }
    return nil
  }

  private static func tokens(_ pattern: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var index = 0
    while index < pattern.count {
      let byte = pattern[index]
      index += 1
      switch byte {
      case UInt8(ascii: "*") where index < pattern.count && pattern[index] == UInt8(ascii: "*"):
        index += 1
        if index < pattern.count, pattern[index] == UInt8(ascii: "/") { index += 1 }
        tokens.append(.anySegments)
      case UInt8(ascii: "*"): tokens.append(.anyRun)
      case UInt8(ascii: "?"): tokens.append(.anyByte)
      case UInt8(ascii: "["):
        if let (token, next) = byteClass(pattern, from: index) {
          tokens.append(token)
          index = next
        } else {
          tokens.append(.byte(byte))
        }
      case UInt8(ascii: "\\") where index < pattern.count:
        tokens.append(.byte(pattern[index]))
        index += 1
      default: tokens.append(.byte(byte))
      }
    }
    return tokens
  }

  private static func byteClass(_ pattern: [UInt8], from start: Int) -> (Token, Int)? {
    var index = start
    let negated = index < pattern.count && (pattern[index] == UInt8(ascii: "!") || pattern[index] == UInt8(ascii: "^"))
    if negated { index += 1 }
    var ranges: [ClosedRange<UInt8>] = []
    while index < pattern.count, pattern[index] != UInt8(ascii: "]") || ranges.isEmpty {
      let low = pattern[index]
      if index + 2 < pattern.count, pattern[index + 1] == UInt8(ascii: "-"), pattern[index + 2] != UInt8(ascii: "]"),
        pattern[index + 2] >= low
      {
        ranges.append(low...pattern[index + 2])
        index += 3
      } else {
        ranges.append(low...low)
        index += 1
      }
    }
    return index < pattern.count ? (.oneOf(ranges, negated: negated), index + 1) : nil
  }

  /// Simulates the pattern as a set of places in it, so that no input takes more than tokens × bytes steps.
  private static func match(_ tokens: [Token], _ bytes: [UInt8]) -> Bool {
    var current = Set<Int>()
    func add(_ place: Int, to set: inout Set<Int>) {
      var place = place
      while set.insert(place).inserted, place < tokens.count,
        tokens[place] == .anyRun || tokens[place] == .anySegments
      {
        place += 1
      }
    }
    add(0, to: &current)
    for (offset, byte) in bytes.enumerated() {
      var next = Set<Int>()
      for place in current where place < tokens.count {
        switch tokens[place] {
        case .byte(let expected): if byte == expected { add(place + 1, to: &next) }
        case .anyByte: if byte != UInt8(ascii: "/") { add(place + 1, to: &next) }
        case .anyRun: if byte != UInt8(ascii: "/") { add(place, to: &next) }
        case .anySegments:
          next.insert(place)
          if byte == UInt8(ascii: "/") || offset + 1 == bytes.count { add(place + 1, to: &next) }
        case .oneOf(let ranges, let negated):
          if byte != UInt8(ascii: "/"), ranges.contains(where: { $0.contains(byte) }) != negated {
            add(place + 1, to: &next)
          }
        }
      }
      if next.isEmpty { return false }
      current = next
    }
    return current.contains(tokens.count)
  }
}
