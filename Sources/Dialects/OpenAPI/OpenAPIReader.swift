import GatewayModel
import YAMLDocument

/// Reads an OpenAPI document with `x-apigw-*` keys into the model.
struct OpenAPIReader: DialectReader {
  let yaml: YAMLDocument
  let builder: ModelBuilder
  /// The operations read so far.
  private var operations: [UInt32] = []

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
    reader.builder.noteAccidents(variables: false, booleans: false, placeholders: .inTexts)
    return reader.builder.finish(file: file, facts: OpenAPIFacts.facts, knownKeys: KeyLevel.knownKeys)
  }

  // MARK: Document

  private mutating func readRoot(_ root: NodeID) {
    builder.begin(.service, node: root)
    operations = []
    var paths: Entry?
    var misplaced: [MisplacedKey] = []
    for entry in yaml.entries(of: root) {
      let value = yaml.resolved(entry.value)
      if yaml.isScalar(entry.key, equalTo: "openapi") || yaml.isScalar(entry.key, equalTo: "swagger") {
        builder.set(.openAPIVersion, value: entry.value, use: entry.use)
      } else if yaml.isScalar(entry.key, equalTo: "servers") {
        builder.set(.servers, value: entry.value, use: entry.use)
        readServers(entry.value, use: entry.use)
      } else if yaml.isScalar(entry.key, equalTo: "paths") {
        builder.set(.apiList, value: entry.value, use: entry.use)
        if yaml.kind(value) == .mapping { paths = entry }
      } else if let known = misplacedKey(entry) {
        misplaced.append(known)
      } else {
        noteUnknownExtension(entry)
      }
    }
    if let paths {
      let shared = PathItemContext(root: root, mislaid: misplaced.map(\.field))
      readPaths(yaml.resolved(paths.value), shared, use: paths.use)
    }
    noteMisplaced(misplaced, affecting: operations[...])
    builder.end()
    builder.noteDuplicateKeys(below: root)
  }

  private mutating func readPaths(_ paths: NodeID, _ shared: PathItemContext, use: NodeID?) {
    for entry in yaml.entries(of: paths) {
      guard !builder.limitReached else { return }
      if yaml.scalar(entry.key).starts(with: Array("x-".utf8)) {
        if let known = misplacedKey(entry) {
          noteMisplaced([known], affecting: [])
        } else {
          noteUnknownExtension(entry)
        }
        continue
      }
      let item = yaml.resolved(entry.value)
      let itemUse = use ?? entry.use ?? (item == entry.value ? nil : entry.value)
      if yaml.isScalar(entry.key, equalTo: "$ref") {
        builder.note(.unresolvedReference, key: entry.key, value: entry.value, use: itemUse)
        builder.markIncomplete()
        continue
      }
      if isNoPath(entry.key, item) {
        builder.note(.keyAmongPaths, key: entry.key, value: entry.value, use: itemUse)
        continue
      }
      guard yaml.kind(item) == .mapping else {
        builder.note(.itemNotMapping, key: entry.key, value: item, use: itemUse, within: .pathItem)
        continue
      }
      var shared = shared
      shared.path = entry.key
      readPathItem(item, shared, use: itemUse)
    }
  }

  /// - Parameter references: how many references led here; a chain of more is taken for a circle.
  private mutating func readPathItem(_ item: NodeID, _ outer: PathItemContext, use: NodeID?, references: Int = 0) {
    var shared = outer
    var methods: [Entry] = []
    var misplaced: [MisplacedKey] = []
    for entry in yaml.entries(of: item) {
      if yaml.isScalar(entry.key, equalTo: "parameters") {
        shared.parameters = entry.value
      } else if yaml.isScalar(entry.key, equalTo: "servers") {
        shared.servers = entry.value
      } else if yaml.isScalar(entry.key, equalTo: "$ref") {
        guard references < Self.referenceLimit,
          let target = resolveReference(yaml.string(entry.value), root: outer.root), yaml.kind(target) == .mapping
        else {
          builder.note(.unresolvedReference, key: entry.key, value: entry.value, use: use)
          continue
        }
        readPathItem(target, outer, use: entry.value, references: references + 1)
      } else if isMethod(entry.key) {
        methods.append(entry)
      } else if let known = misplacedKey(entry) {
        misplaced.append(known)
      } else if yaml.scalar(entry.key).starts(with: Array("x-".utf8)) {
        noteUnknownExtension(entry)
      } else if !Self.pathItemKeys.contains(yaml.string(entry.key)) {
        builder.note(.unknownMethod, key: entry.key, value: entry.value, use: use ?? entry.use)
      }
    }
    shared.mislaid += misplaced.map(\.field)
    let earlier = operations.count
    for entry in methods { readOperation(entry, shared, use: use ?? entry.use) }
    noteMisplaced(misplaced, affecting: operations[earlier...])
  }

  /// Whether a key among the paths is something that belongs below one: a method with its operation, or a key of a path
  /// item or an operation. A path that lacks its slash has methods below it.
  private func isNoPath(_ key: NodeID, _ item: NodeID) -> Bool {
    guard let first = yaml.scalar(key).first, !Self.pathSigns.contains(first) else { return false }
    guard yaml.kind(item) == .mapping else { return true }
    return isMethod(key)
      && !yaml.entries(of: item).contains { isMethod($0.key) || yaml.isScalar($0.key, equalTo: "$ref") }
  }

  /// What a path may begin with, prefixes that say how it matches included; braces may be filled in later.
  private static let pathSigns = Array("/=^~{$".utf8)

  private static let referenceLimit = 16
  private static let pathItemKeys: Set<String> = ["summary", "description"]

  private func isMethod(_ key: NodeID) -> Bool {
    let word = yaml.string(key)
    return word == "x-apigw-any-method" || Self.methods.contains(word.lowercased())
  }

  static let methods: Set<String> = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "begin", "any",
  ]

  /// Reads the addresses of a list of servers as parts below the one that is open.
  private func readServers(_ value: NodeID, use: NodeID?) {
    let list = yaml.resolved(value)
    guard yaml.kind(list) == .sequence else { return }
    for item in yaml.children(of: list) {
      let server = yaml.resolved(item)
      guard yaml.kind(server) == .mapping else { continue }
      let use = use ?? (list == value ? nil : value) ?? (server == item ? nil : item)
      builder.begin(.server, node: server, use: use)
      if let url = yaml.value(of: server, key: "url") { builder.set(.serverURL, value: url, use: use) }
      builder.end()
    }
  }

  // MARK: Operation

  private mutating func readOperation(_ entry: Entry, _ item: PathItemContext, use inherited: NodeID?) {
    let operation = yaml.resolved(entry.value)
    let use = inherited ?? (operation == entry.value ? nil : entry.value)
    operations.append(builder.begin(.api, node: operation, use: use))
    defer { builder.end() }
    if let path = item.path { builder.set(.path, value: path) }
    for field in item.mislaid { builder.mislay(field) }
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
      } else if yaml.isScalar(entry.key, equalTo: "map_from") || yaml.isScalar(entry.key, equalTo: "MapFrom") {
        builder.set(.mapFrom, value: entry.value, use: use)
      } else if yaml.isScalar(entry.key, equalTo: "requestBody") {
        readRequestBody(entry.value, root: item.root, use: use)
      } else if let field = readExtension(entry, use: use), field == .backend {
        backend = entry
      }
    }
    if let servers = item.servers, !builder.has(.servers) { builder.set(.servers, value: servers, use: operation) }
    if let (servers, use) = builder.value(of: .servers) { readServers(servers, use: use) }
    if let backend { readBackend(backend, use: use) }
    readNestedSettings(of: .backend, use: use)
    readParameters(own: own, shared: item.parameters, operation: operation, root: item.root, use: use)
  }

  /// Reads a key that begins with `x-apigw-` and returns its field.
  private func readExtension(_ entry: Entry, use: NodeID?) -> FieldName? {
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
      builder.mislay(.constantParameters)
      builder.note(.misspelledKey, key: entry.key, value: entry.value, use: use, expected: .constantParameters)
      return nil
    }
    noteUnknownExtension(entry)
    return nil
  }

  static let prefix = Array("x-apigw-".utf8)

  static let extensionTable = KeyTable<OpenAPIFacts.Extension>(
    OpenAPIFacts.extensions.flatMap { known in
      [(known.key, known)] + (known.otherSpelling.map { [($0, known)] } ?? [])
    })

  private func readRequestBody(_ body: NodeID, root: NodeID, use: NodeID?) {
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
    LocalReference.target(of: reference, in: yaml, root: root)
  }
}

/// What the operations of one path item share.
struct PathItemContext {
  let root: NodeID
  var path: NodeID?
  var parameters: NodeID?
  var servers: NodeID?
  /// Fields whose keys stand above the operations, where nothing reads them.
  var mislaid: [FieldName] = []
}
