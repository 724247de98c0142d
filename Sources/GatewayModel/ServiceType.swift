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
    self.init(rawValue: word.uppercased())
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
