import GatewayModel
import YAMLDocument

/// Tells serverless files from everything else by a few keys near the root.
struct ServerlessRecognition {
  let yaml: YAMLDocument
  private var keys = RootKeys()

  /// The nodes behind the keys at the root that decide.
  private struct RootKeys {
    var component: NodeID?
    var inputs: NodeID?
    var name: NodeID?
    var provider: NodeID?
    var functions: NodeID?
    var resources: NodeID?
    var isOther = false
    var hasAPIVersion = false
    var hasKind = false
    var mappings: [NodeID] = []
  }

  /// What the mapping at the root of a document is.
  static func recognise(_ root: NodeID, in yaml: YAMLDocument) -> Recognition {
    var recognition = ServerlessRecognition(yaml: yaml)
    recognition.collectKeys(of: root)
    return recognition.dialect.map { .gateway($0) } ?? .other
  }

  private init(yaml: YAMLDocument) {
    self.yaml = yaml
  }

  private mutating func collectKeys(of root: NodeID) {
    for (key, written) in yaml.pairs(of: root) where yaml.kind(key) == .scalar {
      let value = yaml.resolved(written)
      switch yaml.scalar(key).count {
      case 4 where yaml.isScalar(key, equalTo: "name"): keys.name = value
      case 4 where yaml.isScalar(key, equalTo: "kind"): keys.hasKind = true
      case 4 where yaml.isScalar(key, equalTo: "type") && yaml.isScalar(value, equalTo: "component"):
        keys.isOther = true
      case 6 where yaml.isScalar(key, equalTo: "inputs"): keys.inputs = value
      case 6 where yaml.isScalar(key, equalTo: "gwlint"): keys.isOther = true
      case 8 where yaml.isScalar(key, equalTo: "provider"): keys.provider = value
      case 9 where yaml.isScalar(key, equalTo: "component"): keys.component = value
      case 9 where yaml.isScalar(key, equalTo: "functions"): keys.functions = value
      case 9 where yaml.isScalar(key, equalTo: "Resources"): keys.resources = value
      case 9 where yaml.isScalar(key, equalTo: "Transform"): keys.isOther = keys.isOther || starts(value, with: "AWS::")
      case 10 where yaml.isScalar(key, equalTo: "apiVersion"): keys.hasAPIVersion = true
      case 24 where yaml.isScalar(key, equalTo: "AWSTemplateFormatVersion"): keys.isOther = true
      case 24 where yaml.isScalar(key, equalTo: "ROSTemplateFormatVersion"): keys.isOther = true
      default: break
      }
      if yaml.kind(value) == .mapping { keys.mappings.append(value) }
    }
  }

  private var dialect: Dialect? {
    if keys.isOther { return nil }
    if let resources = keys.resources, isTemplate(resources) { return .tcsam }
    if let provider = keys.provider { return isPlugin(provider) ? .frameworkPlugin : nil }
    if let component = keys.component, yaml.kind(component) == .scalar {
      guard keys.inputs != nil || keys.name != nil else { return nil }
      return dialect(ofComponent: component, inputs: keys.inputs)
    }
    if keys.hasAPIVersion, keys.hasKind { return nil }
    if keys.mappings.contains(where: { isInstanceWithGateway($0) }) { return .componentsV1 }
    if keys.mappings.contains(where: { isDevsInstance($0) }) { return .serverlessDevs }
    return nil
  }

