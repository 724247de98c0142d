import GatewayModel
import Linting

/// `config-path-not-openapi`.
let configPathNotOpenAPI: Rule = Rule(
  id: "config-path-not-openapi",
  family: .config,
  severity: .hint,
  confidence: [.inferred],
  summary: Text(
    en: "A path begins with `=` or `^~`, which OpenAPI does not allow",
    zh: "路径以 `=` 或 `^~` 开头，OpenAPI 不允许这样写"),
  explanation: Text(
    en: """
      The gateway's own path language has exact paths (`=/user`) and priority prefixes (`^~/user`). OpenAPI demands that \
      a path begins with `/`. Whether the import accepts the gateway's forms is not published; the Cloud API does.
      """,
    zh: """
      网关自身的路径写法支持精确匹配（`=/user`）和优先前缀（`^~/user`）。OpenAPI 要求路径以 `/` 开头。导入是否接受网关的\
      这两种写法没有公开说明；云 API 是接受的。
      """),
  runtime: Text(
    en: "Unknown: the import may refuse the API, or create it as it is written.",
    zh: "未知：导入可能拒绝该 API，也可能按原样创建。"),
  evidence: Text(
    en: "The path forms are documented for the console and the Cloud API, not for the import.",
    zh: "这些路径写法见于控制台和云 API 的文档，导入文档没有提及。"),
  url: "https://cloud.tencent.com/document/product/607/11775",
  examples: [
    Example(
      bad: """
        paths:
          =/user:
            get: {operationId: getUser}
            post: {operationId: createUser}
        """,
      good: """
        paths:
          /user:
            get: {operationId: getUser}
            post: {operationId: createUser}
        """,
      at: "=/user", exempt: [.anchored: "the alias would take the place of a whole path"]),
    Example(
      bad: """
        paths:
          ^~/user:
            get: {operationId: getUser}
        """,
      good: """
        paths:
          /user=1^~:
            get: {operationId: getUser}
        """,
      at: "^~/user", exempt: [.anchored: "the alias would take the place of a whole path"]),
  ],
  checks: [.document(checkPaths)])

private func checkPaths(_ document: UInt32, _ project: Project, _ findings: inout Findings) {
  guard project.document(document).facts.isImportDocument else { return }
  for api in project.apisWithOwnPath(in: document) {
    guard let path = api.pathText, let origin = api[.path].origin else { continue }
    guard path.hasPrefix("=") || path.hasPrefix("^~") else { continue }
    let sign = path.hasPrefix("=") ? "=" : "^~"
    findings.report(
      at: .value(origin),
      Text(
        en: "OpenAPI paths begin with `/`; it is not known whether the import accepts `\(sign)`.",
        zh: "OpenAPI 的路径以 `/` 开头；导入是否接受 `\(sign)` 没有资料说明。"),
      help: Text(
        en: "After the import, see in the console that the path of the API is `\(path)`.",
        zh: "导入后请在控制台确认 API 的路径为 `\(path)`。"),
      subject: api.id)
  }
}
