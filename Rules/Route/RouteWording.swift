import GatewayModel
import GatewayRouting
import Linting
import Routing
import YAMLDocument

/// APIs whose path is written in one place, such as the operations of one path item.
struct SharedPath {
  /// The APIs.
  var apis: [Part]

  /// Where the path stands.
  var place: Place { .field(apis[0][.path]) }

  /// The path as written.
  var path: String { apis[0].pathText ?? "" }

  /// Groups APIs by the place of their path, in the order of their first one.
  static func groups(_ apis: [Part]) -> [SharedPath] {
    var order: [SharedPath] = []
    var index: [Origin: Int] = [:]
    for api in apis {
      guard let origin = api[.path].origin else { continue }
      let node = Origin(document: origin.document, node: origin.node)
      if let known = index[node] {
        order[known].apis.append(api)
      } else {
        index[node] = order.count
        order.append(SharedPath(apis: [api]))
      }
    }
    return order
  }

  /// The path taken apart; `nil` where it is templated, empty or no text.
  var pattern: PathPattern? {
    let path = apis[0][.path]
    guard !path.isTemplated, path.shape == .scalar, let node = path.node else { return nil }
    return PathPattern(Array(apis[0].document.yaml.scalar(node)))
  }

  /// Every written path of a service once.
  static func all(of service: ServiceGroup, in project: Project) -> [SharedPath] {
    groups(project.parts(.api, of: service))
  }

  /// `GET, POST /user`.
  var title: String { Self.methods(of: apis) + " " + path }

  /// The names that people know the APIs by.
  var names: Text { .list(apis.map { "`\($0.displayName)`" }) }

  private static func methods(_ api: Part) -> String { api.apiMethod?.rawValue ?? "?" }

  private static func methods(of apis: [Part]) -> String {
    var words: [String] = []
    for api in apis where !words.contains(methods(api)) { words.append(methods(api)) }
    return words.joined(separator: ", ")
  }
}

extension Part {
  /// `GET /user` with the API's name where it has one.
  var routeTitle: String {
    let title = "\(apiMethod?.rawValue ?? "?") \(pathText ?? "?")"
    let name = self[.apiName].text ?? ""
    return name.isEmpty ? title : "\(title) (`\(name)`)"
  }
}

/// The bytes of a request's path for people.
func requestText(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// What happens to requests that one API takes from another.
struct CaptureConsequence {
  /// That they are answered without the authentication which is asked for; the worst that can happen, and said first.
  let authentication: Text?
  /// Whether they go to another back end, and get other CORS headers; `nil` where nothing is known.
  let rest: Text?

  init(lost: Part, captor: Part) {
    authentication = Self.authentication(lost, captor)
    let parts = [Self.backend(lost, captor), Self.cors(lost, captor)].compactMap { $0 }
    rest =
      parts.isEmpty
      ? nil : Text(en: parts.map(\.en).joined(separator: " "), zh: parts.map(\.zh).joined())
  }

  /// Whether the other API answers without the authentication that this one asks for.
  static func isWeaker(lost: Part, captor: Part) -> Bool {
    guard let wanted = lost.authentication, let got = captor.authentication else { return false }
    return wanted != "NONE" && got == "NONE"
  }

  private static func authentication(_ lost: Part, _ captor: Part) -> Text? {
    guard isWeaker(lost: lost, captor: captor), let wanted = lost.authentication else { return nil }
    return Text(
      en: "Requests for an API with \(wanted) authentication are answered without any.",
      zh: "本 API 要求 \(wanted) 认证，但请求会在没有认证的情况下得到响应。")
  }

  private static let backendFields: [FieldName] = [
    .serviceType, .backendURL, .backendPath, .backendMethod, .vpcId, .upstreamId, .functionName, .functionNamespace,
    .functionQualifier, .cosBucket, .cosAction, .mockMessage, .eventBusId,
  ]

  private static func backend(_ lost: Part, _ captor: Part) -> Text? {
    guard lost.serviceType != nil, captor.serviceType != nil, lost.serviceType != .tsf,
      !backendFields.contains(where: { lost[$0].isTemplated || captor[$0].isTemplated })
    else { return nil }
    let isSame = backendFields.allSatisfy { lost[$0].effectiveText == captor[$0].effectiveText }
    return isSame
      ? Text(en: "Both have the same back end.", zh: "两者的后端相同。")
      : Text(en: "They go to another back end.", zh: "请求会被转发到另一个后端。")
  }

  private static func cors(_ lost: Part, _ captor: Part) -> Text? {
    guard let own = lost[.enableCORS].boolean, let other = captor[.enableCORS].boolean, own != other else { return nil }
    return other
      ? Text(en: "CORS is on there and off here.", zh: "对方开启了 CORS，而本 API 没有。")
      : Text(en: "CORS is off there and on here.", zh: "对方没有开启 CORS，而本 API 开启了。")
  }
}
