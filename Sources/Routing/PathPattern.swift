/// The four ways to write the path of an API, in the order of their documented priority.
///
/// Source: the vendor's page on front-end configuration and its FAQ [official]. The model is nginx's `location` with a
/// total order.
public enum PathKind: UInt8, Sendable, CaseIterable, Comparable {
  /// `=/user`: this path and no other.
  case exact
  /// `^~/user`: everything that begins so, before any expression.
  case priorityPrefix
  /// `/user/{id}`, `/user.*`: what the expression matches.
  case expression
  /// `/user`: everything that begins so, `/users` included; the longest wins.
  case plain

  /// The higher priority first.
  public static func < (left: PathKind, right: PathKind) -> Bool { left.rawValue < right.rawValue }
}

/// The path of an API as it is written.
public struct PathPattern: Hashable, Sendable {
  /// As it is written, its mark included.
  public let written: [UInt8]
  /// How it is matched.
  public let kind: PathKind
  /// What is behind `=` or `^~`; all of it for the other kinds.
  public let text: [UInt8]
  /// Whether the only expressions in it are variables, so that it is a row of literal texts and variables.
  public let isVariablePath: Bool
  /// What tells two paths apart as far as matching goes: the kind and the text, variable names erased.
  public let identity: PathIdentity

  /// Reads a path.
  public init(_ written: [UInt8], choices: RoutingChoices = .assumed) {
    self.written = written
    if written.starts(with: "^~".utf8) {
      kind = .priorityPrefix
      text = Array(written.dropFirst(2))
      isVariablePath = false
    } else if written.first == UInt8(ascii: "=") {
      kind = .exact
      text = Array(written.dropFirst())
      isVariablePath = false
    } else {
      text = written
      let (isExpression, onlyVariables) = Self.expressions(in: written, choices: choices)
      kind = isExpression ? .expression : .plain
      isVariablePath = isExpression && onlyVariables
    }
    let variables = kind == .expression ? Self.variables(in: text) : []
    identity = PathIdentity(written: written, kind: kind, text: text, variables: variables.map(\.range))
  }

  /// Reads a path.
  public init(_ written: String, choices: RoutingChoices = .assumed) {
    self.init(Array(written.utf8), choices: choices)
  }

  /// Whether a sign makes a path an expression, braces apart. Which these are is [inferred].
  public static func isExpressionSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
      UInt8(ascii: "$"):
      true
    default: false
    }
  }

  private static func expressions(in text: [UInt8], choices: RoutingChoices) -> (any: Bool, onlyVariables: Bool) {
    var hasBrace = false
    var index = 0
    while index < text.count {
      let byte = text[index]
      if isExpressionSign(byte) { return (true, false) }
      if byte == UInt8(ascii: "."), choices.dotMakesExpression { return (true, false) }
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") {
        hasBrace = true
        guard case .variable(_, let end) = Brace.read(text, at: index) else { return (true, false) }
        index = end
      } else {
        index += 1
      }
    }
    return (hasBrace, true)
  }

  /// Whether a request can match at all: every path of a request begins with a slash.
  public var beginsWithSlash: Bool { text.first == UInt8(ascii: "/") }

  /// As text.
  public var description: String { String(decoding: written, as: UTF8.self) }

  /// A piece of a variable path.
  public enum Piece: Hashable, Sendable {
    /// Text that stands for itself.
    case literal([UInt8])
    /// A variable.
    case variable(String)
  }

  /// The pieces of a variable path, literals and variables as they follow; one literal for the other kinds.
  public var pieces: [Piece] {
    guard isVariablePath else { return [.literal(text)] }
    var pieces: [Piece] = []
    var copied = 0
    for variable in Self.variables(in: text) {
      if copied < variable.range.lowerBound { pieces.append(.literal(Array(text[copied..<variable.range.lowerBound]))) }
      pieces.append(.variable(variable.name))
      copied = variable.range.upperBound
    }
    if copied < text.count { pieces.append(.literal(Array(text[copied...]))) }
    return pieces
  }

  /// The names of the variables in order of their appearance, each time they appear.
  public var variableNames: [String] { kind == .expression ? Self.variables(in: text).map(\.name) : [] }

  /// The variables of an expression and where they stand; braces behind a backslash or in a class are none.
  private static func variables(in text: [UInt8]) -> [(name: String, range: Range<Int>)] {
    var found: [(String, Range<Int>)] = []
    var index = 0
    var isInClass = false
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "["), !isInClass { isInClass = true }
      if byte == UInt8(ascii: "]") { isInClass = false }
      if byte == UInt8(ascii: "{"), !isInClass, case .variable(let name, let end) = Brace.read(text, at: index) {
        found.append((name, index..<end))
        index = end
      } else {
        index += byte == UInt8(ascii: "\\") ? 2 : 1
      }
    }
    return found
  }

  /// Compiles the path's expression.
  /// - Throws: why it cannot be: malformed, or outside the subset that is understood.
  public func expression(choices: RoutingChoices = .assumed) throws(ExpressionProblem) -> PathExpression {
    try PathExpression(self, choices: choices)
  }
}
