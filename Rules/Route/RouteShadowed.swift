import GatewayModel
import GatewayRouting
import Linting
import Routing
import YAMLDocument

/// `route-shadowed`.
let routeShadowed: Rule = Rule(
  id: "route-shadowed",
  family: .route,
  severity: .error,
  faults: [.uriMiss],
  confidence: [.official, .inferred],
  summary: Text(
    en: "Another API of higher priority answers the requests of this one",
    zh: "该 API 的请求被优先级更高的其他 API 响应"),
  explanation: Text(
    en: """
      The gateway looks at exact paths (`=/user`) first, then at priority prefixes (`^~/user`), then at regular \
      expressions, which paths with variables are, and at plain paths last; among plain paths the longest wins. So \
      `/user/{id}` answers `/user/info` although a plain path of that name exists. All paths of the service that come \
      first are looked at together: two of them may take what neither takes alone. An error says that no request at all \
      reaches the API, in every reading of what the documentation leaves open; a warning that its natural URL goes \
      elsewhere. A hint says that it could not be decided.
      """,
    zh: """
      网关先匹配精确路径（`=/user`），再匹配优先前缀（`^~/user`），然后是正则（带变量的路径即是正则），最后才是普通路径，\
      普通路径中最长者优先。因此即使存在普通路径 `/user/info`，该请求也会由 `/user/{id}` 响应。判断时会把所有优先级更高的路径\
      合在一起：两条路径可能共同覆盖单独一条覆盖不了的请求。错误表示无论如何理解文档未说明之处，都没有请求能到达该 API；警告表示\
      它的自然 URL 由别的 API 响应；提示表示无法判定。
      """),
  runtime: Text(
    en:
      "The other API answers, with its own back end and its own authentication; the one that was meant is never called.",
    zh: "由另一个 API 响应，使用它自己的后端和认证方式；原本期望的 API 不会被调用。"),
  evidence: Text(
    en: """
      The order of the four kinds is documented. Whether an expression must match to the end, whether a variable may be \
      empty and how `.` is read are not: an error holds in every combination of these.
      """,
    zh: "四种路径的优先级有官方文档说明；正则是否匹配到末尾、变量能否为空、`.` 的含义没有说明，错误级别的结论在所有组合下都成立。"),
  url: "https://cloud.tencent.com/document/product/628/11797",
  fixSafety: .unsafe(
    Text(
      en: "A mark before a path changes which requests an API receives, and an OpenAPI import may not accept it.",
      zh: "给路径加上前缀标记会改变 API 接收的请求，而且 OpenAPI 导入是否接受该写法没有资料证实。")),
  examples: [
    Example(
      bad: """
        paths:
          /user/info: {get: {operationId: info}}
          /user/{id}: {get: {operationId: byId, parameters: [{name: id, in: path, required: true, schema: {type: string}}]}}
        """,
      good: """
        paths:
          ^~/user/info: {get: {operationId: info}}
          /user/{id}: {get: {operationId: byId, parameters: [{name: id, in: path, required: true, schema: {type: string}}]}}
        """,
      at: "/user/info", exempt: [.anchored: "a key has no value of its own to share"]),
    Example(
      .manifest,
      bad: """
        Apis:
          - {ApiName: info, RequestConfig: {Path: /user/info, Method: GET}}
          - {ApiName: byId, RequestConfig: {Path: '/user/{id}', Method: GET}}
        """,
      good: """
        Apis:
          - {ApiName: info, RequestConfig: {Path: /user/info, Method: POST}}
          - {ApiName: byId, RequestConfig: {Path: '/user/{id}', Method: GET}}
        """,
      fixed: """
        Apis:
          - {ApiName: info, RequestConfig: {Path: ^~/user/info, Method: GET}}
          - {ApiName: byId, RequestConfig: {Path: '/user/{id}', Method: GET}}
        """,
      at: "/user/info"),
    Example(
      .manifest,
      bad: """
        Apis:
          - {ApiName: user, RequestConfig: {Path: '/user/{id}', Method: GET}}
          - {ApiName: users, RequestConfig: {Path: ^~/user, Method: ANY}}
        """,
      good: """
        Apis:
          - {ApiName: user, RequestConfig: {Path: '/user/{id}', Method: GET}}
          - {ApiName: users, RequestConfig: {Path: /user, Method: ANY}}
        """,
      fixed: """
        Apis:
          - {ApiName: user, RequestConfig: {Path: '/user/{id}', Method: GET}}
          - {ApiName: users, RequestConfig: {Path: /user, Method: ANY}}
        """,
      at: "'/user/{id}'"),
    Example(
      bad: """
        paths:
          /shop/list: {get: {operationId: list}}
          /shop/(list|map): {get: {operationId: views}}
        """,
      good: """
        paths:
          /shop/list: {get: {operationId: list}}
          /shop/(tour|map): {get: {operationId: views}}
        """,
      at: "/shop/list", exempt: [.anchored: "a key has no value of its own to share"]),
  ],
  checks: [.service(checkShadows)])

