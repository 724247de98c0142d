import GatewayModel
import YAMLDocument

/// Reads requests and replies of the Cloud API: single or in lists, wrapped in `Response` and `Result` or not.
///
/// Of what replies list, that is read which rules can use. Recognised and left alone are: IP strategies
/// (`StrategyType`, `StrategyData`) and quotas by environment, which no rule judges; the list of a service's
/// environments, which names no service; and the histories of releases.
struct CloudAPIReader: DialectReader, SettingsReader {
  let builder: ModelBuilder
  let file: String

  static let notesUnknownKeys = false

  static func recognise(_ root: NodeID, in yaml: YAMLDocument) -> Recognition {
    CloudAPIRecognition.recognises(root, in: yaml) ? .gateway(.cloudAPI) : .other
  }

  static func read(_ yaml: YAMLDocument, as dialect: Dialect, file: String) -> DocumentModel {
    let reader = CloudAPIReader(builder: ModelBuilder(yaml: yaml), file: file)
    for root in yaml.roots { reader.readBody(root) }
    if reader.builder.isEmpty, let root = yaml.roots.first {
      reader.builder.begin(.service, node: root)
      reader.builder.markIncomplete()
      reader.builder.end()
    }
    for root in yaml.roots { reader.builder.noteDuplicateKeys(below: root) }
    reader.builder.noteAccidents(variables: false, booleans: false, placeholders: .inTexts)
    return reader.builder.finish(file: file, allFacts: CloudAPIFacts.all, knownKeys: KeyLevel.knownKeys)
  }

  /// Reads a request, a reply, or a list of them.
  private func readBody(_ node: NodeID) {
    let yaml = builder.yaml
    for mapping in items(of: node) {
      let body = CloudAPIRecognition.unwrapped(mapping, in: yaml)
      for object in items(of: body.node) {
        guard !builder.limitReached else { return }
        let isReply = body.isWrapped || yaml.value(of: object, key: "CreatedTime") != nil
        readObject(CloudAPIObject(object, isReply: isReply, in: yaml))
      }
    }
  }

  /// The mapping itself, or the mappings of a list.
  private func items(of node: NodeID) -> [NodeID] {
    let yaml = builder.yaml
    let node = yaml.resolved(node)
    switch yaml.kind(node) {
    case .mapping: return [node]
    case .sequence: return yaml.children(of: node).map { yaml.resolved($0) }.filter { yaml.kind($0) == .mapping }
    case .scalar, .alias: return []
    }
  }

  // MARK: Objects

  private func readObject(_ object: CloudAPIObject) {
    guard !object.isDocumentationForm else { return }
    let node = object.node
    useFacts(isReply: object.isReply, isPartial: object.isReply)
    builder.begin(.service, node: node)
    defer { builder.end() }
    if object.isService {
      readFields(of: node, level: .serviceReply)
    } else if let id = object.serviceId {
      builder.set(.serviceId, value: id)
    }
    if object.isReply || !object.isService { builder.markIncomplete() }

    let isReply = object.isReply
    if object.isAPI { read(.api, at: .api, node, isReply: isReply, isPartial: object.changesOne("ApiId")) }
    if object.isDomain {
      read(.domain, at: .domain, node, isReply: isReply, isPartial: isReply || !object.has("Protocol"))
    }
    if object.isPlugin {
      read(
        .plugin, at: isReply ? .pluginReply : .plugin, node, isReply: isReply,
        isPartial: isReply || object.changesOne("PluginId"))
    }
    if object.isUsagePlan {
      readUsagePlan(node, isPartial: isReply || object.changesOne("UsagePlanId"), isReply: isReply)
    }
    if object.isUpstream {
      read(.upstream, at: .upstream, node, isReply: isReply, isPartial: isReply || object.changesOne("UpstreamId"))
    }
    if object.isReply { readLists(object) }
    if let text = object.content { readContent(text) }
    readTriggers(object)
  }

  private func useFacts(isReply: Bool, isPartial: Bool) {
    builder.useFacts(CloudAPIFacts.Form(isReply: isReply, isPartial: isPartial).rawValue)
  }

