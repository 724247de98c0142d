import GatewayModel
import SourceText
import YAMLDocument

/// Lowers mends to edits of one document: a file, or a text that stands in a scalar of another document.
final class DocumentLowering {
  private let project: Project
  private let document: UInt32
  private let yaml: YAMLDocument
  private let isEncrypted: Bool
  private(set) lazy var editor = YAMLEditor(yaml, schema: project.document(document).facts.schema)

  /// A mend that cannot be lowered.
  struct Refusal: Error {}

  init(_ project: Project, document: UInt32) {
    self.project = project
    self.document = document
    let yaml = project.document(document).yaml
    self.yaml = yaml
    isEncrypted = yaml.roots.contains { root in
      guard let seal = yaml.value(of: root, key: "sops") else { return false }
      return yaml.value(of: seal, key: "mac") != nil
    }
  }

  /// The edits that carry out the steps of a mend, ordered by place and free of overlap.
  func edits(for steps: [MendStep], throughReferences: Bool) throws -> [ByteEdit] {
    guard !isEncrypted, yaml.problem == nil else { throw Refusal() }
    var edits: [ByteEdit] = []
    var insertions = Insertions()
    for step in steps { edits += try lower(step, &insertions, throughReferences) }
    edits += try lower(insertions)
    return try Self.ordered(edits)
  }

  /// The edits that put another text into the scalar that holds a document.
  func edits(forText text: String, in holder: NodeID) throws -> [ByteEdit] {
    guard !isEncrypted else { throw Refusal() }
    return try Self.ordered(editor.replace(holder, with: .string(text)))
  }

  /// Sorted by place, those at one place in their order; refused where two overlap or nothing is left to do.
  private static func ordered(_ edits: [ByteEdit]) throws -> [ByteEdit] {
    let sorted = edits.enumerated().sorted {
      ($0.element.span.start, $0.element.span.end, $0.offset) < ($1.element.span.start, $1.element.span.end, $1.offset)
    }.map(\.element)
    for (edit, next) in zip(sorted, sorted.dropFirst()) where edit.span.end > next.span.start { throw Refusal() }
    guard !sorted.isEmpty else { throw Refusal() }
    return sorted
  }

  // MARK: Steps

  private func lower(
    _ step: MendStep, _ insertions: inout Insertions, _ throughReferences: Bool
  ) throws -> [ByteEdit] {
    switch step {
    case .set(let origin, let value):
      let node = try node(of: origin, throughReferences)
      try requireLiteral(node)
      guard yaml.isKey(node) else {
        return try editor.replace(node, with: try newValue(value, NamingContext(document: facts)))
      }
      guard case .string(let text) = value else { throw Refusal() }
      return try editor.rename(node, to: text)
    case .insert(let field, let value, let id):
      try plan(field, value, part(id, throughReferences), &insertions, throughReferences)
      return []
    case .remove(let origin):
      let node = try node(of: origin, throughReferences)
      let value = editor.value(ofKey: node) ?? node
      try requireLiteral(value)
      return try editor.remove(value)
    case .renameKey(let origin, let text):
      let node = try node(of: origin, throughReferences)
      guard let key = yaml.isKey(node) ? node : editor.key(ofValue: node) else { throw Refusal() }
      try requireLiteral(key)
      return try editor.rename(key, to: text)
    case .addParameter(let name, let position, let isRequired, let id):
      let part = try part(id, throughReferences)
      var fields = [
        MendField(.parameterName, .string(name)),
        MendField(.parameterPosition, .string(position.spelled(part.facts.positionSpelling))),
      ]
      if isRequired { fields.append(MendField(.parameterRequired, .boolean(true))) }
      fields.append(MendField(.parameterType, .string("string")))
      return try append(.fields(fields), .requestParameters, part, &insertions, throughReferences)
    case .append(let value, let field, let id):
      return try append(value, field, part(id, throughReferences), &insertions, throughReferences)
    case .move(let origin, let field, let id):
      let key = try node(of: origin, throughReferences)
      let part = try part(id, throughReferences)
      let place = try holder(of: field, in: part, throughReferences)
      guard place.absent.isEmpty, let name = NamingContext(part).spelling(of: field), yaml.isKey(key),
        part[field].isAbsent
      else { throw Refusal() }
      return try editor.move(entryOf: key, into: place.node, as: name)
    case .wrapInList(let origin):
      let node = try node(of: origin, throughReferences)
      try requireLiteral(node)
      return try editor.wrapInList(node)
    case .unwrapList(let origin):
      let node = try node(of: origin, throughReferences)
      try requireLiteral(node)
      return try editor.unwrapList(node)
    case .nest(let keys, let name):
      return try editor.nest(entriesOf: try keys.map { try node(of: $0, throughReferences) }, under: name)
    case .lift(let origin):
      return try editor.lift(valueOf: try node(of: origin, throughReferences))
    case .rewrite(let origin, let offset, let count, let text):
      return try editor.rewrite(try node(of: origin, throughReferences), at: offset, count: count, with: text)
    case .quoteAsJSON(let origin):
      let node = try node(of: origin, throughReferences)
      try requireLiteral(node)
      return try editor.writeAsText(node)
    }
  }

  private func append(
    _ value: MendValue, _ field: FieldName, _ part: Part, _ insertions: inout Insertions, _ throughReferences: Bool
  ) throws -> [ByteEdit] {
    let list = part[field]
    guard list.shape == .list, let origin = list.origin else {
      guard list.shape == .null else { throw Refusal() }
      try plan(field, .list([value]), part, &insertions, throughReferences)
      return []
    }
    let context = NamingContext(part, inside: field)
    return try editor.insert(
      items: [try newValue(value, context)], into: try node(of: origin, throughReferences))
  }

