/// One request as a log tells it. What the log does not say is `nil`.
public struct LogEntry: Sendable, Hashable {
  /// The status that the caller got.
  public var status: UInt16?
  /// The gateway's own message; empty where it has none, which is so for answers of back ends.
  public var message = ""
  /// The status that the back end answered with; `nil` where the gateway called none.
  public var backendStatus: UInt16?
  /// What was asked for.
  public var request = Request()

  /// What a request asks for.
  public struct Request: Sendable, Hashable {
    /// `http` or `https`.
    public var scheme: String?
    /// The host.
    public var host: String?
    /// The path. Whether the environment or the path of a domain mapping is still in it is documented nowhere.
    public var path: String?
    /// The name of the environment.
    public var environment: String?
    /// The id of the service.
    public var serviceID: String?
    /// The id of the API; `nil` where none answers.
    public var apiID: String?

    /// A request of which nothing is known.
    public init() {}
  }

  /// An entry of which nothing is known.
  public init() {}
}

extension LogEntry {
  /// Sets what one variable of the gateway's log holds.
  ///
  /// Source: the vendor's pages on exporting service logs and on shipping logs to CLS [official].
  mutating func set(_ variable: String, _ value: String) {
    let value = value == "-" || value.isEmpty ? nil : value
    switch variable {
    case "env_name": request.environment = value
    case "service_id": request.serviceID = value
    case "http_host": request.host = value
    case "api_id": request.apiID = value
    case "uri": request.path = value
    case "scheme": request.scheme = value?.lowercased()
    case "rsp_st": status = value.flatMap { UInt16($0) }
    // Several back ends were tried where several statuses stand here; the last one is what came of it.
    case "ups_st": backendStatus = value?.split(whereSeparator: { $0 == "," || $0 == " " }).last.flatMap { UInt16($0) }
    case "err_msg": message = value ?? ""
    default: break
    }
  }
}
