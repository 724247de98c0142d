/// The kinds of part that a gateway configuration is made of.
public enum PartKind: UInt8, Sendable, BitwiseCopyable, CaseIterable {
  /// A service (服务); the root of what one file or manifest describes.
  case service
  /// A custom domain bound to a service (自定义域名).
  case domain
  /// One entry of a domain's path mapping (路径映射).
  case pathMapping
  /// An address that a document gives for all APIs, or for one, beside their back ends.
  case server
  /// An API: method, path, front end, authentication and back end.
  case api
  /// A front-end parameter of an API.
  case requestParameter
  /// A back-end parameter that takes its value from a front-end one.
  case serviceParameter
  /// A constant back-end parameter.
  case constantParameter
  /// A TSF microservice that an API forwards to.
  case microService
  /// A row of an API's documented error codes.
  case responseErrorCode
  /// A rule that decides when a request is Base64-encoded for a function.
  case base64Rule
  /// A plugin (插件).
  case plugin
  /// A plugin's attachment to APIs in an environment.
  case pluginAttachment
  /// A back end that a plugin routes to.
  case pluginBackend
  /// A strategy of a plugin that limits by parameters.
  case pluginStrategy
  /// A parameter that a plugin looks at.
  case pluginParameter
  /// A usage plan (使用计划).
  case usagePlan
  /// A usage plan's binding to a service or APIs in an environment.
  case planBinding
  /// A key pair (密钥对).
  case apiKey
  /// A key pair's place in a usage plan, where that is an object of its own.
  case keyBinding
  /// An application (应用).
  case app
  /// An application's binding to APIs in an environment.
  case appBinding
  /// A URL with the API that should answer it.
  case expectedURL
  /// What one file, or one instance of a component in it, deploys: what is neither about a service nor a function.
  case deployment
  /// A cloud function that the same file declares.
  case function
  /// A VPC channel (VPC 通道).
  case upstream
  /// A node of a VPC channel.
  case upstreamNode
  /// A release of a service into an environment.
  case release
}
