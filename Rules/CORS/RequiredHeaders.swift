import GatewayModel

extension Part {
  /// The headers that a caller must send and that a browser sends only if CORS allows them, in their order, each once.
  ///
  /// Required header parameters, what signatures need (`Authorization` and `X-Date`; a page cannot set `Date`), and the
  /// location of a TSF microservice. Headers that browsers send on their own, or need no permission for, are left out.
  var requiredCustomHeaders: [String] {
    var headers: [String] = []
    func add(_ name: String) {
      let lower = name.lowercased()
      guard !Self.freeHeaders.contains(lower), !headers.contains(where: { $0.lowercased() == lower }) else { return }
      headers.append(name)
    }
    let isTSF = self[.apiType].effectiveText?.uppercased() == "TSF"
    for parameter in requestParameters where parameter.parameterPosition == .header {
      guard let name = parameter[.parameterName].text, !parameter[.parameterName].isTemplated else { continue }
      let isLocation = isTSF && Self.locationHeaders.contains(name.lowercased())
      if isLocation || parameter[.parameterRequired].boolean == true { add(name) }
    }
    if authenticationKind == .secret || authenticationKind == .app {
      add("Authorization")
      add("X-Date")
    }
    return headers
  }

  private static let locationHeaders: Set<String> = ["x-microservice-name", "x-namespace-code"]

  /// Headers that need no permission, and those that a page cannot set (Fetch standard).
  private static let freeHeaders: Set<String> = [
    "accept", "accept-language", "content-language", "accept-charset", "accept-encoding", "connection",
    "content-length", "cookie", "date", "expect", "host", "keep-alive", "origin", "referer", "te", "trailer",
    "transfer-encoding", "upgrade", "via", "access-control-request-headers", "access-control-request-method",
  ]
}

/// The headers that the gateway allows by itself where an API's CORS flag is on.
///
/// Source: the vendor's page on CORS support of APIs, compiled into the gateway [official].
enum BuiltInCORSHeaders {
  static func allow(_ name: String) -> Bool { names.contains(name.lowercased()) }

  private static let names: Set<String> = [
    "x-api-id", "x-service-ratelimit", "x-usageplan-ratelimit", "x-usageplan-quota", "cache-control", "connection",
    "content-disposition", "date", "keep-alive", "pragma", "via", "accept", "accept-charset", "accept-encoding",
    "accept-language", "authorization", "cookie", "expect", "from", "host", "if-match", "if-modified-since",
    "if-none-match", "if-range", "if-unmodified-since", "range", "origin", "referer", "user-agent", "x-forwarded-for",
    "x-forwarded-host", "x-forwarded-proto", "accept-range", "age", "content-range", "content-security-policy", "etag",
    "expires", "last-modified", "location", "server", "set-cookie", "trailer", "transfer-encoding", "vary", "allow",
    "content-encoding", "content-language", "content-length", "content-location", "content-type",
  ]
}
