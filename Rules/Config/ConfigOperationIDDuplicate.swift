import GatewayModel
import Linting

/// `config-operation-id-duplicate`.
let configOperationIDDuplicate: Rule = Rule(
  id: "config-operation-id-duplicate",
  family: .config,
  severity: .warning,
  confidence: [.official, .inferred],
  summary: Text(
    en: "Two APIs of a service have the same name",
    zh: "同一服务中两个 API 重名"),
  explanation: Text(
    en: """
      The name of an API must be unique in its service, over all files that are imported into it. Names differ in case. \
      `index`, which tools set where nothing is written, is not judged.
      """,
    zh: """
      API 名称在服务内必须唯一，导入同一服务的所有文件一并计算，名称区分大小写。工具在未填写时默认使用的 `index` 不参与\
      检查。
      """),
  runtime: Text(
    en: "The import of the later API may fail: its entry in the reply has no success status.",
    zh: "后一个 API 的导入可能失败：返回结果中对应条目的状态不是成功。"),
  evidence: Text(
    en: "That names are unique is documented; no error code for a clash is known.",
    zh: "文档说明名称须唯一；重名时的错误码未知。"),
  url: "https://cloud.tencent.com/document/product/607/11775",
  fixSafety: .unsafe(
    Text(
      en: "Generated client code calls an API by its name.", zh: "生成的 SDK 以名称调用 API，改名会影响调用方。")),
  examples: [
    Example(
      bad: """
        paths:
          /orders: {get: {operationId: list, tags: [orders]}}
          /users: {get: {operationId: list, tags: [users]}}
        """,
      good: """
        paths:
          /orders: {get: {operationId: listOrders, tags: [orders]}}
          /users: {get: {operationId: listUsers, tags: [users]}}
          /members: {get: {operationId: listusers, tags: [users]}}
        """,
      fixed: """
        paths:
          /orders: {get: {operationId: list, tags: [orders]}}
          /users: {get: {operationId: list2, tags: [users]}}
        """,
      at: "list, tags: [users]"),
    Example(
      .manifest,
      bad: """
        Apis:
          - orders.yaml
          - {ApiName: list, RequestConfig: {Path: /users, Method: GET}, ServiceType: MOCK, ServiceMockReturnMessage: ok}
        """,
      good: """
        Apis:
          - orders.yaml
          - {ApiName: listUsers, RequestConfig: {Path: /users, Method: GET}, ServiceType: MOCK, ServiceMockReturnMessage: ok}
        """,
      files: ["orders.yaml": PluginExamples.apis(["get /orders list"])]),
  ],
  checks: [.service(checkDuplicates)])

private func checkDuplicates(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  var first: [String: Part] = [:]
  let apis = project.parts(.api, of: service)
  var free = FreeNames(beside: apis)
  for api in apis {
    guard let name = api.writtenName else { continue }
    guard let earlier = first[name] else {
      first[name] = api
      continue
    }
    // Two APIs that the gateway has already were both accepted.
    guard !isSameAPI(api, earlier), !(api.facts.isReply && earlier.facts.isReply), let origin = api[.apiName].origin,
      let other = earlier[.apiName].origin
    else {
      continue
    }
    let proposal = free.take(name, alwaysNumbered: true)
    findings.report(
      at: .value(origin),
      Text(
        en: "Another API of this service is called `\(name)` already.", zh: "该服务中已有名为 `\(name)` 的 API。"),
      help: Text(en: "Give each API a name of its own.", zh: "请为每个 API 使用不同的名称。"),
      related: [RelatedPlace(.value(other), Text(en: "first used here", zh: "首次使用于此处"))],
      mends: [.unsafe(Text(en: "name it `\(proposal)`", zh: "改名为 `\(proposal)`"), .set(origin, .string(proposal)))],
      subject: api.id)
  }
}

extension Part {
  /// The name that a person gave; `nil` for one that is missing, templated, no text, or what tools set by default.
  fileprivate var writtenName: String? {
    let name = self[.apiName]
    guard !name.isTemplated, !name.isBlank, let text = name.text, text != "index" else { return nil }
    return text
  }
}

/// Whether two entries show one API: the same id, or the same method and path, of which `route-duplicate` speaks.
private func isSameAPI(_ api: Part, _ other: Part) -> Bool {
  if let id = api[.apiId].text, id == other[.apiId].text { return true }
  guard let path = api.pathText, path == other.pathText, let method = api.apiMethod else { return false }
  return method == other.apiMethod
}
