import Dialects
import GatewayModel
import Linting

/// What the shape of a dialect allows at a place.
struct ShapeCandidates {
  let shape: DialectShape
  let language: Language
  /// The names that a field may name.
  let names: (FieldName) -> [String]

  /// What stands at the end of a path.
  private enum Target {
    case mapping(MappingShape)
    case value(KeyShape, isElement: Bool)
  }

  /// The words for a place, in the order of their declaration.
  func candidates(at place: CursorPlace) -> [Candidate] {
    guard let target = target(of: place.path) else { return [] }
    var result: [Candidate] = []
    if place.role != .key, case .value(let key, let isElement) = target { result += values(of: key, isElement) }
    if place.role != .value, let mapping = mapping(of: target) { result += keys(of: mapping, place.siblings) }
    return result
  }

  private func target(of path: [CursorPlace.Step]) -> Target? {
    guard let root = shape.mappings.first else { return nil }
    var target = Target.mapping(root)
    for step in path {
      switch step {
      case .item:
        guard case .value(let key, isElement: false) = target else { return nil }
        target = .value(key, isElement: true)
      case .key(let name, let siblings):
        guard let mapping = mapping(of: target), let next = value(of: name, in: mapping, siblings) else { return nil }
        target = next
      }
    }
    return target
  }

  private func value(of name: String, in mapping: MappingShape, _ siblings: [String: String]) -> Target? {
    let variant = mapping.variants.first { $0.decided.key == name && siblings[$0.key] == $0.word }
    if let key = variant?.decided ?? mapping.keys.first(where: { $0.key == name }) {
      return .value(key, isElement: false)
    }
    guard case .mappings(let inner, let freePrefix) = mapping.others, !name.hasPrefix(freePrefix) else { return nil }
    return shape.mappings.first { $0.name == inner }.map { .mapping($0) }
  }

  /// The mapping that a target is.
  private func mapping(of target: Target) -> MappingShape? {
    guard case .value(let key, let isElement) = target else {
      if case .mapping(let mapping) = target { return mapping }
      return nil
    }
    let name: String
    switch key.value {
    case .plain: return nil
    case .mapping(let inner), .mappingOrText(let inner):
      if isElement { return nil }
      name = inner
    case .list(let inner), .listOfTextsOr(let inner), .listOrText(let inner):
      if !isElement { return nil }
      name = inner
    }
    return shape.mappings.first { $0.name == name }
  }

  /// The keys of a mapping that are not written yet; first those that the chosen kind of back end asks for.
  private func keys(of mapping: MappingShape, _ written: [String: String]) -> [Candidate] {
    let serviceType = mapping.keys.first { $0.field == .serviceType }.flatMap { written[$0.key] } ?? ""
    let needed = FieldName.backEndFields(ofServiceType: serviceType)
    let first = needed.flatMap { field in mapping.keys.filter { $0.field == field } }
    let others = mapping.keys.filter { key in !(key.field.map { needed.contains($0) } ?? false) }
    return (first + others).compactMap { key in
      guard let field = key.field, written[key.key] == nil else { return nil }
      let holdsMore = field.valueType == .list || field.valueType == .mapping
      return Candidate(
        word: key.key, kind: .key, documentation: field.explanation(in: language) ?? "",
        opensBlock: key.value != .plain || holdsMore)
    }
  }

  private func values(of key: KeyShape, _ isElement: Bool) -> [Candidate] {
    guard let field = key.field, key.value == .plain, (field.valueType == .list) == isElement else { return [] }
    if field.valueType == .boolean {
      return ["true", "false"].map { Candidate(word: $0, kind: .value, isLiteral: true) }
    }
    return field.values(ofKey: key.key).map { value in
      Candidate(word: value.word, kind: .value, documentation: value.meaning[language])
    } + names(field).map { Candidate(word: $0, kind: .name) }
  }
}

extension FieldName {
  /// What a field does and which words it takes, as Markdown; `nil` where its name says it all.
  func explanation(in language: Language) -> String? {
    let words = values.map { "- `\($0.word)`: \($0.meaning[language])" }
    let parts = [guide?[language], words.isEmpty ? nil : words.joined(separator: "\n")].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "\n\n")
  }
}
