import Dialects
import GatewayModel
import Linting

/// What the shape of a dialect allows at a place.
struct ShapeCandidates {
  let shape: DialectShape
  let language: Language

  /// What stands at the end of a path.
  private enum Target {
    case mapping(MappingShape)
    case value(KeyShape, isElement: Bool)
  }

  /// The field whose value, or an element of it, stands at a place.
  func field(at place: CursorPlace) -> FieldName? {
    guard place.role != .key, case .value(let key, _)? = target(of: place.path) else { return nil }
    return key.field
  }

  /// The words for a place, in the order of their declaration.
  /// - Parameter names: the names that its field may name.
  func candidates(at place: CursorPlace, names: [String]) -> [Candidate] {
    guard let target = target(of: place.path) else { return [] }
    var result: [Candidate] = []
    if place.role != .key, case .value(let key, let isElement) = target {
      result += values(of: key, isElement, names)
      if place.role == .value, key.field == .serviceType, let around = mappingAround(place) {
        result += backEnds(of: key, in: around, place.siblings)
      }
    }
    if place.role != .value, let mapping = mapping(of: target, place.siblings) {
      result += [fieldsOfBackEnd(in: mapping, place.siblings)].compactMap { $0 } + keys(of: mapping, place.siblings)
    }
    return result
  }

  private func mappingAround(_ place: CursorPlace) -> MappingShape? {
    target(of: Array(place.path.dropLast())).flatMap { mapping(of: $0, place.siblings) }
  }

  private func target(of path: [CursorPlace.Step]) -> Target? {
    guard let root = shape.mappings.first else { return nil }
    var target = Target.mapping(root)
    for step in path {
      switch step {
      case .item:
        switch target {
        case .value(let key, isElement: false): target = .value(key, isElement: true)
        // A file may hold a list of what it holds else.
        case .mapping(let mapping) where mapping.name == root.name && path.first == .item: break
        default: return nil
        }
      case .key(let name, let siblings):
        guard let mapping = mapping(of: target, siblings), let next = value(of: name, in: mapping, siblings) else {
          return nil
        }
        target = next
      }
    }
    return target
  }

  private func value(of name: String, in mapping: MappingShape, _ siblings: [String: String]) -> Target? {
    let variant = mapping.variants.first { $0.decided.key == name && siblings[$0.key].map($0.holds) == true }
    if let key = variant?.decided ?? mapping.keys.first(where: { $0.key == name }) {
      return .value(key, isElement: false)
    }
    guard case .mappings(let inner, let freePrefix) = mapping.others, freePrefix.map(name.hasPrefix) != true else {
      return nil
    }
    return shape.mappings.first { $0.name == inner }.map { .mapping($0) }
  }

  /// The mapping that a target is, by the keys that are written in it.
  private func mapping(of target: Target, _ written: [String: String]) -> MappingShape? {
    guard let mapping = declaredMapping(of: target) else { return nil }
    let form = mapping.forms.first { form in written.keys.contains(where: form.marks.contains) }
    return form.flatMap { form in shape.mappings.first { $0.name == form.mapping } } ?? mapping
  }

