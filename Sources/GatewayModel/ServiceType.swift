/// The kinds of back end.
///
/// Source: Cloud API `CreateApi.ServiceType` and, for CLB, the comment of `ModifyApi` [sdk].
public enum ServiceType: String, Sendable, CaseIterable {
  case http = "HTTP"
  case mock = "MOCK"
  case tsf = "TSF"
  case scf = "SCF"
  case eb = "EB"
  case target = "TARGET"
  case vpc = "VPC"
  case upstream = "UPSTREAM"
  case grpc = "GRPC"
  case cos = "COS"
  case webSocket = "WEBSOCKET"
  case clb = "CLB"

  /// The kind that a word names, without regard to case.
  public init?(word: some StringProtocol) {
    self.init(bytes: Array(word.utf8)[...])
  }

  /// The kind that the bytes of a word name, without regard to case.
  public init?(bytes: ArraySlice<UInt8>) {
    guard let known = Self.all.first(where: { $0.isNamed(bytes) }) else { return nil }
    self = known
  }

  /// All kinds, made once: `allCases` makes a list each time.
  private static let all = allCases

  private func isNamed(_ bytes: ArraySlice<UInt8>) -> Bool {
    let name = rawValue.utf8
    return bytes.count == name.count && zip(bytes, name).allSatisfy { $0 == $1 || $0 == $1 | 0x20 }
  }
}

/// The methods that the control plane accepts for an API.
///
/// Source: control-plane error `InvalidParameterValue.InvalidMethod` [sdk].
public enum APIMethod: String, Sendable, CaseIterable {
  case any = "ANY"
  case begin = "BEGIN"
  case get = "GET"
  case post = "POST"
  case delete = "DELETE"
  case head = "HEAD"
  case put = "PUT"
  case options = "OPTIONS"
  case trace = "TRACE"
  case patch = "PATCH"

  /// The method that a word names, without regard to case; `x-apigw-any-method` is ANY by convention.
  public init?(word: some StringProtocol) {
    let upper = word.uppercased()
    self.init(rawValue: upper == "X-APIGW-ANY-METHOD" ? "ANY" : upper)
  }
}