  private func read(
    _ kind: PartKind, at level: KeyLevel, _ node: NodeID, isReply: Bool, isPartial: Bool
  ) {
    useFacts(isReply: isReply, isPartial: isPartial)
    builder.begin(kind, node: node, usesAlternateSpelling: level == .domainReply)
    if isPartial { builder.markIncomplete() }
    readFields(of: node, level: level)
    readNestedSettings(of: level)
    if kind == .plugin { readPluginData() }
    builder.end()
  }

  /// A quota of 0 in a reply means that none is set.
  private func readUsagePlan(_ node: NodeID, isPartial: Bool, isReply: Bool, tellsBinding: Bool = false) {
    useFacts(isReply: isReply, isPartial: isPartial)
    builder.begin(.usagePlan, node: node)
    if isPartial { builder.markIncomplete() }
    readFields(of: node, level: .usagePlanReply)
    if isReply {
      for quota in [FieldName.maxRequestNumber, .maxRequestsPerSecond] {
        if let (value, _) = builder.value(of: quota), builder.yaml.isScalar(value, equalTo: "0") {
          builder.remove(quota)
        }
      }
    }
    readNestedSettings(of: .usagePlanReply)
    if tellsBinding {
      builder.begin(.planBinding, node: node, usesAlternateSpelling: true)
      builder.markIncomplete()
      readFields(of: node, level: .bindingReply)
      builder.end()
    }
    builder.end()
  }

  /// Reads the lists of a reply; an item names only some of what there is.
  private func readLists(_ object: CloudAPIObject) {
    let yaml = builder.yaml
    for entry in yaml.entries(of: object.node) {
      guard let list = CloudAPIObject.lists[yaml.scalar(entry.key)] else { continue }
      for item in items(of: entry.value) {
        guard !builder.limitReached else { return }
        let inner = CloudAPIObject(item, isReply: true, in: yaml)
        guard !inner.isDocumentationForm else { continue }
        switch list {
        case .services: readSeparately(inner)
        case .usagePlans: readUsagePlan(item, isPartial: true, isReply: true)
        case .boundUsagePlans: readUsagePlan(item, isPartial: true, isReply: true, tellsBinding: true)
        case .parts(let kind, let level): read(kind, at: level, item, isReply: true, isPartial: true)
        }
      }
    }
  }

  /// Reads a service of a list as one of its own.
  private func readSeparately(_ object: CloudAPIObject) {
    useFacts(isReply: true, isPartial: true)
    builder.begin(.service, node: object.node)
    builder.markIncomplete()
    readFields(of: object.node, level: .serviceReply)
    builder.end()
  }

  // MARK: Text inside text

  /// Reads the definition that an import request carries as text.
  private func readContent(_ text: NodeID) {
    builder.embed(textIn: text, file: file) { [file] inner in
      switch Dialects.recognise(inner) {
      case .gateway(.openAPI), .plainOpenAPI: return Dialects.read(inner, as: .openAPI, file: file)
      default: return nil
      }
    }
  }

  private func readTriggers(_ object: CloudAPIObject) {
    let yaml = builder.yaml
    if CloudAPIRecognition.isTrigger(object.node, in: yaml) { readTrigger(object.node) }
    let holders = [object.node] + (yaml.value(of: object.node, key: "Triggers").map { items(of: $0) } ?? [])
    for holder in holders {
      guard let text = yaml.value(of: holder, key: "TriggerDesc"), let root = builder.enter(textIn: text) else {
        continue
      }
      if CloudAPIRecognition.isTrigger(root, in: builder.yaml) { readTrigger(root) }
      builder.leave()
    }
  }

  private func readTrigger(_ node: NodeID) {
    let yaml = builder.yaml
    builder.useFacts(CloudAPIFacts.Form.trigger.rawValue)
    if let service = yaml.value(of: node, key: "service") { readFields(of: service, level: .triggerService) }
    if let release = yaml.value(of: node, key: "release") { readFields(of: release, level: .triggerRelease) }
    guard let api = yaml.value(of: node, key: "api").map({ yaml.resolved($0) }), yaml.kind(api) == .mapping else {
      return
    }
    builder.begin(.api, node: api)
    readFields(of: api, level: .triggerAPI)
    readNestedSettings(of: .triggerAPI)
    builder.end()
  }
}
