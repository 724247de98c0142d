import GatewayModel
import Linting

/// `config-operation-id`.
let configOperationID: Rule = Rule(
  id: "config-operation-id",
  family: .config,
  severity: .warning,
  confidence: [.official],
  summary: Text(
    en: "An API has no name, or one that is too long",
    zh: "API 没有名称，或名称过长"),
  explanation: Text(
    en: """
      The import takes an API's name from `operationId`. Without one the API gets no name of its own, and releases, \
      plugins and plans can only name it by its id. A name has at most 60 characters.
      """,
    zh: """
      导入时以 `operationId` 作为 API 名称。缺少时 API 没有自己的名称，发布、插件、使用计划只能通过 ID 指向它。名称最长 \
      60 个字符。
      """),
  runtime: Text(
    en:
      "The API is refused by the import, or comes into being under a default name; a name that is too long is refused.",
    zh: "导入时该 API 可能被拒绝，或使用默认名称；过长的名称会被拒绝。"),
  evidence: Text(
    en: "That `operationId` is the API's name and its greatest length are documented.",
    zh: "`operationId` 即 API 名称以及长度上限均有文档说明。"),
  url: "https://cloud.tencent.com/document/product/628/43135",
  fixSafety: .unsafe(
    Text(en: "The name is made up from method and path.", zh: "名称由方法和路径拼成，属于猜测。")),
  examples: [
    Example(
      bad: """
        paths:
          /orders:
            get: {responses: {'200': {description: ok}}}
        """,
      good: """
        paths:
          /orders:
            get: {operationId: getOrders, responses: {'200': {description: ok}}}
        """,
      at: "get"),
    Example(
      bad: """
        paths:
          /orders/{id}:
            get:
              operationId: "  "
              responses: {'200': {description: ok}}
        """,
      good: """
        paths:
          /orders/{id}:
            get:
              operationId: ${ORDER_API}
              responses: {'200': {description: ok}}
        """,
      fixed: """
        paths:
          /orders/{id}:
            get:
              operationId: "getOrdersId"
              responses: {'200': {description: ok}}
        """,
      at: #""  ""#),
    Example(
      bad: """
        paths:
          /orders:
            get: {operationId: listAllTheOrdersThatWereEverPlacedByAnyCustomerInAnyOfTheShops}
        """,
      good: """
        paths:
          /orders:
            get: {operationId: listAllTheOrdersThatWereEverPlacedByAnyCustomerInTheShops}
        """,
      at: "listAll"),
  ],
  checks: [.service(checkNames)])

/// Source: the vendor's page on front-end configuration [official].
private let longestName = 60

private func checkNames(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  let apis = project.parts(.api, of: service)
  var free = FreeNames(beside: apis)
  for api in apis {
    let name = api[.apiName]
    if let text = name.text, let origin = name.origin, !name.isTemplated, text.unicodeScalars.count > longestName {
      findings.report(
        at: .value(origin),
        Text(
          en: "The name has \(text.unicodeScalars.count) characters; at most \(longestName) are allowed.",
          zh: "名称有 \(text.unicodeScalars.count) 个字符，最多允许 \(longestName) 个。"),
        severity: .error, help: Text(en: "Shorten the name.", zh: "请缩短名称。"), subject: api.id)
    }
    guard api.facts.isImportDocument, name.isMissing else { continue }
    let invented = free.take(nameOfMethodAndPath(api))
    findings.report(
      at: .field(name),
      Text(
        en: "This API has no \(name.spelling): the import takes its name from there.",
        zh: "该 API 缺少 \(name.spelling)，导入时以它作为 API 名称。"),
      help: Text(en: "Write a name, for example `\(invented)`.", zh: "请写一个名称，例如 `\(invented)`。"),
      mends: [naming(api, invented)], subject: api.id)
  }
}

private func naming(_ api: Part, _ name: String) -> Mend {
  let title = Text(en: "name it `\(name)`", zh: "命名为 `\(name)`")
  if let origin = api[.apiName].origin { return .unsafe(title, .set(origin, .string(name))) }
  return .unsafe(title, .insert(.apiName, .string(name), api.id))
}

/// Method and path as one word: `getOrdersId` for `GET /orders/{id}`; short enough to take a number behind it.
private func nameOfMethodAndPath(_ api: Part) -> String {
  var name = (api.apiMethod?.rawValue ?? "api").lowercased()
  var startsWord = true
  for scalar in (api.pathText ?? "").unicodeScalars {
    guard scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) else {
      startsWord = true
      continue
    }
    name += startsWord ? String(scalar).uppercased() : String(scalar)
    startsWord = false
  }
  return String(name.prefix(longestName - 5))
}
