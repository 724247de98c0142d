/// The places where the gateway looks for a token.
///
/// Source: the serverless component's schema and code, and a README of the vendor's SDK generator [component].
enum TokenLocation: String, CaseIterable {
  case authorization = "method.req.header.authorization"
  case cookie = "method.req.header.cookie"

  /// The short form that some tools write out before they call the Cloud API.
  var shortForm: String { self == .authorization ? "authorization" : "cookie" }

  /// The location that a text means which is none, where there is no doubt.
  init?(meaning text: String) {
    let plain = text.lowercased().filter { !$0.isWhitespace }
    switch plain {
    case "authorization", "header", "header.authorization", "req.header.authorization",
      "method.request.header.authorization":
      self = .authorization
    case "cookie", "header.cookie", "req.header.cookie", "method.request.header.cookie": self = .cookie
    default: self.init(rawValue: plain)
    }
  }
}
