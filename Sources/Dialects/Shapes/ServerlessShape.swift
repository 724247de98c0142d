import GatewayModel

extension DialectShape {
  /// How a file with one instance of a component is built.
  static let component = DialectShape(
    dialect: .componentAPIGateway, mappings: [instance(.v2)] + ServerlessLevel.shapes(.v2) + inputs(.v2),
    valueTypes: ServerlessFacts.valueTypes)

  /// How a file of the first version is built: instances of components by name.
  static let componentsV1 = DialectShape(
    dialect: .componentsV1,
    mappings: [MappingShape("instances", [], others: .mappings("instance", freePrefix: nil)), instance(.v1)]
      + ServerlessLevel.shapes(.v1) + inputs(.v1), valueTypes: ServerlessFacts.valueTypes)

  private typealias Holder = ServerlessHolder

  private static func key(
    _ key: StaticString, _ value: ValueShape, isPreferred: Bool = true, field: FieldName? = nil
  ) -> KeyShape {
    KeyShape(key.description, field, value, isPreferred: isPreferred)
  }

  // MARK: Components

  private static func instance(_ era: ServerlessFacts.Era) -> MappingShape {
    let component = Holder.component.description
    return MappingShape(
      "instance", [key(Holder.component, .words(ComponentName.known)), key(Holder.inputs, .mapping("inputs"))],
      others: .any,
      variants: ComponentName.known.map { name in
        let inputs = ComponentName(name).family.map { Self.inputs(of: $0, era) } ?? "inputs"
        return MappingShape.Variant(
          where: component, is: name, key(Holder.inputs, .mapping(inputs)), reading: { ComponentName($0).name })
      })
  }

  private static func inputs(of family: ComponentFamily, _ era: ServerlessFacts.Era) -> String {
    switch family {
    case .apiGateway: (era == .v1 ? ServerlessLevel.apiGatewayInputsV1 : .apiGatewayInputs).shapeName
    case .function: "functionInputs"
    case .functions: "functionsInputs"
    case .framework: "inputs"
    case .flat: "flatInputs"
    case .http: "httpInputs"
    }
  }

  private static func inputs(_ era: ServerlessFacts.Era) -> [MappingShape] {
    let block = (era == .v1 ? ServerlessLevel.frameworkBlockV1 : .frameworkBlock).shapeName
    let region = key(Holder.region, .plain, field: .region)
    let triggers = key(Holder.triggers, .list(of: "trigger"))
    return [
      // What a component reads that nobody has published is a guess; a web framework is the nearest one.
      MappingShape(
        "inputs",
        [
          region, key(Holder.frameworkBlock, .mapping(block)),
          key(Holder.olderFrameworkBlock, .mapping(block), isPreferred: false),
          key(Holder.apigw, .mapping(ServerlessLevel.unsureBlock.shapeName), isPreferred: false),
        ] + ServerlessKeys.besideFrameworkBlock.map { KeyShape($0.0, $0.1) }, others: .any),
      MappingShape(
        "functionInputs", [region, key(Holder.events, .list(of: "event")), triggers], others: .any),
      MappingShape("functionsInputs", [region, triggers], others: .any),
      MappingShape(
        "flatInputs", [region, key(Holder.apigw, .mapping(ServerlessLevel.flatBlock.shapeName))], others: .any),
      MappingShape(
        "httpInputs", [region, key(Holder.apigw, .mapping(ServerlessLevel.httpBlock.shapeName))], others: .any),
      MappingShape(
        "event", [key(Holder.apigw, .mapping(ServerlessLevel.apigwEvent.shapeName))], others: .any),
      MappingShape(
        "trigger",
        [
          key(Holder.triggerType, .words([Holder.apigw.description])),
          key(Holder.parameters, .mapping(ServerlessLevel.triggerParameters.shapeName)),
          key(Holder.function, .plain, field: .functionReference),
        ], others: .any),
    ]
  }

  // MARK: Plugin and templates

  /// How a file of the framework's plugin is built.
  static let frameworkPlugin = DialectShape(
    dialect: .frameworkPlugin,
    mappings: [
      MappingShape(
        "file", [key(Holder.provider, .mapping("provider")), key(Holder.functions, .mapping("functions"))], others: .any
      ),
      MappingShape(
        "provider",
        [
          key(Holder.providerName, .words([Holder.devsProviderName.description])),
          key(Holder.region, .plain, field: .region), key(Holder.providerGateway, .mapping("providerGateway")),
        ], others: .any),
      MappingShape("providerGateway", [key(Holder.serviceId, .plain, field: .serviceId)], others: .any),
      MappingShape("functions", [], others: .mappings("function", freePrefix: nil)),
      MappingShape("function", [key(Holder.events, .list(of: "event"))], others: .any),
      MappingShape("event", [key(Holder.apigw, .mapping("apigw"))], others: .any),
      MappingShape(
        "apigw", [key(Holder.parameters, .mapping(ServerlessLevel.pluginParameters.shapeName))], others: .any),
      ServerlessLevel.pluginParameters.shape(.v2),
    ])

