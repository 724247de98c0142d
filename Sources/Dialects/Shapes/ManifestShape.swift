public import GatewayModel

extension DialectShape {
  /// How a manifest is built.
  public static let manifest: DialectShape = {
    var root = KeyLevel.manifest.shape()
    root.keys = root.keys.map { key in
      guard let field = key.field, let value = ManifestReader.sectionShape(of: field) else { return key }
      return KeyShape(key.key, field, value)
    }
    root.required = [ManifestFacts.versionKey]
    let levels: [KeyLevel] =
      [
        .service, .api, .requestConfig, .requestParameter, .domain, .pathMapping, .pluginAttachment, .apiKey,
        .usagePlan, .planBinding, .app, .appBinding, .upstream, .upstreamNode, .healthChecker, .expectedURL,
        .conventionParameter,
      ] + KeyLevel.settings
    return DialectShape(
      dialect: .manifest,
      mappings: [root, KeyLevel.pluginShape] + levels.sorted { $0.rawValue < $1.rawValue }.map { $0.shape() }
        + KeyLevel.pluginDataShapes)
  }()
}

extension KeyLevel {
  /// A plugin: what its data is, its type says.
  static let pluginShape: MappingShape = {
    var plugin = KeyLevel.plugin.shape()
    plugin.variants = PluginType.allCases.map { type in
      MappingShape.Variant(where: "PluginType", is: type.rawValue, KeyShape("PluginData", .pluginData, type.dataShape))
    }
    return plugin
  }()

  /// The data of plugins, and what stands in it.
  static let pluginDataShapes: [MappingShape] = {
    let breaker = KeyLevel.circuitBreakerData
    let levels: [KeyLevel] =
      [.controlStrategy, .strategyParameter, .cacheKeyParameter, .routingStrategy]
      + PluginType.allCases.compactMap(\.level)
    return Set(levels).subtracting([breaker]).sorted { $0.rawValue < $1.rawValue }.map { $0.shape() } + [
      MappingShape(
        breaker.shapeName, breaker.shape().keys.filter { $0.field != nil } + KeyLevel.breakerBackend.shape().keys),
      // Beside the fields of an API, a plugin's back end names what its target needs.
      KeyLevel.backendConfig.shape(others: .any),
    ]
  }()
}
