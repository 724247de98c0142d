import GatewayModel
import Linting
import YAMLDocument

/// The field that a misplaced key was meant for: where it would be read, and what holds there now.
struct MisplacedField {
  private let note: Note
  private let field: FieldName
  /// The parts that have the field: one, or the APIs or domains of a service.
  private let homes: [Part]

  /// `nil` where no part of the file has the field.
  init?(_ field: FieldName, of note: Note) {
    self.note = note
    self.field = field
    homes = Self.homes(of: field, near: note.part)
    if homes.isEmpty { return nil }
  }

  private static func homes(of field: FieldName, near part: Part) -> [Part] {
    switch field {
    case .region: return part.project.parts(.deployment, in: part.id.document)
    case .usagePlan, .auth:
      return part.kind == .service ? part.children(.api) : part.enclosing(.service).map { [$0] } ?? []
    default: break
    }
    guard let kind = kind(of: field), part.kind != kind else { return [part] }
    if let holder = part.enclosing(kind) { return [holder] }
    return part.children(kind)
  }

  /// The kind of part that has a field; `nil` where the part that is read knows better.
  private static func kind(of field: FieldName) -> PartKind? {
    switch field {
    case .serviceId, .serviceName, .serviceDescription, .serviceProtocol, .netTypes, .releasedEnvironments, .instanceId,
      .domainList, .apiList:
      .service
    case .path, .method, .timeout, .enableCORS, .authType, .businessType, .responseType, .apiName, .apiId,
      .functionQualifier, .functionName, .functionNamespace, .functionType, .functionSettings, .isIntegratedResponse,
      .isBase64Encoded, .isBase64Trigger, .base64Rules, .requestParameters, .serviceConfig, .serviceParameters,
      .mockMessage, .serviceType, .oauthConfig, .authRelationAPI, .authRelationAPIId, .frontProtocol, .app,
      .apiDescription:
      .api
    case .domainName, .certificateId, .isDefaultMapping, .customMapping, .pathMappingSet, .domainProtocol,
      .isForcedHTTPS, .domainNetType:
      .domain
    case .mappingPath, .mappingEnvironment: .pathMapping
    default: nil
    }
  }

  private var yaml: YAMLDocument { note.project.document(note.key.document).yaml }
  private var holder: Part { homes[0] }

  // MARK: Where it is read

  /// The key that is read, with those that lead to it from the mapping that the misplaced one stands in; `nil` where
  /// this tool has no such setting.
  var spelling: String? {
    guard holder.facts.spelling[field] != nil else { return nil }
    let name = holder.facts.qualifiedSpelling(field, alternate: holder.usesAlternateSpelling)
    if note.part == holder, isInHolder { return name }
    switch holder.kind {
    case .api where holder == note.part && holder.facts.container[field] == nil:
      guard let key = yaml.keyNode(ofValue: holder.origin.node) else { return name }
      return yaml.string(key) + "." + name
    case .api where holder.origin.node != note.part.origin.node:
      return listed(.apiList, name)
    case .deployment: return "inputs." + name
    case .domain: return note.part.kind == .domain ? name : listed(.domainList, name)
    case .service where note.part.kind == .service && !isInHolder:
      guard let key = yaml.keyNode(ofValue: holder.origin.node) else { return name }
      return yaml.string(key) + "." + name
    default: return name
    }
  }

  private func listed(_ list: FieldName, _ name: String) -> String {
    guard let key = note.part.facts.spelling[list] else { return name }
    return key + "[]." + name
  }

  /// Whether the misplaced key stands in the mapping of the part that has the field.
  private var isInHolder: Bool { yaml.pairs(of: holder.origin.node).contains { $0.key == note.key.node } }

  // MARK: What holds there

  /// What holds where the setting is read, for messages; `nil` where it is not known or nothing does.
  var effectiveText: String? {
    guard spelling != nil, let values = effectiveValues, let first = values.first, !first.isEmpty,
      values.allSatisfy({ $0 == first })
    else { return nil }
    return "`\(first.joined(separator: ", "))`"
  }

  /// The words that hold at each home; `nil` where one of them is not known.
  private var effectiveValues: [[String]]? {
    var values: [[String]] = []
    for home in homes {
      guard let words = words(of: home[field]) else { return nil }
      values.append(words)
    }
    return values
  }

