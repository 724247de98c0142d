import GatewayModel
import YAMLDocument

/// Reads an OpenAPI document with `x-apigw-*` keys into the model.
struct OpenAPIReader: DialectReader {
  let yaml: YAMLDocument
  var builder: ModelBuilder

  init(yaml: YAMLDocument) {
    self.yaml = yaml
    builder = ModelBuilder(yaml: yaml)
  }

  static func recognise(_ root: NodeID, in yaml: YAMLDocument) -> Recognition {
    let hasVersion = yaml.value(of: root, key: "openapi") != nil || yaml.value(of: root, key: "swagger") != nil
    guard hasVersion || yaml.value(of: root, key: "paths") != nil else { return .other }
    if yaml.hasKey(withPrefix: "x-apigw-", below: root) { return .gateway(.openAPI) }
    return hasVersion ? .plainOpenAPI : .other
  }

  static func read(_ yaml: YAMLDocument, as dialect: Dialect, file: String) -> DocumentModel {
    var reader = OpenAPIReader(yaml: yaml)
    for root in yaml.roots where yaml.kind(root) == .mapping { reader.readRoot(root) }
    return reader.builder.finish(file: file, facts: OpenAPIFacts.facts, knownKeys: KeyLevel.knownKeys)
  }

  // MARK: Document

  private mutating func readRoot(_ root: NodeID) {
    builder.begin(.service, node: root)
    var paths: Entry?
    for entry in yaml.entries(of: root) {
      let value = yaml.resolved(entry.value)
      if yaml.isScalar(entry.key, equalTo: "openapi") || yaml.isScalar(entry.key, equalTo: "swagger") {
        builder.set(.openAPIVersion, value: entry.value, use: entry.use)
      } else if yaml.isScalar(entry.key, equalTo: "servers") {
        builder.set(.servers, value: entry.value, use: entry.use)
      } else if yaml.isScalar(entry.key, equalTo: "paths") {
        builder.set(.apiList, value: entry.value, use: entry.use)
        if yaml.kind(value) == .mapping { paths = entry }
      } else {
        noteExtension(entry, isOnOperation: false)
      }
    }
    if let paths { readPaths(yaml.resolved(paths.value), root: root, use: paths.use) }
    builder.end()
    noteDuplicateKeys(below: root)
  }

  private mutating func readPaths(_ paths: NodeID, root: NodeID, use: NodeID?) {
    for entry in yaml.entries(of: paths) {
      guard !builder.limitReached else { return }
      if yaml.scalar(entry.key).starts(with: Array("x-".utf8)) {
        noteExtension(entry, isOnOperation: false)
        continue
      }
      let item = yaml.resolved(entry.value)
      let itemUse = use ?? entry.use ?? (item == entry.value ? nil : entry.value)
      guard yaml.kind(item) == .mapping else { continue }
      readPathItem(item, path: entry.key, root: root, use: itemUse)
    }
  }

  /// - Parameter references: how many references led here; a chain of more is taken for a circle.
  private mutating func readPathItem(_ item: NodeID, path: NodeID, root: NodeID, use: NodeID?, references: Int = 0) {
    var shared = PathItemContext(path: path, root: root)
    var operations: [Entry] = []
    for entry in yaml.entries(of: item) {
      if yaml.isScalar(entry.key, equalTo: "parameters") {
        shared.parameters = entry.value
      } else if yaml.isScalar(entry.key, equalTo: "servers") {
        shared.hasServers = true
      } else if yaml.isScalar(entry.key, equalTo: "$ref") {
        guard references < Self.referenceLimit, let target = resolveReference(yaml.string(entry.value), root: root),
          yaml.kind(target) == .mapping
        else {
          builder.note(.unresolvedReference, key: entry.key, value: entry.value, use: use)
          continue
        }
        readPathItem(target, path: path, root: root, use: entry.value, references: references + 1)
      } else if !Self.pathItemKeys.contains(yaml.string(entry.key)) {
        operations.append(entry)
      }
    }
    for entry in operations { readPathItemEntry(entry, shared, use: use ?? entry.use) }
  }

  private static let referenceLimit = 16
  private static let pathItemKeys: Set<String> = ["summary", "description"]

  private mutating func readPathItemEntry(_ entry: Entry, _ item: PathItemContext, use: NodeID?) {
    let key = yaml.string(entry.key)
    if key == "x-apigw-any-method" || key.lowercased() == "any" {
      readOperation(entry, item, use: use)
      return
    }
    if key.hasPrefix("x-") {
      noteExtension(entry, isOnOperation: false)
      return
    }
    if Self.methods.contains(key.lowercased()) {
      readOperation(entry, item, use: use)
    } else {
      builder.note(.unknownMethod, key: entry.key, value: entry.value, use: use)
    }
  }