  /// How a template of the function tools is built.
  static let template: DialectShape = {
    let event = KeyShape(
      Holder.properties.description, nil, .mapping(ServerlessLevel.templateEvent.shapeName))
    return DialectShape(
      dialect: .tcsam,
      mappings: [
        MappingShape("template", [key(Holder.resources, .mapping("resources"))], others: .any),
        MappingShape("resources", [], others: .mappings("namespace", freePrefix: nil)),
        MappingShape("namespace", [], others: .mappings("function", freePrefix: "Type")),
        MappingShape(
          "function",
          [
            key(Holder.templateType, .words([Holder.templateFunction.description])),
            key(Holder.properties, .mapping("properties")),
          ], others: .any),
        MappingShape("properties", [key(Holder.templateEvents, .mapping("events"))], others: .any),
        MappingShape("events", [], others: .mappings("event", freePrefix: nil)),
        MappingShape(
          "event", [key(Holder.templateType, .words([Holder.templateTrigger.description])), event], others: .any),
        ServerlessLevel.templateEvent.shape(.v2),
      ])
  }()

  // MARK: Serverless Devs

  /// How a file of Serverless Devs is built: components by name.
  static let serverlessDevs: DialectShape = {
    func properties(of component: String, _ mapping: String) -> MappingShape.Variant {
      MappingShape.Variant(
        where: Holder.devsComponent.description, is: component, key(Holder.properties, .mapping(mapping)),
        reading: { ComponentName($0).name })
    }
    let variants = ComponentName.known.compactMap { name -> MappingShape.Variant? in
      switch ComponentName(name).family {
      case .apiGateway: properties(of: name, "gateway")
      case .function: properties(of: name, "functionProperties")
      default: nil
      }
    }
    return DialectShape(
      dialect: .serverlessDevs,
      mappings: [
        MappingShape("instances", [], others: .mappings("instance", freePrefix: nil)),
        MappingShape(
          "instance",
          [
            key(Holder.devsComponent, .words(variants.map(\.word))),
            key(Holder.devsProvider, .words([Holder.devsProviderName.description])),
            key(Holder.properties, .mapping("gateway")),
          ], others: .any, variants: variants),
        MappingShape(
          "gateway",
          [
            KeyShape(Holder.devsService, nil, .mapping(ServerlessLevel.devsService.shapeName)),
            key(Holder.devsGateway, .list(of: ServerlessLevel.devsAPI.shapeName)),
          ], others: .any),
        MappingShape("functionProperties", [KeyShape(Holder.devsFunction, nil, .mapping("function"))], others: .any),
        MappingShape("function", [KeyShape(Holder.devsTriggers, nil, .list(of: "trigger"))], others: .any),
        MappingShape(
          "trigger",
          [
            KeyShape(Holder.devsTriggerType, nil, .words([Holder.apigw.description])),
            KeyShape(Holder.devsParameters, nil, .mapping(ServerlessLevel.devsTrigger.shapeName)),
          ], others: .any),
      ] + ServerlessLevel.shapes(.v1), valueTypes: ServerlessFacts.valueTypes)
  }()
}

extension ServerlessLevel {
  /// The name of the mapping in a shape.
  var shapeName: String { "\(self)" }

  /// All mappings that settings stand in.
  static func shapes(_ era: ServerlessFacts.Era) -> [MappingShape] {
    allCases.filter { $0 != .none }.map { $0.shape(era) }
  }

  /// The mapping with the keys that its level reads.
  func shape(_ era: ServerlessFacts.Era) -> MappingShape {
    // Of several spellings the first is the one to write.
    var seen: Set<FieldName> = []
    let keys = table.keys.map { key in
      switch table[Array(key.utf8)[...]] {
      case .field(let field), .apiField(let field):
        KeyShape(key, field, value(of: field, era), isPreferred: seen.insert(field).inserted)
      case .passive, nil: KeyShape(key, nil)
      }
    }
    // The name of a region is a key that holds what is particular to it.
    let hasRegions = self == .apiGatewayInputs || self == .apiGatewayInputsV1
    return MappingShape(shapeName, keys, others: hasRegions ? .mappings(shapeName, freePrefix: nil) : .none)
  }

  private var isOfDevs: Bool {
    switch self {
    case .devsService, .devsTrigger, .devsDomain, .devsPathMapping, .devsAPI, .devsFunction, .devsServiceConfig,
      .devsParameter, .devsUsagePlan, .devsAuth:
      true
    default: false
    }
  }

  private func value(of field: FieldName, _ era: ServerlessFacts.Era) -> ValueShape {
    let levels: ServerlessReader.NestedLevels = isOfDevs ? .serverlessDevs : .components
    switch field {
    case .apiList: return .list(of: endpoints.shapeName)
    case .domainList: return .list(of: domains.shapeName)
    case .pathMappingSet: return .list(of: pathMappings.shapeName)
    case .apiSettings: return .mapping(ServerlessLevel.httpAPI.shapeName)
    case .eventParameters:
      return .mapping((era == .v1 ? ServerlessLevel.eventParametersV1 : .eventParameters).shapeName)
    case .usagePlan: return .mapping(levels.usagePlan.shapeName)
    case .auth: return .mapping((era == .v1 && !isOfDevs ? .authV1 : levels.auth).shapeName)
    default: break
    }
    if let (_, level) = levels.mappings.first(where: { $0.0 == field }) { return .mapping(level.shapeName) }
    if let (_, _, level) = levels.lists.first(where: { $0.0 == field }) { return .list(of: level.shapeName) }
    return .plain
  }
}
