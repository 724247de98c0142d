import GatewayModel
import Linting

/// The address that the gateway calls.
extension Part {
  /// Whether the host comes from a VPC channel, so that the URL's is not used; true also where that cannot be told.
  var mayBeBehindUpstream: Bool {
    let product = self[.product]
    return product.isTemplated || product.text?.lowercased() == "upstream"
  }

  /// The back end's URL, taken apart; nil where none is written, it is filled in later, the kind of back end calls none,
  /// or its host is not used.
  var calledURL: ParsedURL? {
    switch serviceType {
    case .http, .webSocket, .grpc, .tsf: break
    default: return nil
    }
    let url = self[.backendURL]
    guard !url.isBlank, !url.isTemplated, !mayBeBehindUpstream, let text = url.text else { return nil }
    return ParsedURL(text)
  }

  /// The back end's URL as `calledURL`, but only where its form leaves no doubt which host is meant.
  var soundURL: ParsedURL? {
    guard let url = calledURL, !URLDefect.all(in: url, of: self).contains(where: { $0.severity == .error }) else {
      return nil
    }
    return url
  }

  /// The path on the back end; nil where none is written, it is filled in later, or the kind of back end has none.
  var calledPath: String? {
    switch serviceType {
    case .http, .webSocket, .tsf, .cos: break
    default: return nil
    }
    let path = self[.backendPath]
    return path.isTemplated ? nil : path.text
  }
}