  private func starts(_ node: NodeID, with prefix: StaticString) -> Bool {
    let bytes = UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount)
    return yaml.kind(node) == .scalar && yaml.scalar(node).starts(with: bytes)
  }

  // MARK: Templates and the plugin

  private func isTemplate(_ resources: NodeID) -> Bool {
    yaml.pairs(of: resources).contains { _, value in
      guard let type = yaml.value(of: value, key: ServerlessHolder.templateType) else { return false }
      return starts(yaml.resolved(type), with: "TencentCloud::Serverless::")
    }
  }

  private func isPlugin(_ provider: NodeID) -> Bool {
    var name = provider
    if yaml.kind(provider) == .mapping {
      guard let value = yaml.value(of: provider, key: "name") else { return false }
      name = yaml.resolved(value)
    }
    let isQCloud = yaml.isScalar(name, equalTo: "qcloud")
    guard isQCloud || yaml.isScalar(name, equalTo: "tencent") || yaml.isScalar(name, equalTo: "tencentcloud") else {
      return false
    }
    guard let functions = keys.functions else { return false }
    return FrameworkPluginReader.functions(of: functions, in: yaml).contains { _, function in
      guard let events = yaml.value(of: function, key: ServerlessHolder.events) else { return false }
      return yaml.children(of: yaml.resolved(events)).contains { event in
        yaml.value(of: event, key: ServerlessHolder.apigw) != nil
          || (isQCloud && yaml.value(of: event, key: "http") != nil)
      }
    }
  }

  // MARK: Components

  private func dialect(ofComponent component: NodeID, inputs: NodeID?) -> Dialect? {
    switch family(of: ComponentName(yaml.string(component)), inputs: inputs) {
    case .apiGateway: .componentAPIGateway
    case .function: .componentSCF
    case .functions: .componentMultiSCF
    case .framework: .componentFramework
    case .flat: .componentFlat
    case .http: .componentHTTP
    case nil: nil
    }
  }

  /// The family of a component that brings a gateway; `nil` for any other.
  private func family(of name: ComponentName, inputs: NodeID?) -> ComponentFamily? {
    guard let family = ServerlessReader.family(of: name, inputs: inputs, in: yaml) else { return nil }
    switch family {
    case .apiGateway, .framework, .flat, .http: return family
    case .function, .functions:
      guard let inputs else { return nil }
      let inner = yaml.value(of: inputs, key: ServerlessHolder.inputs).map { yaml.resolved($0) }
      return hasGatewayTrigger(inputs) || inner.map { hasGatewayTrigger($0) } == true ? family : nil
    }
  }

  private func hasGatewayTrigger(_ inputs: NodeID) -> Bool {
    if let events = yaml.value(of: inputs, key: ServerlessHolder.events),
      yaml.children(of: yaml.resolved(events)).contains(where: {
        yaml.value(of: $0, key: ServerlessHolder.apigw) != nil
      })
    {
      return true
    }
    if let triggers = yaml.value(of: inputs, key: ServerlessHolder.triggers),
      yaml.children(of: yaml.resolved(triggers)).contains(where: { trigger in
        yaml.value(of: trigger, key: ServerlessHolder.triggerType).map {
          yaml.isScalar(yaml.resolved($0), equalTo: ServerlessHolder.apigw)
        } ?? false
      })
    {
      return true
    }
    guard let automatic = yaml.value(of: inputs, key: "autoCreateApi") else { return false }
    return yaml.resolve(automatic, schema: .core) == .bool(true)
  }

  private func isInstanceWithGateway(_ instance: NodeID) -> Bool {
    guard let component = yaml.value(of: instance, key: ServerlessHolder.component),
      yaml.kind(yaml.resolved(component)) == .scalar,
      let inputs = yaml.value(of: instance, key: ServerlessHolder.inputs), yaml.kind(yaml.resolved(inputs)) == .mapping
    else { return false }
    return family(of: ComponentName(yaml.string(yaml.resolved(component))), inputs: yaml.resolved(inputs)) != nil
  }

  private func isDevsInstance(_ instance: NodeID) -> Bool {
    guard let provider = yaml.value(of: instance, key: ServerlessHolder.devsProvider),
      yaml.isScalar(yaml.resolved(provider), equalTo: "tencent"),
      let component = yaml.value(of: instance, key: ServerlessHolder.devsComponent),
      let properties = yaml.value(of: instance, key: ServerlessHolder.properties)
    else { return false }
    switch ComponentName(yaml.string(yaml.resolved(component))).family {
    case .apiGateway: return true
    case .function:
      return ServerlessDevsReader.gatewayTriggers(of: yaml.resolved(properties), in: yaml).contains { _ in true }
    default: return false
    }
  }
}
