public import Linting

extension FixSafety {
  /// The word for it in lists.
  public var word: String {
    switch self {
    case .none: "none"
    case .safe: "safe"
    case .unsafe: "unsafe"
    }
  }

  /// Why it is so; `nil` where no edit is offered.
  public var reason: Text? {
    switch self {
    case .none: nil
    case .safe(let reason), .unsafe(let reason): reason
    }
  }
}