  private func declaredMapping(of target: Target) -> MappingShape? {
    guard case .value(let key, let isElement) = target else {
      if case .mapping(let mapping) = target { return mapping }
      return nil
    }
    let name: String
    switch key.value {
    case .plain, .words: return nil
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
    // Other spellings of what is to be written.
    let set = mapping.keys.lazy.filter { !$0.isPreferred && written[$0.key] != nil }.compactMap(\.field)
    return (first + others).compactMap { key in
      guard key.isPreferred, key.field != nil || key.value != .plain, written[key.key] == nil,
        !(key.field.map(set.contains) ?? false)
      else { return nil }
      return Candidate(
        word: key.key, kind: .key, documentation: key.field?.explanation(in: language) ?? "", body: body(of: key))
    }
  }

  /// What stands behind a key.
  private func body(of key: KeyShape) -> Candidate.Body {
    switch key.value {
    case .mapping, .mappingOrText: return .mapping
    case .list, .listOfTextsOr, .listOrText: return .list
    case .words: return .scalar
    case .plain: break
    }
    switch key.field.map(shape.valueType(of:)) {
    case .list: return .list
    case .mapping: return .mapping
    default: return .scalar
    }
  }

  // MARK: Back ends

  /// What a kind of back end cannot do without, as one item; `nil` where nothing is missing, or one key alone is.
  private func fieldsOfBackEnd(in mapping: MappingShape, _ written: [String: String]) -> Candidate? {
    guard let type = mapping.keys.first(where: { $0.field == .serviceType }).flatMap({ written[$0.key] }) else {
      return nil
    }
    let entries = requiredEntries(of: type, in: mapping, written)
    guard let first = entries.first, entries.count > 1 || !first.isBlank else { return nil }
    return Candidate(
      word: first.key, kind: .snippet, detail: "\(type): \(names(of: entries))", entries: entries)
  }

  /// The kinds of back end, each together with what it cannot do without.
  private func backEnds(of key: KeyShape, in mapping: MappingShape, _ written: [String: String]) -> [Candidate] {
    guard let field = key.field else { return [] }
    return field.values(ofKey: key.key).compactMap { value in
      let entries = requiredEntries(of: value.word, in: mapping, written)
      guard !entries.isEmpty else { return nil }
      return Candidate(
        word: value.word, kind: .snippet, documentation: value.meaning[language], detail: names(of: entries),
        entries: entries)
    }
  }

  private func names(of entries: [Entry]) -> String {
    entries.map { entry in
      switch entry.value {
      case .blank: entry.key
      case .mapping(let inner), .list(let inner): "\(entry.key) {\(names(of: inner))}"
      }
    }.joined(separator: ", ")
  }

  private func requiredEntries(of type: String, in mapping: MappingShape, _ written: [String: String]) -> [Entry] {
    let routes = FieldName.requiredBackEndFields(ofServiceType: type).compactMap { field in
      route(to: field, from: mapping).map { (keys: $0, words: field.usualWords) }
    }
    return Entry.tree(of: routes).filter { written[$0.key] == nil }
  }

  /// The keys that lead from a mapping to a field, the shortest way.
  private func route(to field: FieldName, from mapping: MappingShape) -> [KeyShape]? {
    var frontier: [(mapping: MappingShape, route: [KeyShape])] = [(mapping, [])]
    for _ in 0..<Self.routeLimit {
      var next: [(mapping: MappingShape, route: [KeyShape])] = []
      for (mapping, route) in frontier {
        let keys = mapping.keys.filter(\.isPreferred)
        if let key = keys.first(where: { $0.field == field }) { return route + [key] }
        for key in keys {
          let isList = body(of: key) == .list
          guard let inner = declaredMapping(of: .value(key, isElement: isList)) else { continue }
          next.append((inner, route + [key]))
        }
      }
      frontier = next
    }
    return nil
  }

  /// How many mappings deep what a back end needs may stand.
  private static let routeLimit = 3

  // MARK: Values

  private func values(of key: KeyShape, _ isElement: Bool, _ names: [String]) -> [Candidate] {
    if case .words(let words) = key.value { return words.map { Candidate(word: $0, kind: .value) } }
    guard let field = key.field, key.value == .plain, (shape.valueType(of: field) == .list) == isElement else {
      return []
    }
    if field.valueType == .boolean {
      return ["true", "false"].map { Candidate(word: $0, kind: .value, isLiteral: true) }
    }
    if field == .method || field == .backendMethod || field == .expectedMethod {
      return APIMethod.allCases.filter { $0 != .begin }.map { Candidate(word: $0.rawValue, kind: .value) }
    }
    // A list names both schemes one by one.
    let words = field.values(ofKey: key.key).filter { !isElement || !$0.word.contains("&") }
    return words.map { value in
      Candidate(word: value.word, kind: .value, documentation: value.meaning[language])
    } + names.map { Candidate(word: $0, kind: .name) }
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
