import GatewayModel
import Linting
import Routing

/// Why one path answers and another does not, by the documented rules.
enum RouteReason {
  static func wins(_ pattern: PathPattern, among decision: RouteDecision, _ table: RouteTable) -> Text {
    switch pattern.kind {
    case .exact: Text(en: "answers: an exact path comes before all others", zh: "响应：精确路径优先于其他所有路径")
    case .priorityPrefix:
      Text(
        en: "answers: a priority prefix comes before expressions and plain paths; of several the longest (inferred)",
        zh: "响应：优先前缀先于正则和普通路径；有多个时最长者优先（推断）")
    case .expression:
      Text(
        en: "answers: variables and expressions come before plain paths, however long these are",
        zh: "响应：变量和正则路径优先于普通路径，与长度无关")
    case .plain:
      Text(
        en: "answers: the longest plain path that the request begins with", zh: "响应：请求开头所匹配的最长普通路径")
    }
  }

  static func loses(_ pattern: PathPattern, to winner: PathPattern) -> Text {
    guard pattern.kind == winner.kind else {
      return Text(
        en: "matches too, but \(name(pattern.kind).en) comes after \(name(winner.kind).en)",
        zh: "也匹配，但\(name(pattern.kind).zh)的优先级低于\(name(winner.kind).zh)")
    }
    return Text(en: "matches too, but is shorter", zh: "也匹配，但更短")
  }

  static func equal(_ pattern: PathPattern) -> Text {
    Text(
      en: "matches; the order among \(plural(pattern.kind)) is not documented",
      zh: "匹配；\(name(pattern.kind).zh)之间的先后没有文档说明")
  }

  static func summary(_ pattern: PathPattern, _ api: Part, _ decision: RouteDecision, _ table: RouteTable) -> Text {
    let others = decision.alsoMatching.count
    let rest =
      others == 0
      ? Text(en: "no other path matches", zh: "没有其他路径匹配")
      : Text(
        en:
          "\(others) other path\(others == 1 ? "" : "s") of lower priority or another method match\(others == 1 ? "es" : "") too",
        zh: "另有 \(others) 条优先级更低或方法不同的路径也匹配")
    return Text(
      en: "`\(pattern.description)`, \(name(pattern.kind).en), answers; \(rest.en).",
      zh: "由\(name(pattern.kind).zh) `\(pattern.description)` 响应；\(rest.zh)。")
  }

  static func name(_ kind: PathKind) -> Text {
    switch kind {
    case .exact: Text(en: "an exact path", zh: "精确路径")
    case .priorityPrefix: Text(en: "a priority prefix", zh: "优先前缀")
    case .expression: Text(en: "a path with variables or expressions", zh: "带变量或正则的路径")
    case .plain: Text(en: "a plain path", zh: "普通路径")
    }
  }

  private static func plural(_ kind: PathKind) -> String {
    switch kind {
    case .exact: "equal exact paths"
    case .priorityPrefix: "equal priority prefixes"
    case .expression: "expressions"
    case .plain: "equal plain paths"
    }
  }
}

extension TracedURL.Remark {
  /// What is to be said at once; `nil` where the comparison of readings says it.
  var text: Text? {
    switch self {
    case .userinfo:
      Text(
        en: "The user name stays with the client: it is no part of host or path.", zh: "用户名部分留在客户端，不参与域名和路径匹配。")
    case .port(let port):
      Text(
        en: "Port \(port) is no part of the host that is looked up.", zh: "查找域名时不包含端口 \(port)。")
    case .emptyPath: Text(en: "The URL has no path; clients send `/`.", zh: "URL 没有路径，客户端会发送 `/`。")
    case .query: Text(en: "No route looks at the query.", zh: "路由匹配不看查询串。")
    case .fragment: Text(en: "Clients do not send the fragment.", zh: "客户端不会发送片段（`#` 之后的内容）。")
    case .upperCaseHost: Text(en: "Capitals in a host do not count.", zh: "域名不区分大小写。")
    case .escapes:
      Text(
        en: "Escapes are matched as written; whether the gateway decodes them first is not documented.",
        zh: "转义序列按原样匹配；网关是否先解码没有文档说明。")
    case .doubleSlash:
      Text(
        en: "`//` is matched as written; whether the gateway merges slashes is not documented.",
        zh: "`//` 按原样匹配；网关是否合并斜杠没有文档说明。")
    case .dotSegments:
      Text(
        en: "`.` and `..` are matched as written; most clients resolve them before they send the request.",
        zh: "`.` 和 `..` 按原样匹配；多数客户端在发送前就会解析它们。")
    case .unescaped:
      Text(
        en: "Blanks and characters outside ASCII are matched as written; clients send them as escapes.",
        zh: "空格和非 ASCII 字符按原样匹配；客户端发送时会转义。")
    }
  }

  /// What the other reading is called.
  var readingName: Text {
    switch self {
    case .escapes: Text(en: "Decoded,", zh: "解码后为")
    case .doubleSlash: Text(en: "With slashes merged,", zh: "合并斜杠后为")
    case .dotSegments: Text(en: "Resolved,", zh: "解析后为")
    default: Text(en: "Escaped,", zh: "转义后为")
    }
  }
}
