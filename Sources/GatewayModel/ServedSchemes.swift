import YAMLDocument

/// The schemes that a service or a domain serves.
public struct ServedSchemes: OptionSet, Sendable, Hashable {
  /// One bit a scheme.
  public let rawValue: UInt8
  /// From bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Plain HTTP.
  public static let http = ServedSchemes(rawValue: 1)
  /// HTTP over TLS.
  public static let https = ServedSchemes(rawValue: 2)

  /// The schemes that a word names, without regard to case: `http`, `https`, or both with `&` between them.
  public init?(word: some StringProtocol) {
    switch word.lowercased() {
    case "http": self = .http
    case "https": self = .https
    case "http&https", "https&http": self = [.http, .https]
    default: return nil
    }
  }

  /// The word as the Cloud API writes it.
  public var word: String { self == .http ? "http" : self == .https ? "https" : "http&https" }
}

extension Field {
  /// The schemes that are written, or hold by default: one word or a list of them. `nil` where they are not known.
  public var schemes: ServedSchemes? {
    guard shape == .list else { return isTemplated ? nil : effectiveText.flatMap { ServedSchemes(word: $0) } }
    var schemes: ServedSchemes = []
    for item in items {
      guard let one = ServedSchemes(word: part.project.document(item.document).yaml.string(item.node)) else {
        return nil
      }
      schemes.formUnion(one)
    }
    return schemes.isEmpty ? nil : schemes
  }
}

extension Part {
  /// The schemes that the service of this part serves; `nil` where they are not known.
  ///
  /// What stands around the part counts first: files of one service may each keep protocols of their own.
  public var servedByService: (field: Field, schemes: ServedSchemes)? {
    if let own = enclosing(.service)?[.serviceProtocol], let schemes = own.schemes { return (own, schemes) }
    guard let group = project.service(of: self) else { return nil }
    for service in project.parts(.service, of: group) {
      let field = service[.serviceProtocol]
      if field.isWritten, let schemes = field.schemes { return (field, schemes) }
    }
    return nil
  }

  /// The schemes that a domain serves, its own or, where the deploying tool takes those for it, the service's.
  public var domainSchemes: ServedSchemes? {
    let own = self[.domainProtocol]
    if !own.isAbsent, own.shape != .null { return own.schemes }
    return facts.tool.joinsProtocols ? servedByService?.schemes : nil
  }
}
