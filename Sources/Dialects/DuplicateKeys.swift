import GatewayModel
import YAMLDocument

extension ModelBuilder {
  /// Notes every mapping key that stands twice, below a node of the tree that is being read.
  func noteDuplicateKeys(below root: NodeID) {
    for pair in yaml.duplicateKeys(below: root) {
      note(.duplicateKey, key: pair.again, value: pair.again, other: pair.first)
    }
  }
}
