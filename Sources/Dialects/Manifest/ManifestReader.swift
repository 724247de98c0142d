import GatewayModel
import YAMLDocument

/// Reads a manifest: a service with its releases, domains, plugins, plans, keys and applications, and the files or
/// mappings that hold its APIs.
struct ManifestReader: DialectReader, SettingsReader {
  let builder: ModelBuilder

  static let notesUnknownKeys = true

  static func recognise(_ root: NodeID, in yaml: YAMLDocument) -> Recognition {
    yaml.value(of: root, key: ManifestFacts.versionKey) == nil ? .other : .gateway(.manifest)
  }

  static func read(_ yaml: YAMLDocument, as dialect: Dialect, file: String) -> DocumentModel {
    let reader = ManifestReader(builder: ModelBuilder(yaml: yaml))
    for root in yaml.roots where yaml.kind(root) == .mapping { reader.readRoot(root) }
    reader.builder.noteAccidents(variables: false, booleans: false, placeholders: .inTexts)
    return reader.builder.finish(file: file, facts: ManifestFacts.facts, knownKeys: KeyLevel.knownKeys)
  }

  private func readRoot(_ root: NodeID) {
    builder.begin(.service, node: root)
    readFields(of: root, level: .manifest)
    if let (settings, use) = builder.value(of: .serviceSettings) { readFields(of: settings, level: .service, use: use) }
    if let (apis, use) = builder.value(of: .apiList) { readAPIs(apis, use: use) }
    for (field, list) in Self.sections {
      if let (value, use) = builder.value(of: field) { readList(value, list, use: use, in: field) }
    }
    builder.end()
    builder.noteDuplicateKeys(below: root)
  }

  /// What the value of a section looks like; `nil` for one without mappings.
  static func sectionShape(of field: FieldName) -> ValueShape? {
    switch field {
    case .serviceSettings: .mapping(KeyLevel.service.shapeName)
    case .apiList: .listOfTextsOr(KeyLevel.api.shapeName)
    default: sections.first { $0.0 == field }.map { .list(of: $0.1.level.shapeName) }
    }
  }

  private static let sections: [(FieldName, NestedList)] = [
    (.domainList, NestedList(kind: .domain, level: .domain)),
    (.pluginList, NestedList(kind: .plugin, level: .plugin)),
    (.keyList, NestedList(kind: .apiKey, level: .apiKey)),
    (.usagePlanList, NestedList(kind: .usagePlan, level: .usagePlan)),
    (.appList, NestedList(kind: .app, level: .app)),
    (.upstreamList, NestedList(kind: .upstream, level: .upstream)),
    (.expectedURLList, NestedList(kind: .expectedURL, level: .expectedURL)),
  ]

  /// An element is a glob of files, or an API written out.
  private func readAPIs(_ value: NodeID, use: NodeID?) {
    let yaml = builder.yaml
    let list = yaml.resolved(value)
    guard yaml.kind(list) == .sequence else { return }
    for item in yaml.children(of: list) {
      let node = yaml.resolved(item)
      if yaml.kind(node) == .scalar {
        builder.addMember(glob: node)
      } else {
        readItem(item, NestedList(kind: .api, level: .api), use: use ?? (list == value ? nil : value), in: .apiList)
      }
    }
  }

  // MARK: Keys in the wrong place

  static func otherPlace(of key: ArraySlice<UInt8>) -> FieldName? { places[key] }

  /// Keys that one level alone knows, with their field.
  private static let places: KeyTable<FieldName> = {
    let levels: [KeyLevel] = [
      .manifest, .service, .domain, .pathMapping, .plugin, .pluginAttachment, .usagePlan, .planBinding, .apiKey, .app,
      .appBinding, .expectedURL, .upstream, .api,
    ]
    var fields: [String: Set<FieldName>] = [:]
    for level in levels {
      for key in level.table.keys {
        if case .field(let field) = level.table[Array(key.utf8)[...]] { fields[key, default: []].insert(field) }
      }
    }
    return KeyTable(fields.filter { $0.value.count == 1 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value.first!) })
  }()
}
