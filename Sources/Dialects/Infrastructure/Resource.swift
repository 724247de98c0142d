import GatewayModel
import YAMLDocument

/// The kinds of resource that describe the gateway, or a function behind it.
enum ResourceKind: String, CaseIterable {
  case service, api, customDomain, serviceRelease, usagePlan, usagePlanAttachment, apiKey, apiKeyAttachment, apiApp,
    apiAppAttachment, plugin, pluginAttachment, upstream, importOpenApi, function

  /// The kind of a Terraform type; `nil` for a type that says nothing about routes, access or back ends.
  init?(terraform type: String) {
    if type == Self.function.terraformType {
      self = .function
      return
    }
    guard type.hasPrefix(Self.terraformPrefix) else { return nil }
    let word = type.dropFirst(Self.terraformPrefix.count)
    guard let kind = Self.allCases.first(where: { $0 != .function && $0.snakeName == word }) else { return nil }
    self = kind
  }

  private static let terraformPrefix = "tencentcloud_api_gateway_"

  /// The Terraform type.
  var terraformType: String { self == .function ? "tencentcloud_scf_function" : Self.terraformPrefix + snakeName }

  /// The kind that a tool names in capitals, such as `CustomDomain`.
  init?(pascal name: some StringProtocol) {
    guard let kind = Self.allCases.first(where: { $0 != .function && $0.pascalName == name }) else { return nil }
    self = kind
  }

  /// The name that a tool writes in capitals.
  var pascalName: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  private var snakeName: String {
    rawValue.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
  }
}

/// How a resource names another one.
enum ResourceReference: Hashable {
  /// By the other's address.
  case address(String)
  /// By an id that is written out.
  case id(String)
  /// By something that cannot be followed.
  case unknown
}

/// What a resource may name by an attribute of its own.
enum ResourceRole: CaseIterable {
  case service, usagePlan, plugin, app, api, apiKey

  /// The attribute as Terraform names it.
  var attribute: String {
    switch self {
    case .service: "service_id"
    case .usagePlan: "usage_plan_id"
    case .plugin: "plugin_id"
    case .app: "api_app_id"
    case .api: "api_id"
    case .apiKey: "api_key_id"
    }
  }

  /// The field that is the named one's id.
  var field: FieldName {
    switch self {
    case .service: .serviceId
    case .usagePlan: .usagePlanId
    case .plugin: .pluginId
    case .app: .appId
    case .api: .apiId
    case .apiKey: .accessKeyId
    }
  }
}

extension ResourceKind {
  /// The part that a resource is, with its attributes; `nil` for a service, and for one whose content is read by itself.
  var member: (kind: PartKind, level: AttributeLevel)? {
    switch self {
    case .service, .importOpenApi: nil
    case .api: (.api, .api)
    case .customDomain: (.domain, .domain)
    case .serviceRelease: (.release, .release)
    case .usagePlan: (.usagePlan, .usagePlan)
    case .usagePlanAttachment: (.planBinding, .planBinding)
    case .apiKey: (.apiKey, .apiKey)
    case .apiKeyAttachment: (.keyBinding, .keyBinding)
    case .apiApp: (.app, .app)
    case .apiAppAttachment: (.appBinding, .appBinding)
    case .plugin: (.plugin, .plugin)
    case .pluginAttachment: (.pluginAttachment, .pluginAttachment)
    case .upstream: (.upstream, .upstream)
    case .function: (.function, .function)
    }
  }

  /// What a resource names, an attachment first what it attaches.
  var roles: [ResourceRole] {
    switch self {
    case .api, .customDomain, .serviceRelease, .importOpenApi: [.service]
    case .usagePlanAttachment: [.usagePlan, .service, .api]
    case .apiKeyAttachment: [.usagePlan, .apiKey]
    case .pluginAttachment: [.plugin, .service, .api]
    case .apiAppAttachment: [.app, .service, .api]
    case .service, .usagePlan, .apiKey, .apiApp, .plugin, .upstream, .function: []
    }
  }

  /// What an attachment attaches.
  var holderRole: ResourceRole? { roles.first { $0 != .service } }
}

/// One resource of a file.
struct Resource {
  let kind: ResourceKind
  /// What other resources name it by.
  let address: String
  /// The mapping with its attributes.
  let node: NodeID
  /// Its id, where the file knows it.
  var id: NodeID?
  /// What it names; a role that is not there is not written.
  var references: [ResourceRole: ResourceReference] = [:]
  /// The keys that a usage plan gets where it is bound; `nil` where none are written.
  var accessKeys: [ResourceReference]?

  /// The attribute that holds such keys, as Terraform names it.
  static let accessKeysAttribute = "access_key_ids"
}
