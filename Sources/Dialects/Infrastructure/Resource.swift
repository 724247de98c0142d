import GatewayModel
import YAMLDocument

/// The kinds of resource that describe the gateway, or a function behind it.
enum ResourceKind: String, CaseIterable {
  case service, api, customDomain, serviceRelease, usagePlan, usagePlanAttachment, apiKey, apiApp, apiAppAttachment,
    plugin, pluginAttachment, upstream, importOpenApi, function

  /// The kind of a Terraform type; `nil` for a type that says nothing about routes, access or back ends.
  init?(terraform type: String) {
    if type == "tencentcloud_scf_function" {
      self = .function
      return
    }
    let prefix = "tencentcloud_api_gateway_"
    guard type.hasPrefix(prefix) else { return nil }
    let word = type.dropFirst(prefix.count)
    guard let kind = Self.allCases.first(where: { $0 != .function && $0.snakeName == word }) else { return nil }
    self = kind
  }

  /// The kind that a tool names in capitals, such as `CustomDomain`.
  init?(pascal name: some StringProtocol) {
    guard let kind = Self.allCases.first(where: { $0 != .function && $0.pascalName == name }) else { return nil }
    self = kind
  }

  private var pascalName: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

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

/// What a resource may name.
enum ResourceRole: CaseIterable {
  case service, usagePlan, plugin, app

  /// The attribute as Terraform names it.
  var attribute: String {
    switch self {
    case .service: "service_id"
    case .usagePlan: "usage_plan_id"
    case .plugin: "plugin_id"
    case .app: "api_app_id"
    }
  }
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
}
