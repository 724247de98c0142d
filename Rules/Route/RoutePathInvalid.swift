import GatewayModel
import GatewayRouting
import Linting
import Routing
import YAMLDocument

/// `route-path-invalid`.
let routePathInvalid: Rule = Rule(
  id: "route-path-invalid",
  family: .route,
  severity: .error,
  faults: [.uriMiss],
  confidence: [.official],
  summary: Text(en: "A front-end path is not of a form that a request can have", zh: "前端路径的写法使请求无法匹配"),
  explanation: Text(
    en: """
      Behind its mark (`=`, `^~` or none) a path begins with `/` and holds no white space. Braces come in pairs, around \
      the name of a variable or a quantifier such as `{2,4}`; no variable is there twice. A `#` or a query in a path, and \
      a brace in an exact path, are warnings: they are taken literally at best. A method or another key that stands among \
      the paths of a document, where it belongs below one, is reported at that key.
      """,
    zh: """
      路径在标记（`=`、`^~` 或无标记）之后必须以 `/` 开头，且不含空白字符。花括号必须成对，内容是变量名或 `{2,4}` 这样的量词，\
      同一变量不能出现两次。路径中的 `#`、查询串以及精确路径中的花括号作为警告：它们最多被当作字面文本。\
      本应写在路径之下、却与路径并列的请求方法或其他键，在该键处报告。
      """),
  runtime: Text(
    en: "Calls are answered with 404 `There is no api match uri[…]`, unless the import refuses the path before.",
    zh: "调用会返回 404 `There is no api match uri[…]`，除非导入时已被拒绝。"),
  evidence: Text(
    en: "The vendor's page on front-end paths, and the OpenAPI specification for the first slash.",
    zh: "依据官方的前端路径说明；开头的斜杠另见 OpenAPI 规范。"),
  url: "https://cloud.tencent.com/document/product/628/11797",
  fixSafety: .safe(
    Text(
      en: "A path without its first slash can only mean the path with it; other defects are left to the author.",
      zh: "缺少开头斜杠的路径只可能是补上斜杠后的路径；其他问题由作者自行修改。")),
  examples: [
    Example(
      bad: """
        paths:
          user/{id:
            get: {operationId: u}
        """,
      good: """
        paths:
          /user/{id}:
            get: {operationId: u, parameters: [{name: id, in: path, required: true, schema: {type: string}}]}
        """,
      at: "user/{id", exempt: [.anchored: "a key has no value of its own to share"]),
    Example(
      bad: """
        paths:
          orders:
            get: {operationId: orders}
        """,
      good: """
        paths:
          /orders/[0-9]{4}:
            get: {operationId: orders}
        """,
      fixed: """
        paths:
          /orders:
            get: {operationId: orders}
        """,
      at: "orders", exempt: [.anchored: "a key has no value of its own to share"]),
    Example(
      bad: """
        paths:
          get:
            operationId: orders
            x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}
        """,
      good: """
        paths:
          /orders:
            get:
              operationId: orders
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok}
        """,
      at: "get", exempt: [.anchored: "a key has no value of its own to share"]),
    Example(
      .manifest,
      bad: """
        Apis:
          - {ApiName: a, RequestConfig: {Path: '/a?page=1', Method: GET}}
        """,
      good: """
        Apis:
          - {ApiName: a, RequestConfig: {Path: '/colou?r', Method: GET}}
        """,
      at: "?page"),
    Example(
      .manifest,
      bad: """
        Apis:
          - {ApiName: a, RequestConfig: {Path: '/{id}/{id}', Method: GET}}
        """,
      good: """
        Apis:
          - {ApiName: a, RequestConfig: {Path: '/{id}/${stage}/{id}', Method: GET}}
        """,
      at: "{id}'"),
  ],
  checks: [.service(checkPaths), .note(.keyAmongPaths, reportKeyAmongPaths)])

private func reportKeyAmongPaths(_ note: Note, _ findings: inout Findings) {
  let key = note.keyText
  let isMethod = APIMethod(word: key) != nil
  findings.report(
    at: .key(note.key),
    isMethod
      ? Text(
        en: "`\(key)` is a method that stands among the paths: no path leads to it.",
        zh: "`\(key)` 是请求方法，却写在路径的位置，没有路径能访问到它。")
      : Text(
        en: "`\(key)` stands among the paths and is none: paths begin with `/`.",
        zh: "`\(key)` 写在路径的位置，但不是路径；路径以 `/` 开头。"),
    help: isMethod
      ? Text(
        en: "Move it, with all below it, under the path that it answers, such as `/orders`.",
        zh: "请把它连同其下的内容移到所属路径（例如 `/orders`）之下。")
      : Text(
        en: "Move it under the path or the operation that it is about, or remove it.",
        zh: "请把它移到所属的路径或操作之下，或将其删除。"))
}

