/// Requests that an API is there for: what people would send to it.
enum NaturalRequests {
  /// What stands for a path variable, the most ordinary first.
  private static let values = ["1", "a", "x7q", "0-9z"].map { Array($0.utf8) }

  /// Paths that the author of a pattern meant, the first the most ordinary one.
  static func own(of pattern: PathPattern, _ expression: PathExpression?) -> [[UInt8]] {
    guard pattern.kind == .expression else { return [pattern.text] }
    guard pattern.isVariablePath else {
      guard let expression else { return [] }
      var words: [[UInt8]] = []
      for start in ["a", "0", "q", "A"].compactMap(\.utf8.first) {
        let word = expression.automaton.shortestWord(over: .requestPath) { set in
          set.contains(start) ? start : WitnessBytes.preferred(set)
        }
        if let word, !words.contains(word) { words.append(word) }
      }
      return words
    }
    let pieces = pattern.pieces
    return values.map { value in
      pieces.flatMap { piece -> [UInt8] in
        if case .literal(let text) = piece { return text }
        return value
      }
    }
  }

  /// Paths near a pattern that it also matches.
  static func neighbours(of pattern: PathPattern, _ expression: PathExpression?) -> [[UInt8]] {
    let endings = ["a", "/", "/a", "-x7q/0", "~"].map { Array($0.utf8) }
    switch pattern.kind {
    case .exact: return []
    case .priorityPrefix, .plain: return endings.map { pattern.text + $0 }
    case .expression:
      guard let expression else { return [] }
      let own = own(of: pattern, expression)
      return own.dropFirst() + own.flatMap { path in endings.map { path + $0 } }.filter(expression.matches)
    }
  }
}
