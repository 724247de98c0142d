import GatewayModel
import YAMLDocument

extension Project {
  /// The APIs of a document, one for every path as it is written: where several methods share a path item, the first
  /// stands for them all.
  /// - Complexity: O(n) in the number of APIs.
  func apisWithOwnPath(in document: UInt32) -> [Part] {
    var seen = Set<NodeID>()
    return parts(.api, in: document).filter { api in
      guard let node = api[.path].node else { return false }
      return seen.insert(node).inserted
    }
  }
}