private func checkPaths(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  for shared in SharedPath.all(of: service, in: project) {
    guard let pattern = shared.pattern, let origin = shared.apis[0][.path].origin else { continue }
    for defect in pattern.defects {
      let place = defect.offset.map { Place.inside(origin, offset: $0, count: defect.length) } ?? shared.place
      findings.report(
        at: place, defect.message(pattern.description), severity: defect.isCertain ? .error : .warning,
        help: defect.help, mends: mends(for: defect, pattern, shared), subject: shared.apis[0].id)
    }
  }
}

private func mends(for defect: PathDefect, _ pattern: PathPattern, _ shared: SharedPath) -> [Mend] {
  guard defect == .noLeadingSlash, !pattern.text.isEmpty else { return [] }
  let mark = String(decoding: pattern.written.dropLast(pattern.text.count), as: UTF8.self)
  let mended = mark + "/" + String(decoding: pattern.text, as: UTF8.self)
  return [
    .safe(
      Text(en: "put `/` in front", zh: "在开头加上 `/`"), shared.apis[0][.path].replacement(.string(mended)))
  ]
}

extension PathDefect {
  /// Where in the path it is; `nil` for the path as a whole.
  fileprivate var offset: Int? {
    switch self {
    case .noLeadingSlash: nil
    case .whiteSpace(let offset), .unbalancedBrace(let offset), .emptyBraces(let offset), .strangeBraces(let offset, _),
      .repeatedVariable(let offset, _), .fragment(let offset), .query(let offset), .braceInExactPath(let offset):
      offset
    }
  }

  /// How many bytes it takes.
  fileprivate var length: Int {
    switch self {
    case .emptyBraces: 2
    case .strangeBraces(_, let text), .repeatedVariable(_, let text): text.utf8.count + 2
    default: 1
    }
  }

  fileprivate func message(_ path: String) -> Text {
    switch self {
    case .noLeadingSlash:
      Text(en: "The path `\(path)` does not begin with `/`.", zh: "路径 `\(path)` 不是以 `/` 开头。")
    case .whiteSpace:
      Text(en: "The path `\(path)` holds white space, which no request can have.", zh: "路径 `\(path)` 含有空白字符，请求中不可能出现。")
    case .unbalancedBrace:
      Text(en: "A brace in `\(path)` has no counterpart.", zh: "`\(path)` 中有一个花括号没有配对。")
    case .emptyBraces:
      Text(en: "The braces in `\(path)` hold no name.", zh: "`\(path)` 的花括号中没有变量名。")
    case .strangeBraces(_, let inside):
      Text(
        en: "`{\(inside)}` is neither a variable nor a quantifier.", zh: "`{\(inside)}` 既不是变量也不是量词。")
    case .repeatedVariable(_, let name):
      Text(en: "The variable `{\(name)}` is in the path twice.", zh: "变量 `{\(name)}` 在路径中出现了两次。")
    case .fragment:
      Text(
        en: "`#` begins a fragment: clients never send it and what follows.", zh: "`#` 表示片段的开始，客户端不会发送它及其后的内容。")
    case .query:
      Text(
        en: "A query is no part of the path; `?` here makes the character before it optional.",
        zh: "查询串不属于路径；此处的 `?` 只表示前一个字符可有可无。")
    case .braceInExactPath:
      Text(
        en: "An exact path has no variables: the braces stand for themselves.", zh: "精确路径没有变量，花括号只代表它本身。")
    }
  }

  fileprivate var help: Text {
    switch self {
    case .noLeadingSlash: Text(en: "Write the slash.", zh: "请补上斜杠。")
    case .whiteSpace: Text(en: "Remove it; clients send `%20` for a blank.", zh: "请删除；客户端会把空格编码为 `%20`。")
    case .unbalancedBrace: Text(en: "Close the braces.", zh: "请补全花括号。")
    case .emptyBraces, .strangeBraces:
      Text(
        en: "A name consists of letters, digits, `_`, `-` and `.`; a quantifier is `{2}`, `{2,}` or `{2,4}`.",
        zh: "变量名由字母、数字、`_`、`-`、`.` 组成；量词形如 `{2}`、`{2,}`、`{2,4}`。")
    case .repeatedVariable: Text(en: "Give the second one another name.", zh: "请为第二个变量另取名称。")
    case .fragment: Text(en: "Remove it.", zh: "请删除。")
    case .query: Text(en: "Declare query parameters instead.", zh: "请改为声明 Query 参数。")
    case .braceInExactPath: Text(en: "Drop the `=`, or write the text that is meant.", zh: "请去掉 `=`，或写出实际的文本。")
    }
  }
}
