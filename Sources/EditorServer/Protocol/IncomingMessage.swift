import FoundationEssentials

/// A message from the client: what it is, and its bytes for the parameters.
struct IncomingMessage: Sendable {
  /// The request that wants an answer; `nil` for a notification.
  let id: RequestID?
  /// What is asked; `nil` for an answer to a request of the server's.
  let method: String?
  private let content: [UInt8]

  /// Content that is no JSON object.
  struct Unreadable: Error {}

  init(_ content: [UInt8]) throws(Unreadable) {
    guard let header = try? JSONDecoder().decode(Header.self, from: Data(content)) else { throw Unreadable() }
    id = header.id
    method = header.method
    self.content = content
  }

  /// The parameters, in the form that the method has.
  func parameters<P: Decodable>(_ type: P.Type) -> P? {
    (try? JSONDecoder().decode(Body<P>.self, from: Data(content)))?.params
  }

  private struct Header: Decodable {
    var id: RequestID?
    var method: String?
  }

  private struct Body<P: Decodable>: Decodable {
    var params: P
  }
}

/// The id of a request: a number or a text.
enum RequestID: Hashable, Sendable, Decodable {
  case number(Int)
  case text(String)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  /// The id as it is sent back.
  var json: JSONValue {
    switch self {
    case .number(let number): .int(number)
    case .text(let text): .string(text)
    }
  }
}
