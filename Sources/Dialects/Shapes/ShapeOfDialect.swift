public import GatewayModel

extension Dialects {
  /// How the files of a dialect are built.
  public static func shape(of dialect: Dialect) -> DialectShape {
    switch dialect {
    case .openAPI: .openAPI
    case .manifest: .manifest
    case .cloudAPI: .cloudAPI
    case .componentAPIGateway, .componentSCF, .componentMultiSCF, .componentFramework, .componentFlat, .componentHTTP:
      .component
    case .componentsV1: .componentsV1
    case .frameworkPlugin: .frameworkPlugin
    case .tcsam: .template
    case .serverlessDevs: .serverlessDevs
    case .terraform: .terraform
    case .pulumi: .pulumi
    case .crossplane: .crossplane
    }
  }

  /// A key with its scalar, as it is told while a file is written.
  public struct WrittenScalar: Sendable {
    /// The key at the root that it stands below; `nil` at the root itself.
    public let holder: String?
    /// Its key.
    public let key: String
    /// Its text.
    public let text: String

    /// A scalar from its parts.
    public init(below holder: String?, key: String, text: String) {
      self.holder = holder
      self.key = key
      self.text = text
    }
  }

  /// What a file is going to be that is not recognised yet, told by its scalars; `nil` where they do not tell.
  public static func dialect(ofScalars scalars: [WrittenScalar]) -> Dialect? {
    for scalar in scalars {
      let dialect = scalar.holder == nil ? dialect(ofRoot: scalar) : dialect(ofNested: scalar)
      if let dialect { return dialect }
    }
    return nil
  }

  private static func dialect(ofRoot scalar: WrittenScalar) -> Dialect? {
    switch scalar.key {
    case ManifestFacts.versionKey: return .manifest
    case "openapi": return .openAPI
    case "apiVersion": return scalar.text.hasPrefix(CrossplaneReader.groupPrefix) ? .crossplane : nil
    case ServerlessHolder.component.description: break
    default: return nil
    }
    switch ComponentName(scalar.text).family {
    case .apiGateway: return .componentAPIGateway
    case .function: return .componentSCF
    case .functions: return .componentMultiSCF
    case .framework: return .componentFramework
    case .flat: return .componentFlat
    case .http: return .componentHTTP
    case nil: return nil
    }
  }

  private static func dialect(ofNested scalar: WrittenScalar) -> Dialect? {
    let provider = ServerlessHolder.devsProviderName.description
    switch scalar.key {
    case ServerlessHolder.component.description: return ComponentName(scalar.text).family == nil ? nil : .componentsV1
    case ServerlessHolder.devsProvider.description: return scalar.text == provider ? .serverlessDevs : nil
    case ServerlessHolder.providerName.description:
      let isProvider = scalar.holder == ServerlessHolder.provider.description
      return isProvider && scalar.text == provider ? .frameworkPlugin : nil
    case ServerlessHolder.templateType.description:
      let isResource = scalar.holder == ServerlessHolder.resources.description
      return isResource && scalar.text.hasPrefix("TencentCloud::Serverless::") ? .tcsam : nil
    case "type": return scalar.text.hasPrefix(PulumiReader.prefix) ? .pulumi : nil
    default: return nil
    }
  }
}
