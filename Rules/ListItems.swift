import GatewayModel
import YAMLDocument

/// An item of a list that a field holds.
struct ListItem {
  /// Where it is written.
  let origin: Origin
  /// Its characters; `nil` for null, a list or a mapping.
  let text: String?
  /// Whether a tool fills it in later.
  let isTemplated: Bool
}

extension Field {
  /// The items of the list that is written; none for any other value.
  var listItems: [ListItem] {
    items.map { origin in
      let yaml = part.project.document(origin.document).yaml
      guard yaml.kind(origin.node) == .scalar, yaml.resolve(origin.node, schema: part.facts.schema) != .null else {
        return ListItem(origin: origin, text: nil, isTemplated: false)
      }
      return ListItem(
        origin: origin, text: yaml.string(origin.node), isTemplated: Field.isTemplate(yaml.scalar(origin.node)))
    }
  }

  /// Whether the value is a template, or a list with one among its items: then what it holds is not known.
  var hasTemplate: Bool { isTemplated || isTemplateInBraces || listItems.contains { $0.isTemplated } }
}