  private static let methods: Set<String> = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "begin",
  ]

  // MARK: Operation

  private mutating func readOperation(_ entry: Entry, _ item: PathItemContext, use inherited: NodeID?) {
    let operation = yaml.resolved(entry.value)
    let use = inherited ?? (operation == entry.value ? nil : entry.value)
    builder.begin(.api, node: operation, use: use)
    defer { builder.end() }
    builder.set(.path, value: item.path)
    builder.set(.method, value: entry.key, use: use)
    builder.set(.operation, value: entry.value, use: use)
    let key = yaml.string(entry.key).lowercased()
    if key == "any" || key == "x-apigw-any-method" {
      builder.note(.unconfirmedMethod, key: entry.key, value: entry.value, use: use)
    }
    guard yaml.kind(operation) == .mapping else { return }

    var own: NodeID?
    var backend: Entry?
    for entry in yaml.entries(of: operation) {
      let use = use ?? entry.use
      if yaml.isScalar(entry.key, equalTo: "operationId") {
        builder.set(.apiName, value: entry.value, use: use)
      } else if yaml.isScalar(entry.key, equalTo: "parameters") {
        builder.set(.requestParameters, value: entry.value, use: use)
        own = entry.value
      } else if yaml.isScalar(entry.key, equalTo: "servers") {
        builder.set(.servers, value: entry.value, use: use)
      } else if yaml.isScalar(entry.key, equalTo: "requestBody") {
        readRequestBody(entry.value, root: item.root, use: use)
      } else if let field = readExtension(entry, use: use), field == .backend {
        backend = entry
      }
    }
    if item.hasServers, !builder.has(.servers) { builder.markIncomplete() }
    if let backend { readBackend(backend, use: use) }
    readNestedSettings(of: .backend, use: use)
    readParameters(own: own, shared: item.parameters, operation: operation, root: item.root, use: use)
  }

  /// Reads a key that begins with `x-apigw-` and returns its field.
  private mutating func readExtension(_ entry: Entry, use: NodeID?) -> FieldName? {
    let bytes = yaml.scalar(entry.key)
    guard bytes.starts(with: Self.prefix) else { return nil }
    if let known = Self.extensionTable[bytes] {
      if !known.isDocumented {
        builder.note(.unconfirmedKey, key: entry.key, value: entry.value, use: use, expected: known.field)
      }
      builder.set(known.field, value: entry.value, use: use)
      return known.field
    }
    if yaml.isScalar(entry.key, equalTo: "x-apigw-const-parameters") {
      builder.note(.misspelledKey, key: entry.key, value: entry.value, use: use, expected: .constantParameters)
      return nil
    }
    noteExtension(entry, isOnOperation: true)
    return nil
  }

  /// Notes a key that begins with `x-apigw-` where none is read, or one that no place reads.
  private mutating func noteExtension(_ entry: Entry, isOnOperation: Bool) {
    let bytes = yaml.scalar(entry.key)
    guard bytes.starts(with: Self.prefix) else { return }
    if !isOnOperation, let known = Self.extensionTable[bytes] {
      builder.note(.misplacedKey, key: entry.key, value: entry.value, use: entry.use, expected: known.field)
    } else {
      builder.note(
        .unknownKey, key: entry.key, value: entry.value, use: entry.use, level: KeyLevel.operation.rawValue)
    }
  }

  private static let prefix = Array("x-apigw-".utf8)

  private static let extensionTable = KeyTable<OpenAPIFacts.Extension>(
    OpenAPIFacts.extensions.flatMap { known in
      [(known.key, known)] + (known.otherSpelling.map { [($0, known)] } ?? [])
    })

  private mutating func readRequestBody(_ body: NodeID, root: NodeID, use: NodeID?) {
    var node = yaml.resolved(body)
    if let reference = yaml.value(of: node, key: "$ref") {
      guard let target = resolveReference(yaml.string(reference), root: root) else { return }
      node = target
    }
    if let content = yaml.value(of: node, key: "content") { builder.set(.requestBodyContent, value: content, use: use) }
  }

  // MARK: References

  /// The node that a local reference such as `#/components/parameters/Id` names; `nil` where there is none or the
  /// reference leads out of the file.
  func resolveReference(_ reference: String, root: NodeID) -> NodeID? {
    guard reference.hasPrefix("#/") else { return nil }
    var node = root
    for token in reference.dropFirst(2).split(separator: "/", omittingEmptySubsequences: false) {
      let key = Self.unescape(token)
      switch yaml.kind(node) {
      case .mapping:
        guard let value = yaml.value(of: node, key: key) else { return nil }
        node = yaml.resolved(value)
      case .sequence:
        guard let index = Int(key), let item = Array(yaml.children(of: node)).dropFirst(index).first else { return nil }
        node = yaml.resolved(item)
      case .scalar, .alias: return nil
      }
    }
    return node
  }

  /// A token of a JSON pointer without its escapes `~0`, `~1` and percent signs.
  private static func unescape(_ token: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = token.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "~"), let next = rest.first, next == UInt8(ascii: "0") || next == UInt8(ascii: "1") {
        bytes.append(next == UInt8(ascii: "0") ? UInt8(ascii: "~") : UInt8(ascii: "/"))
        rest.removeFirst()
      } else if byte == UInt8(ascii: "%"),
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
        rest.count >= 2
      {
        bytes.append(value)
        rest.removeFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// What the operations of one path item share.
struct PathItemContext {
  let path: NodeID
  let root: NodeID
  var parameters: NodeID?
  var hasServers = false
}
