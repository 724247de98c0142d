/// The groups that serverless components fall into by the keys that they read.
enum ComponentFamily: Sendable, Hashable {
  /// `apigateway`: a service with endpoints of every kind.
  case apiGateway
  /// `scf`: one function with gateway events.
  case function
  /// `multi-scf`: several functions behind the APIs of a trigger.
  case functions
  /// A web framework with `apigatewayConf`.
  case framework
  /// A web application with a flat `apigw` block.
  case flat
  /// `http`: a web framework with an `apigw` block that nests `api`.
  case http
}

/// The name of a serverless component as files write it: with or without scope, prefix, version and path.
struct ComponentName: Sendable, Hashable {
  /// The bare name: `scf` for `@serverless/tencent-scf@0.9.7`.
  let name: String
  /// Whether it is the variant that deploys to several regions.
  let isMultiRegion: Bool

  /// The name that a text means.
  init(_ text: String) {
    var rest = text.drop { $0 == " " || $0 == "\t" }
    if let slash = rest.lastIndex(of: "/") { rest = rest[rest.index(after: slash)...] }
    if let version = rest.firstIndex(of: "@") { rest = rest[..<version] }
    while rest.last == " " || rest.last == "\t" { rest.removeLast() }
    if rest.hasPrefix("tencent-") { rest = rest.dropFirst("tencent-".count) }
    isMultiRegion = rest.hasSuffix("-multi-region")
    name = String(isMultiRegion ? rest.dropLast("-multi-region".count) : rest)
  }

  /// The family, as far as the name alone tells.
  ///
  /// Source: the components' own repositories [component].
  var family: ComponentFamily? {
    switch name {
    case "apigateway": .apiGateway
    case "scf": .function
    case "multi-scf": .functions
    case "http": .http
    case _ where Self.frameworks.contains(name): .framework
    case _ where Self.applications.contains(name): .flat
    default: nil
    }
  }

  /// Whether the component is known to bring no gateway.
  var hasNoGateway: Bool { Self.withoutGateway.contains(name) }

  /// The components that may bring a gateway, in the order in which they are offered.
  static let known: [String] = ["scf", "multi-scf", "apigateway", "http"] + frameworks + applications

  private static let frameworks = [
    "express", "koa", "egg", "nextjs", "nuxtjs", "nestjs", "flask", "django", "laravel", "thinkphp", "springboot",
    "bottle", "tornado", "pyramid", "werobot",
  ]

  private static let applications = ["framework", "websocket", "wordpress", "discuzq", "zblogphp", "typecho"]

  private static let withoutGateway: Set<String> = [
    "layer", "website", "cos", "cdn", "vpc", "postgresql", "mongodb", "cynosdb", "cls", "cfs", "cam-role", "eb", "asw",
  ]
}
