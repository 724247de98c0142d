/// Messages from the server.
enum Answer {
  /// The protocol's numbers for failures.
  enum Code: Int {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case serverNotInitialized = -32002
    case requestCancelled = -32800
  }

  /// The result of a request.
  static func success(_ id: RequestID, _ result: JSONValue) -> JSONValue {
    .object(["jsonrpc": .string("2.0"), "id": id.json, "result": result])
  }

  /// Why a request has no result.
  static func failure(_ id: RequestID?, _ code: Code, _ message: String) -> JSONValue {
    .object([
      "jsonrpc": .string("2.0"), "id": id?.json ?? .null,
      "error": .object(["code": .int(code.rawValue), "message": .string(message)]),
    ])
  }

  /// A message that wants no answer.
  static func notification(_ method: String, _ parameters: JSONValue) -> JSONValue {
    .object(["jsonrpc": .string("2.0"), "method": .string(method), "params": parameters])
  }
}
