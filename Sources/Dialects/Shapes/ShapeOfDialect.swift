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

  /// What a file is going to be that is not recognised yet, told by the scalars at its root while it is written; `nil`
  /// where they do not tell.
  /// - Parameter scalars: the keys at the root with their scalars.
  public static func dialect(ofRootScalars scalars: [String: String]) -> Dialect? {
    if scalars["gwlint"] != nil { return .manifest }
    if scalars["openapi"] != nil { return .openAPI }
    if let version = scalars["apiVersion"], version.hasPrefix(CrossplaneReader.groupPrefix) { return .crossplane }
    guard let component = scalars[ServerlessHolder.component.description] else { return nil }
    switch ComponentName(component).family {
    case .apiGateway: return .componentAPIGateway
    case .function: return .componentSCF
    case .functions: return .componentMultiSCF
    case .framework: return .componentFramework
    case .flat: return .componentFlat
    case .http: return .componentHTTP
    case nil: return nil
    }
  }
}
