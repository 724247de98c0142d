/// What is wrong with the text of a path, apart from its expression.
public enum PathDefect: Hashable, Sendable {
  /// It does not begin with a slash behind its mark.
  case noLeadingSlash
  /// It holds a blank, a tab or another white space; the index of the first.
  case whiteSpace(at: Int)
  /// A `{` without its `}`, or the other way round; the index.
  case unbalancedBrace(at: Int)
  /// `{}`.
  case emptyBraces(at: Int)
  /// Braces around what is neither a quantifier nor the name of a variable; the index and the text in them.
  case strangeBraces(at: Int, String)
  /// A variable that is there twice; the index of the second and its name.
  case repeatedVariable(at: Int, String)
  /// `#`, which begins a fragment that no server gets to see; the index.
  case fragment(at: Int)
  /// `?name=`, which begins a query; the index.
  case query(at: Int)
  /// A brace in an exact path, where it stands for itself; the index.
  case braceInExactPath(at: Int)

  /// Whether no request, or not the one that was meant, can match for certain.
  public var isCertain: Bool {
    switch self {
    case .fragment, .query, .braceInExactPath: false
    default: true
    }
  }
}

extension PathPattern {
  /// What is wrong with the path, in order; offsets count from the beginning of what is written.
  public var defects: [PathDefect] {
    var found: [PathDefect] = beginsWithSlash ? [] : [.noLeadingSlash]
    let mark = written.count - text.count
    if let index = text.firstIndex(where: { ByteSet.space.contains($0) }) {
      found.append(.whiteSpace(at: mark + index))
    }
    if let index = text.firstIndex(of: UInt8(ascii: "#")) { found.append(.fragment(at: mark + index)) }
    if let index = queryStart { found.append(.query(at: mark + index)) }
    switch kind {
    case .exact:
      if let index = text.firstIndex(of: UInt8(ascii: "{")) { found.append(.braceInExactPath(at: mark + index)) }
    case .expression: found += braceDefects
    case .plain, .priorityPrefix: break
    }
    return found
  }

  /// Where a `?` is followed by a name and `=`.
  private var queryStart: Int? {
    text.indices.first { index in
      guard text[index] == UInt8(ascii: "?") else { return false }
      let name = text[(index + 1)...].prefix { ByteSet.word.contains($0) || $0 == UInt8(ascii: "-") }
      return !name.isEmpty && name.endIndex < text.count && text[name.endIndex] == UInt8(ascii: "=")
    }
  }

  private var braceDefects: [PathDefect] {
    var found: [PathDefect] = []
    var names: Set<String> = []
    var index = 0
    var isInClass = false
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if byte == UInt8(ascii: "[") { isInClass = true }
      if byte == UInt8(ascii: "]") { isInClass = false }
      if byte == UInt8(ascii: "}"), !isInClass { found.append(.unbalancedBrace(at: index)) }
      guard byte == UInt8(ascii: "{"), !isInClass else {
        index += 1
        continue
      }
      switch Brace.read(text, at: index) {
      case .quantifier(_, _, let end): index = end
      case .variable(let name, let end):
        if !names.insert(name).inserted { found.append(.repeatedVariable(at: index, name)) }
        index = end
      case .malformed:
        let inside = text[(index + 1)...].prefix { $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "{") }
        let isClosed = inside.endIndex < text.count && text[inside.endIndex] == UInt8(ascii: "}")
        if !isClosed {
          found.append(.unbalancedBrace(at: index))
        } else if inside.isEmpty {
          found.append(.emptyBraces(at: index))
        } else {
          found.append(.strangeBraces(at: index, String(decoding: inside, as: UTF8.self)))
        }
        index = inside.endIndex + (isClosed ? 1 : 0)
      }
    }
    return found
  }
}
