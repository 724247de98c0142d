import GatewayModel
import YAMLDocument

/// A reader of settings in the names of the Cloud API: mappings and lists that hold each other, each with keys of its
/// own.
protocol SettingsReader {
  var builder: ModelBuilder { get }
  /// Whether a key that a mapping does not know is told.
  static var notesUnknownKeys: Bool { get }
  /// The level and field of a key that is known at one other level alone.
  static func otherPlace(of key: ArraySlice<UInt8>) -> FieldName?
}

extension SettingsReader {
  static func otherPlace(of key: ArraySlice<UInt8>) -> FieldName? { nil }

  /// Reads the keys of a mapping into the part that is open.
  func readFields(of value: NodeID, level: KeyLevel, use: NodeID? = nil) {
    let yaml = builder.yaml
    let mapping = yaml.resolved(value)
    guard yaml.kind(mapping) == .mapping else { return }
    let use = use ?? (mapping == value ? nil : value)
    let table = level.table
    for entry in yaml.entries(of: mapping) {
      let key = yaml.scalar(entry.key)
      switch table[key] {
      case .field(let field): builder.set(field, value: entry.value, use: use ?? entry.use)
      case .passive: break
      case nil where Self.notesUnknownKeys:
        if let place = Self.otherPlace(of: key) {
          builder.note(
            .misplacedKey, key: entry.key, value: entry.value, use: use ?? entry.use, expected: place,
            within: level.holder, level: level.rawValue)
        } else {
          builder.noteUnknownKey(entry, use: use ?? entry.use, level: level)
        }
      case nil: break
      }
    }
  }

  /// Reads the items of a list as parts of a kind, and what stands in them.
  func readList(_ value: NodeID, _ list: NestedList, use: NodeID? = nil, in field: FieldName? = nil) {
    let yaml = builder.yaml
    let sequence = yaml.resolved(value)
    guard yaml.kind(sequence) == .sequence else { return }
    let listUse = use ?? (sequence == value ? nil : value)
    for item in yaml.children(of: sequence) {
      guard !builder.limitReached else { return }
      readItem(item, list, use: listUse, in: field)
    }
  }

  /// Reads one item of a list as a part.
  func readItem(_ item: NodeID, _ list: NestedList, use: NodeID?, in field: FieldName?) {
    let yaml = builder.yaml
    let node = yaml.resolved(item)
    let use = use ?? (node == item ? nil : item)
    guard yaml.kind(node) == .mapping else {
      if Self.notesUnknownKeys { builder.note(.itemNotMapping, key: node, value: node, use: use, within: field) }
      return
    }
    readPart(node, list, use: use)
  }

  /// Reads a mapping as a part, with all that stands in it.
  func readPart(_ node: NodeID, _ list: NestedList, use: NodeID? = nil) {
    builder.begin(list.kind, node: node, use: use, usesAlternateSpelling: list.isAlternate)
    readFields(of: node, level: list.level, use: use)
    readNestedSettings(of: list.level, use: use)
    if list.kind == .plugin { readPluginData() }
    builder.end()
  }

  /// Reads the mappings and lists that stand in fields of the part that is open.
  func readNestedSettings(of level: KeyLevel, use: NodeID? = nil) {
    for (field, inner) in level.nestedMappings {
      if let (value, fieldUse) = builder.value(of: field) { readFields(of: value, level: inner, use: use ?? fieldUse) }
    }
    for (field, list) in level.nestedLists {
      if let (value, fieldUse) = builder.value(of: field) { readList(value, list, use: use ?? fieldUse, in: field) }
    }
  }
}

/// What the items of a list are.
struct NestedList: Sendable {
  let kind: PartKind
  let level: KeyLevel
  var isAlternate = false
}

extension KeyLevel {
  /// Fields of a part of this level that hold mappings, outermost first.
  var nestedMappings: [(FieldName, KeyLevel)] {
    switch self {
    case .backend, .api, .apiSummary, .backendConfig: Self.mappingsOfAPI
    case .triggerAPI: [(.requestConfig, .triggerRequest)]
    case .upstream: [(.upstreamHealthChecker, .healthChecker)]
    default: []
    }
  }

  /// Fields of a part of this level that hold lists of mappings.
  var nestedLists: [(FieldName, NestedList)] {
    switch self {
    case .backend: Self.listsOfImport
    case .api, .apiSummary: Self.listsOfAPI
    case .backendConfig: Self.listsOfBackend
    case .domain, .domainReply: [(.pathMappingSet, NestedList(kind: .pathMapping, level: .pathMapping))]
    case .plugin: [(.pluginAttachments, NestedList(kind: .pluginAttachment, level: .pluginAttachment))]
    case .pluginReply:
      [(.pluginAttachments, NestedList(kind: .pluginAttachment, level: .bindingReply, isAlternate: true))]
    case .usagePlan:
      [(.planBindings, NestedList(kind: .planBinding, level: .planBinding, isAlternate: true))]
    case .usagePlanReply: [(.planBindings, NestedList(kind: .planBinding, level: .planBindingReply))]
    case .app: [(.appBindings, NestedList(kind: .appBinding, level: .appBinding, isAlternate: true))]
    case .upstream: [(.upstreamNodes, NestedList(kind: .upstreamNode, level: .upstreamNode))]
    case .parameterControlData: [(.strategies, NestedList(kind: .pluginStrategy, level: .controlStrategy))]
    case .controlStrategy:
      [
        (
          .strategyParameters, NestedList(kind: .pluginParameter, level: .strategyParameter, isAlternate: true)
        )
      ]
    case .proxyCacheData: [(.cacheKeyParameters, NestedList(kind: .pluginParameter, level: .cacheKeyParameter))]
    default: []
    }
  }

  private static let mappingsOfAPI: [(FieldName, KeyLevel)] = [
    (.requestConfig, .requestConfig), (.serviceConfig, .serviceConfig), (.cosConfig, .cosConfig),
    (.loadBalance, .loadBalance), (.healthCheck, .healthCheck), (.oauthConfig, .oauthConfig),
  ]

  private static let listsOfBackend: [(FieldName, NestedList)] = [
    (.microServices, NestedList(kind: .microService, level: .microService)),
    (.serviceParameters, NestedList(kind: .serviceParameter, level: .serviceParameter)),
    (.constantParameters, NestedList(kind: .constantParameter, level: .constant)),
    (.base64Rules, NestedList(kind: .base64Rule, level: .base64Rule)),
  ]

  private static let listsOfAPI: [(FieldName, NestedList)] =
    listsOfImport + [(.requestParameters, NestedList(kind: .requestParameter, level: .requestParameter))]

  /// An import document's own list of parameters has the form that OpenAPI gives it.
  private static let listsOfImport: [(FieldName, NestedList)] =
    listsOfBackend + [
      (.responseErrorCodes, NestedList(kind: .responseErrorCode, level: .errorCode)),
      (
        .conventionRequestParameters,
        NestedList(kind: .requestParameter, level: .conventionParameter, isAlternate: true)
      ),
    ]
}