private func checkShadows(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  let routes = ServiceRoutes.of(service, in: project)
  guard routes.apis.count > 1 || routes.table.problems.contains(where: { $0 != nil }) else { return }
  let reachability = Reachability(routes.table)
  let losses = reachability.losses()
  let comparisons = max(16, comparisonLimit / max(1, losses.count))
  for loss in losses {
    for shared in SharedPath.groups(routes.apis(ofPattern: loss.pattern, in: loss.scope)) {
      switch loss.extent {
      case .undecided: reportUndecided(shared, &findings)
      case .everything, .naturalRequests:
        // An exact path that takes one request out of a prefix is what people write it for.
        let isIntended =
          loss.extent == .naturalRequests && loss.answeredBy.allSatisfy { routes.table.patterns[$0].kind == .exact }
        if !isIntended {
          ShadowReport(
            routes: routes, reachability: reachability, loss: loss, shared: shared, comparisons: comparisons
          ).write(&findings)
        }
      }
    }
  }
}

/// How many pairs of paths are compared to tell what else comes before the paths of a table.
private let comparisonLimit = 20_000

private func reportUndecided(_ shared: SharedPath, _ findings: inout Findings) {
  findings.report(
    at: shared.place,
    Text(
      en: "Whether requests reach \(shared.title) is not decided: gwlint does not understand this expression fully.",
      zh: "无法判定 \(shared.title) 能否被访问：gwlint 不能完全理解该表达式。"),
    severity: .hint,
    help: Text(
      en: "Literals, `.`, classes, groups, `|`, `* + ? {m,n}`, `^`, `$` and variables are understood.",
      zh: "可以理解的语法：字面文本、`.`、字符类、分组、`|`、`* + ? {m,n}`、`^`、`$` 和变量。"),
    subject: shared.apis[0].id)
}

/// Words one loss.
private struct ShadowReport {
  let routes: ServiceRoutes
  let reachability: Reachability
  let loss: Reachability.Loss
  let shared: SharedPath
  /// How many paths may be compared with this one.
  let comparisons: Int

  private var table: RouteTable { routes.table }

  func write(_ findings: inout Findings) {
    let captors = loss.answeredBy.compactMap { routes.apis(ofPattern: $0, in: loss.scope).first }
    guard let captor = captors.first else { return }
    let weaker = captors.first { CaptureConsequence.isWeaker(lost: shared.apis[0], captor: $0) } ?? captor
    let consequence = CaptureConsequence(lost: shared.apis[0], captor: weaker)
    let mends = modelMends
    findings.report(
      at: shared.place, message(captors, consequence), severity: loss.extent == .everything ? .error : .warning,
      help: help(mends.map(\.0)), related: related, mends: mends.map(\.1), subject: shared.apis[0].id)
  }

