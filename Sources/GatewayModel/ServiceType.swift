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
    var word = String(word)
    guard let known = word.withUTF8({ Self(bytes: $0) }) else { return nil }
    self = known
  }

  /// The kind that the bytes of a word name, without regard to case.
  init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard let known = Self.all.first(where: { Self.isWord(bytes, $0.name) }) else { return nil }
    self = known.type
  }

  /// All kinds with their names, made once: rules ask for the kind of every API again and again.
  private static let all: [(name: [UInt8], type: ServiceType)] = allCases.map { (Array($0.rawValue.utf8), $0) }

  private static func isWord(_ bytes: UnsafeBufferPointer<UInt8>, _ name: [UInt8]) -> Bool {
    guard bytes.count == name.count else { return false }
    for index in name.indices where bytes[index] != name[index] && bytes[index] != name[index] | 0x20 { return false }
    return true
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