  // MARK: Origins

  private var facts: DialectFacts { project.document(document).facts }

  private func part(_ id: PartID, _ throughReferences: Bool) throws -> Part {
    let part = project.part(id)
    guard part.origin.use == nil || throughReferences else { throw Refusal() }
    return part
  }

  private func node(of origin: Origin, _ throughReferences: Bool) throws -> NodeID {
    guard origin.document == document, origin.use == nil || throughReferences else { throw Refusal() }
    return origin.node
  }

  /// Refuses values that hold `${…}` or `{{…}}`: what stands there in the end is not known.
  private func requireLiteral(_ node: NodeID) throws {
    let isTemplated = yaml.subtree(of: node).contains {
      // `{{x}}` without quotes is a mapping whose key is a mapping.
      yaml.kind($0) == .scalar ? Field.isTemplate(yaml.scalar($0)) : yaml.kind($0) == .mapping && yaml.isKey($0)
    }
    if isTemplated { throw Refusal() }
  }

  // MARK: Insertions

  /// New entries by the mapping, or the value that is to become one, in which they stand.
  private struct Insertions {
    var order: [NodeID] = []
    var entries: [NodeID: [NewEntry]] = [:]

    mutating func add(_ entry: NewEntry, below path: [String], of node: NodeID) {
      if entries[node] == nil { order.append(node) }
      Self.add(entry, below: path[...], to: &entries[node, default: []])
    }

    private static func add(_ entry: NewEntry, below path: ArraySlice<String>, to entries: inout [NewEntry]) {
      guard let key = path.first else {
        // Several items for a list that is still to be written make one list.
        if let index = entries.firstIndex(where: { $0.key == entry.key }),
          case .list(let present) = entries[index].value,
          case .list(let more) = entry.value
        {
          entries[index].value = .list(present + more)
        } else {
          entries.append(entry)
        }
        return
      }
      var inner: [NewEntry] = []
      let index = entries.firstIndex { $0.key == key }
      if let index, case .map(let present) = entries[index].value { inner = present }
      add(entry, below: path.dropFirst(), to: &inner)
      if let index { entries[index].value = .map(inner) } else { entries.append(NewEntry(key, .map(inner))) }
    }
  }

  private func lower(_ insertions: Insertions) throws -> [ByteEdit] {
    try insertions.order.flatMap { node -> [ByteEdit] in
      let entries = insertions.entries[node] ?? []
      return yaml.kind(node) == .mapping
        ? try editor.insert(entries, into: node) : try editor.replace(node, with: .map(entries))
    }
  }

  private func plan(
    _ field: FieldName, _ value: MendValue, _ part: Part, _ insertions: inout Insertions, _ throughReferences: Bool
  ) throws {
    let context = NamingContext(part)
    guard let name = context.spelling(of: field) else { throw Refusal() }
    let new = try newValue(value, NamingContext(part, inside: field))
    if let origin = part[field].origin {
      guard part[field].shape == .null else { throw Refusal() }
      // The key is there without a value.
      switch new {
      case .map(let entries):
        let node = try node(of: origin, throughReferences)
        for entry in entries { insertions.add(entry, below: [], of: node) }
      default: throw Refusal()
      }
      return
    }
    let place = try holder(of: field, in: part, throughReferences)
    var path: [String] = []
    for container in place.absent {
      guard let name = context.spelling(of: container) else { throw Refusal() }
      path.append(name)
    }
    insertions.add(NewEntry(name, new), below: path, of: place.node)
  }

  /// The mapping that is to hold a field, and the containers below it that are still to be written.
  private func holder(
    of field: FieldName, in part: Part, _ throughReferences: Bool
  ) throws -> (node: NodeID, absent: [FieldName]) {
    var place = part.origin
    var containers = NamingContext(part).containers(of: field)[...]
    while let container = containers.first {
      let written = part[container]
      guard let origin = written.origin else { break }
      place = origin
      containers.removeFirst()
      if written.shape == .null { break }
      guard written.shape == .mapping else { throw Refusal() }
    }
    let node = try node(of: place, throughReferences)
    guard yaml.kind(node) == .mapping || isNull(node) else { throw Refusal() }
    return (node, Array(containers))
  }

  private func isNull(_ node: NodeID) -> Bool {
    yaml.kind(node) == .scalar && yaml.resolve(node, schema: facts.schema) == .null
  }

  private func newValue(_ value: MendValue, _ context: NamingContext) throws -> NewValue {
    switch value {
    case .string(let text): return .string(text)
    case .integer(let number): return .integer(number)
    case .boolean(let flag): return .boolean(flag)
    case .list(let items): return .list(try items.map { try newValue($0, context) })
    case .map(let entries): return .map(try entries.map { NewEntry($0.key, try newValue($0.value, context)) })
    case .fields(let fields):
      var insertions = Insertions()
      let top = NodeID(rawValue: 0)
      for field in fields {
        guard let name = context.spelling(of: field.name) else { throw Refusal() }
        let path = try context.containers(of: field.name).map { container in
          guard let name = context.spelling(of: container) else { throw Refusal() }
          return name
        }
        insertions.add(NewEntry(name, try newValue(field.value, context.inside(field.name))), below: path, of: top)
      }
      return .map(insertions.entries[top] ?? [])
    }
  }
}
