import GatewayModel
import SourceText
import YAMLDocument

/// What the model knows of a place in a file.
struct ModelPlace {
  let project: Project
  let document: UInt32
  /// The node of the syntax tree under the place.
  let node: NodeID
  /// The fields whose key or value is that node, once for each part that has it.
  let fields: [(field: Field, isKey: Bool)]

  /// Looks a byte offset up; `nil` where no node is.
  /// - Complexity: O(number of fields of the document).
  init?(at offset: UInt32, of document: UInt32, in project: Project) {
    let model = project.document(document)
    guard let node = Self.node(at: offset, in: model.yaml) else { return nil }
    self.project = project
    self.document = document
    self.node = node
    var fields: [(field: Field, isKey: Bool)] = []
    for part in project.parts(in: document) {
      for field in part.writtenFields {
        guard let origin = field.origin, origin.document == document else { continue }
        if origin.node == node {
          fields.append((field, false))
        } else if model.yaml.keyNode(ofValue: origin.node) == node {
          fields.append((field, true))
        } else if field.items.contains(where: { $0.node == node }) {
          fields.append((field, false))
        }
      }
    }
    self.fields = fields
  }

  /// The node of which an offset is in the bytes or in the anchor.
  private static func node(at offset: UInt32, in yaml: YAMLDocument) -> NodeID? {
    let anchored = (0..<UInt32(yaml.nodeCount)).lazy.map { NodeID(rawValue: $0) }
      .first { yaml.anchorSpan($0)?.touches(offset) ?? false }
    return anchored ?? yaml.node(at: offset)
  }

  var yaml: YAMLDocument { project.document(document).yaml }

  /// The span of the node.
  var span: ByteSpan { yaml.span(node) }

  /// The APIs whose path is the node.
  var apisOfPath: [Part] { fields.filter { $0.field.name == .path && $0.field.part.kind == .api }.map(\.field.part) }
}
