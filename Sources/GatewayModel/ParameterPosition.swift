/// Where a front-end parameter is taken from.
///
/// Source: Cloud API `RequestParameters.Position` [sdk] names header, query and path; body is shown by the error table.
public enum ParameterPosition: String, Sendable, CaseIterable {
  /// A request header.
  case header
  /// The query string.
  case query
  /// A variable of the path.
  case path
  /// A form field of the body.
  case body

  /// The position that a word means, without regard to case.
  public init?(word: some StringProtocol) {
    self.init(rawValue: word.lowercased())
  }

  /// The word as a dialect writes it.
  public func spelled(_ spelling: DialectFacts.PositionSpelling) -> String {
    switch spelling {
    case .lowercase: rawValue
    case .uppercase: rawValue.uppercased()
    }
  }
}
