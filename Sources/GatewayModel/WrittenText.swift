import SourceText
import YAMLDocument

extension Part {
  /// The key that a field is written under, without the keys that lead to it; `nil` where its dialect cannot write it.
  public func key(of field: FieldName) -> String? {
    if usesAlternateSpelling, let key = facts.alternateSpelling[field] { return key }
    return facts.spelling[field]
  }
}

extension Field {
  /// The keys of a mapping, merges taken in; none where the value is no mapping.
  public var keys: [(text: String, origin: Origin)] {
    guard shape == .mapping, let origin else { return [] }
    let yaml = part.project.document(origin.document).yaml
    return yaml.entries(of: origin.node).map {
      (yaml.string($0.key), Origin(document: origin.document, node: $0.key, use: origin.use ?? $0.use))
    }
  }
}

extension Note {
  /// Whether the mapping that the key stands in holds another key.
  /// - Complexity: O(depth + number of keys on the way).
  public func hasSibling(_ sibling: String) -> Bool {
    let yaml = project.document(key.document).yaml
    guard let mapping = yaml.parent(of: record.key) else { return false }
    return yaml.value(of: mapping, key: sibling) != nil
  }
}

extension DocumentModel {
  /// Size of the file in bytes.
  public var byteCount: Int { yaml.source.bytes.count }
}

extension Part {
  /// Whether two parts are written with the same characters.
  public func isWrittenLike(_ other: Part) -> Bool {
    let own = project.document(origin.document).yaml
    let others = project.document(other.origin.document).yaml
    let text = own.source.bytes[own.span(origin.node).range]
    return text.elementsEqual(others.source.bytes[others.span(other.origin.node).range])
  }
}
