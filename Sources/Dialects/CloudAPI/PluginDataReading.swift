import GatewayModel
import YAMLDocument

extension SettingsReader {
  /// Reads the data of the plugin that is open, be it a mapping or the text of one.
  func readPluginData() {
    guard let (value, use) = builder.value(of: .pluginData) else { return }
    let node = builder.yaml.resolved(value)
    let word = builder.value(of: .pluginType).map { builder.yaml.string(builder.yaml.resolved($0.value)) } ?? ""
    let type = PluginType(word: word)
    guard let root = builder.enter(textIn: node) else {
      readData(node, of: type, use: use ?? (node == value ? nil : value))
      return
    }
    builder.replace(.pluginData, value: root)
    readData(root, of: type, use: nil)
    builder.noteDuplicateKeys(below: root)
    builder.leave()
  }

  private func readData(_ data: NodeID, of type: PluginType?, use: NodeID?) {
    guard let type else { return }
    guard type != .routing else {
      readRoutingStrategies(data, use: use)
      return
    }
    guard let level = type.level else { return }
    readFields(of: data, level: level, use: use)
    readNestedSettings(of: level, use: use)
    if type == .circuitBreaker { readPluginBackend(data, keys: .breakerBackend, use: use) }
  }

  private func readRoutingStrategies(_ data: NodeID, use: NodeID?) {
    let yaml = builder.yaml
    guard yaml.kind(data) == .sequence else { return }
    for item in yaml.children(of: data) {
      guard !builder.limitReached else { return }
      let node = yaml.resolved(item)
      guard yaml.kind(node) == .mapping else { continue }
      readPluginBackend(node, keys: .routingStrategy, use: use ?? (node == item ? nil : item))
    }
  }

  /// Reads the back end that a strategy or a circuit breaker leads to: its kind beside it, its fields in a mapping or
  /// the text of one.
  private func readPluginBackend(_ holder: NodeID, keys: KeyLevel, use: NodeID?) {
    builder.begin(.pluginBackend, node: holder, use: use, usesAlternateSpelling: true)
    defer { builder.end() }
    let notesUnknown = keys == .routingStrategy
    for entry in builder.yaml.entries(of: holder) {
      let use = use ?? entry.use
      if case .field(let field) = keys.table[builder.yaml.scalar(entry.key)] {
        builder.set(field, value: entry.value, use: use)
      } else if notesUnknown, Self.notesUnknownKeys {
        builder.note(
          .unknownKey, key: entry.key, value: entry.value, use: use, within: .pluginData, level: keys.rawValue)
      }
    }
    guard let (value, configUse) = builder.value(of: .backendConfig) else { return }
    if let root = builder.enter(textIn: value) {
      builder.replace(.backendConfig, value: root)
      readBackendConfig(root, use: nil)
      builder.leave()
    } else {
      readBackendConfig(value, use: use ?? configUse)
    }
  }

  private func readBackendConfig(_ config: NodeID, use: NodeID?) {
    readFields(of: config, level: .backendConfig, use: use)
    readNestedSettings(of: .backendConfig, use: use)
  }
}