  private func words(of field: Field) -> [String]? {
    if field.isTemplated { return nil }
    switch field.shape {
    case .null: return field.part.facts.defaults[field.name].map { $0.split(separator: "&").map(String.init) }
    case .scalar: return field.text.map { $0.split(separator: "&").map(String.init) }
    case .list: return field.items.map { note.project.document($0.document).yaml.string($0.node) }
    case .mapping: return nil
    }
  }

  /// The words that the misplaced key says; `nil` for a mapping or a value that is filled in later.
  private var misplacedWords: [String]? {
    let node = yaml.resolved(note.value.node)
    switch yaml.kind(node) {
    case .scalar:
      return Field.isTemplate(yaml.scalar(node))
        ? nil : yaml.string(node).split(separator: "&").map(String.init)
    case .sequence: return yaml.children(of: node).map { yaml.string(yaml.resolved($0)) }
    case .mapping, .alias: return nil
    }
  }

  /// Whether nothing changes for callers: it is a description, what holds is the same, or a time-out that the function
  /// cannot reach.
  var isHarmless: Bool {
    if note.isDescription || note.part.facts.tool.olderKeys.contains(field) { return true }
    if let words = misplacedWords, let values = effectiveValues, !values.isEmpty {
      let wanted = words.map { $0.lowercased() }.sorted()
      if values.allSatisfy({ $0.map { $0.lowercased() }.sorted() == wanted }) { return true }
    }
    return field == .timeout && homes.allSatisfy { Self.neverRunsLonger($0) }
  }

  /// Whether the function behind an API gives up no later than the gateway does.
  private static func neverRunsLonger(_ api: Part) -> Bool {
    guard let gateway = seconds(api[.timeout]), let function = seconds(api[.declaredFunctionTimeout]) else {
      return false
    }
    return function <= gateway
  }

  private static func seconds(_ field: Field) -> Int64? {
    guard !field.isTemplated, let text = field.effectiveText,
      case .integer(let number?) = ScalarSchema.core.resolve(text)
    else { return nil }
    return number
  }

  /// What callers get where the setting is missing.
  var faults: [Fault] {
    switch field {
    case .timeout: [.gatewayTimeout]
    case .pathMappingSet, .isDefaultMapping, .customMapping: [.environmentMappingMiss]
    case .certificateId: [.tlsHandshakeFailed]
    case .domainProtocol, .serviceProtocol: [.protocolNotAllowed]
    case .domainList: [.hostMiss]
    case .enableCORS: [.crossOriginClosed]
    default: []
    }
  }

  // MARK: Mends

  /// A rename or a move, where source and target are the only ones.
  var mends: [Mend] {
    guard homes.count == 1, spelling != nil, holder[field].isAbsent, isOnlySource, hasFittingShape,
      let name = holder.facts.spelling[field], isSameMeaning
    else { return [] }
    let isBeside = holder.facts.container[field] == nil && isInHolder
    let title = Text(en: "write `\(spelling!)`", zh: "改为 `\(spelling!)`")
    return [.safe(title, isBeside ? .renameKey(note.key, name) : .move(key: note.key, to: field, holder.id))]
  }

  /// A file with more notes is beyond mending key by key.
  private static let noteLimit = 1000

  /// Whether no other key of the part was meant for the field as well.
  private var isOnlySource: Bool {
    let notes = note.part.document.notes
    guard notes.count <= Self.noteLimit else { return false }
    let alike = notes.filter {
      $0.kind == .misplacedKey && $0.part == note.record.part && $0.expected == note.record.expected
    }
    return alike.count == 1
  }

  /// Whether the value can stand where the setting is read.
  private var hasFittingShape: Bool {
    let kind = yaml.kind(yaml.resolved(note.value.node))
    switch holder.facts.valueType(of: field) {
    case .list: return kind == .sequence
    case .mapping: return kind == .mapping
    case .any: return true
    case .string, .integer, .boolean: return kind == .scalar
    }
  }

  /// Whether the value means the same under the other key: the two switches of the mapping are opposites.
  private var isSameMeaning: Bool {
    switch field {
    case .isDefaultMapping, .customMapping: false
    default: true
    }
  }
}
