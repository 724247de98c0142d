import GatewayModel

/// An item of `allow_origin`, taken apart.
///
/// Source: the plugin's page: an item is matched by containment or as a regular expression; `^…$` makes it exact
/// [official].
struct AllowedOrigin {
  /// What is wrong with the form of a plain origin.
  enum Defect {
    case scheme
    case slash(without: String)
    case path
    case defaultPort(without: String)
  }

  /// The item as written.
  let text: String
  /// Whether it begins with `^`.
  let isAnchoredAtStart: Bool
  /// Whether it ends with `$`.
  let isAnchoredAtEnd: Bool
  /// The origin between the anchors; `nil` where it is a regular expression, `*`, or of a scheme of its own.
  let origin: String?
  /// What is wrong with the form of that origin.
  let defect: Defect?

  init(_ text: String) {
    self.text = text
    isAnchoredAtStart = text.hasPrefix("^")
    isAnchoredAtEnd = text.hasSuffix("$")
    let inner = String(text.dropFirst(isAnchoredAtStart ? 1 : 0).dropLast(isAnchoredAtEnd ? 1 : 0))
      .replacing("\\.", with: ".")
    let isExpression = inner.utf8.contains { "^$*+?()[]{}|\\".utf8.contains($0) }
    let url = ParsedURL(inner)
    let isForeign = inner.contains("://") && url.schemeName != "http" && url.schemeName != "https"
    guard !isExpression, !inner.isEmpty, inner != "null", !isForeign else {
      origin = nil
      defect = nil
      return
    }
    origin = inner
    defect = isAnchoredAtStart || isAnchoredAtEnd ? nil : Self.defect(of: inner, url)
  }

  private static func defect(of text: String, _ url: ParsedURL) -> Defect? {
    guard text.contains("://"), url.schemeName != nil else { return .scheme }
    let hostEnd = url.port?.upperBound ?? url.host.upperBound + (url.isHostBracketed ? 1 : 0)
    let base = String(decoding: url.bytes[..<hostEnd], as: UTF8.self)
    if text == base + "/" { return .slash(without: base) }
    if text.utf8.count > hostEnd { return .path }
    let usual: UInt16 = url.schemeName == "https" ? 443 : 80
    if let port = url.port, url.portNumber == usual {
      return .defaultPort(without: String(decoding: url.bytes[..<(port.lowerBound - 1)], as: UTF8.self))
    }
    return nil
  }

  /// The regular expression that matches the origin and nothing else.
  var anchored: String? {
    origin.map { "^" + $0.replacing(".", with: "\\.") + "$" }
  }
}

extension Part {
  /// The items of a Cors plugin's `allow_origin` that can be looked at.
  var allowedOrigins: [(item: ListItem, origin: AllowedOrigin)] {
    guard isReadableCORSPlugin else { return [] }
    return self[.allowOrigin].listItems.compactMap { item in
      guard !item.isTemplated, let text = item.text, text != "*" else { return nil }
      return (item, AllowedOrigin(text))
    }
  }
}
