public import YAMLDocument

/// The file formats that carry gateway configuration.
public enum Dialect: String, Sendable, CaseIterable {
  /// An OpenAPI 3.0 document for the gateway's import, with `x-apigw-*` keys.
  case openAPI = "openapi"
  /// gwlint's own manifest that ties files together.
  case manifest
  /// Requests and replies of the vendor's Cloud API.
  case cloudAPI = "cloud-api"
  /// A serverless file for component `apigateway`.
  case componentAPIGateway = "component-apigateway"
  /// A serverless file for component `scf` with gateway events.
  case componentSCF = "component-scf"
  /// A serverless file for component `multi-scf`.
  case componentMultiSCF = "component-multi-scf"
  /// A serverless file for a web-framework component with `apigatewayConf`.
  case componentFramework = "component-framework"
  /// A serverless file for a component with a flat `apigw` block.
  case componentFlat = "component-flat"
  /// A serverless file for component `http`.
  case componentHTTP = "component-http"
  /// A serverless file that maps names to instances of components, the form of the first version.
  case componentsV1 = "components-v1"
  /// The Serverless Framework plugin.
  case frameworkPlugin = "framework-plugin"
  /// A TCSAM template.
  case tcsam
  /// Serverless Devs.
  case serverlessDevs = "serverless-devs"
  /// Terraform as JSON.
  case terraform
  /// Pulumi YAML.
  case pulumi
  /// Crossplane.
  case crossplane
}

/// What differs from one dialect to another, as data: rules ask it and never branch on a dialect's name. A class, since
/// every field asks for them.
public final class DialectFacts: Sendable {
  /// Which dialect it is.
  public let dialect: Dialect
  /// How plain scalars are read.
  public let schema: ScalarSchema
  /// How each field is spelled; a field without a spelling cannot be written in this dialect.
  public let spelling: [FieldName: String]
  /// Spellings in parts of the second form, where a dialect has two for one kind of part.
  public let alternateSpelling: [FieldName: String]
  /// The mapping that holds a field, itself a field of the same part; none for what stands on the part's own mapping.
  public let container: [FieldName: FieldName]
  /// The same for parts of the second form.
  public let alternateContainer: [FieldName: FieldName]
  /// Values that hold where nothing is written, as they would be written.
  public let defaults: FieldTable<String>
  /// How a parameter's position is written.
  public let positionSpelling: PositionSpelling
  /// Whether the file is the whole service. Where it is not, what is missing may be elsewhere.
  public let isWholeService: Bool
  /// Whether the dialect can declare an API's front-end parameters.
  public let declaresParameters: Bool
  /// What its tool does with back ends beyond the Cloud API's own demands.
  public let backend: BackendConventions
  /// How its tool reads its files.
  public let tool: ToolConventions
  /// Whether the file shows what the gateway has already, as its control plane answered. What was accepted there once
  /// is not refused again.
  public let isReply: Bool
  /// Whether a service's name is held to letters, digits and `_`. One component's own schema allows more.
  public let restrictsServiceNameCharacters: Bool
  /// Whether a release of a service is an object of its own beside it.
  public let releasesAreResources: Bool
  /// The sign between path and environment, where a path mapping is one text; `nil` where it is a mapping.
  public let mappingSeparator: UInt8?
  /// Whether a domain for HTTP alone may force HTTPS. The vendor's own example of such a request is answered with success,
  /// though the control plane has an error code for it [sdk].
  public let acceptsForcedHTTPSOnHTTP: Bool

  /// How the words for a position are written.
  public enum PositionSpelling: Sendable {
    /// `header`, as OpenAPI writes it.
    case lowercase
    /// `HEADER`, as the Cloud API writes it.
    case uppercase
  }

  /// Facts from their parts.
  public init(
    dialect: Dialect, schema: ScalarSchema, spelling: [FieldName: String],
    alternateSpelling: [FieldName: String] = [:], container: [FieldName: FieldName] = [:],
    alternateContainer: [FieldName: FieldName] = [:], defaults: [FieldName: String] = [:],
    positionSpelling: PositionSpelling = .uppercase, isWholeService: Bool = false, declaresParameters: Bool = true,
    backend: BackendConventions = BackendConventions(), tool: ToolConventions = ToolConventions(),
    isReply: Bool = false, restrictsServiceNameCharacters: Bool = true, releasesAreResources: Bool = false,
    mappingSeparator: UInt8? = nil,
    acceptsForcedHTTPSOnHTTP: Bool = false
  ) {
    self.dialect = dialect
    self.schema = schema
    self.spelling = spelling
    self.alternateSpelling = alternateSpelling
    self.container = container
    self.alternateContainer = alternateContainer
    self.defaults = FieldTable(defaults)
    self.positionSpelling = positionSpelling
    self.isWholeService = isWholeService
    self.declaresParameters = declaresParameters
    self.backend = backend
    self.tool = tool
    self.isReply = isReply
    self.restrictsServiceNameCharacters = restrictsServiceNameCharacters
    self.releasesAreResources = releasesAreResources
    self.mappingSeparator = mappingSeparator
    self.acceptsForcedHTTPSOnHTTP = acceptsForcedHTTPSOnHTTP
  }

  /// What a field's value is expected to be in this dialect.
  public func valueType(of field: FieldName) -> ValueType { tool.valueTypes[field] ?? field.valueType }

  /// Whether the file is a document that the gateway imports APIs from: what its import demands holds for it.
  public var isImportDocument: Bool { spelling[.openAPIVersion] != nil }

  /// The user's own key for a field, with the keys that lead to it: `ServiceConfig.Url`.
  public func qualifiedSpelling(_ field: FieldName, alternate: Bool = false) -> String {
    if alternate, let name = alternateSpelling[field] { return name }
    guard let name = spelling[field] else { return "\(field)" }
    guard let holder = container[field], holder != .backend, spelling[holder] != nil else { return name }
    return qualifiedSpelling(holder) + "." + name
  }
}