  private func message(_ captors: [Part], _ consequence: CaptureConsequence) -> Text {
    let request = "\(loss.scope.methods.first?.name ?? "") \(requestText(loss.request))"
    let names = captors.map { "`\($0.displayName)`" }
    let captor = Text(
      en: names.joined(separator: " or "), zh: names.joined(separator: " 或 "))
    let first: Text
    if loss.extent == .everything {
      first = Text(
        en: "No request reaches \(shared.title): \(captor.en) answers `\(request)`.",
        zh: "没有请求能到达 \(shared.title)：`\(request)` 由 \(captor.zh) 响应。")
    } else {
      first = Text(
        en: "`\(request)` does not reach \(shared.title): \(captor.en) answers it.",
        zh: "`\(request)` 不会到达 \(shared.title)，而是由 \(captor.zh) 响应。")
    }
    let left = loss.stillAnswered.map { path in
      Text(
        en: " Only requests such as `\(requestText(path))` still reach it.",
        zh: "只有 `\(requestText(path))` 这样的请求才会到达它。")
    }
    let weaker = consequence.authentication.map { Text(en: $0.en + " ", zh: $0.zh) }
    let after = consequence.rest.map { Text(en: " " + $0.en, zh: $0.zh) }
    return Text(
      en: (weaker?.en ?? "") + first.en + (left?.en ?? "") + (after?.en ?? ""),
      zh: (weaker?.zh ?? "") + first.zh + (left?.zh ?? "") + (after?.zh ?? ""))
  }

  private func help(_ mends: [RouteMend]) -> Text {
    var text: Text
    let written = mends.flatMap(\.edits).map { "`\($0.path.description)`" }
    if written.isEmpty {
      text = Text(
        en: "Rename one of the paths so that they begin differently.", zh: "请修改其中一条路径，使它们的开头不同。")
    } else if table.patterns[loss.pattern].kind == .plain {
      text = Text(
        en:
          "Write \(written.joined(separator: " or ")): a priority prefix keeps the prefix meaning, `=` takes this path alone.",
        zh: "请写成 \(written.joined(separator: " 或 "))：优先前缀保留前缀匹配，`=` 只匹配该路径本身。")
    } else {
      text = Text(
        en: "Take the `^~` away from the paths that come first: \(written.joined(separator: ", ")).",
        zh: "请去掉优先路径前的 `^~`：\(written.joined(separator: "、"))。")
    }
    let further = reachability.furtherTakers(of: loss, limit: comparisons)
    guard further.count > 0 else { return text }
    let count = further.isExact ? "\(further.count)" : "\(further.count)+"
    text = Text(
      en: text.en
        + " \(count) further path\(further.count == 1 && further.isExact ? "" : "s") of higher priority take parts of its requests.",
      zh: text.zh + "另有 \(count) 条优先级更高的路径会占用它的部分请求。")
    return text
  }

  private var related: [RelatedPlace] {
    loss.blockers.flatMap { blocker -> [RelatedPlace] in
      let kind = table.patterns[blocker].kind.title
      return routes.apis(ofPattern: blocker, in: loss.scope).prefix(1).map { api in
        RelatedPlace(
          .field(api[.path]),
          Text(
            en: "\(api.routeTitle) comes first: \(kind.en)", zh: "\(api.routeTitle) 优先：\(kind.zh)"))
      }
    }
  }

  /// The proved mends as edits of the file that the finding stands in; those of other files are left to the help.
  private var modelMends: [(RouteMend, Mend)] {
    let scope = shared.apis.reduce(RouteScope()) { $0.union(ServiceRoutes.scope(of: $1)) }
    return reachability.mends(for: loss, scope: scope).compactMap { mend in
      steps(of: mend).map { steps in
        let written = mend.edits.map { "`\($0.path.description)`" }.joined(separator: ", ")
        let title = Text(en: "write \(written)", zh: "写成 \(written)")
        return (mend, Mend(title: title, applicability: .unsafe, steps: steps))
      }
    }
  }

  private func steps(of mend: RouteMend) -> [MendStep]? {
    var steps: [MendStep] = []
    for edit in mend.edits {
      let isOwn = edit.pattern == loss.pattern
      let apis = isOwn ? shared.apis : table.routesOfPattern[edit.pattern].map { routes.api($0) }
      for path in SharedPath.groups(apis) {
        guard path.apis[0].id.document == shared.apis[0].id.document else { return nil }
        steps.append(path.apis[0][.path].replacement(.string(edit.path.description)))
      }
    }
    return steps
  }
}

extension PathKind {
  /// What it is called.
  var title: Text {
    switch self {
    case .exact: Text(en: "an exact path", zh: "精确路径")
    case .priorityPrefix: Text(en: "a priority prefix", zh: "优先前缀")
    case .expression: Text(en: "a regular expression or path with variables", zh: "正则或带变量的路径")
    case .plain: Text(en: "a plain path", zh: "普通路径")
    }
  }
}
