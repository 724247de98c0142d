import GatewayModel
import Linting

/// `config-openapi-version`.
let configOpenAPIVersion: Rule = Rule(
  id: "config-openapi-version",
  family: .config,
  severity: .error,
  confidence: [.official],
  summary: Text(
    en: "The document does not say `openapi: 3.0.0`",
    zh: "文档没有声明 `openapi: 3.0.0`"),
  explanation: Text(
    en: """
      The gateway imports OpenAPI 3.0.0 and nothing else. Swagger 2.0 and OpenAPI 3.1 describe things in other ways; a \
      document without a version is not known to be either. Other texts for 3.0, such as `3.0` or `3.0.3`, are warned of.
      """,
    zh: """
      网关只支持导入 OpenAPI 3.0.0。Swagger 2.0 和 OpenAPI 3.1 的写法不同；没有版本号的文档无法判断格式。`3.0`、`3.0.3` \
      等其他 3.0 写法只给出警告。
      """),
  runtime: Text(
    en: "The import refuses the document, so none of its APIs comes into being.",
    zh: "导入会拒绝该文档，其中的 API 都不会被创建。"),
  evidence: Text(
    en: "The page on API definitions names 3.0.0 as the supported version; how other 3.0 texts are taken is not said.",
    zh: "《定义 API》页面指明支持的版本为 3.0.0；其他 3.0 写法是否接受没有说明。"),
  url: "https://cloud.tencent.com/document/product/628/43135",
  fixSafety: .unsafe(
    Text(
      en: "A document written for another version may use what 3.0.0 lacks.", zh: "为其他版本编写的文档可能用到 3.0.0 没有的特性。")),
  examples: [
    Example(
      bad: """
        openapi: 3.1.0
        info: {title: orders, version: "1"}
        paths: {}
        """,
      good: """
        openapi: 3.0.0
        info: {title: orders, version: "1"}
        paths: {}
        """,
      fixed: """
        openapi: 3.0.0
        info: {title: orders, version: "1"}
        paths: {}
        """,
      at: "3.1.0"),
    Example(
      bad: """
        openapi: "3.0"
        info: {title: orders, version: "1"}
        paths: {}
        """,
      good: """
        openapi: "3.0.0"
        info: {title: orders, version: "1"}
        paths: {}
        """,
      at: #""3.0""#),
    Example(
      bad: """
        swagger: "2.0"
        info: {title: orders, version: "1"}
        paths: {}
        """,
      good: """
        openapi: ${OPENAPI_VERSION}
        info: {title: orders, version: "1"}
        paths: {}
        """,
      at: #""2.0""#),
    Example(
      bad: """
        info: {title: orders, version: "1", x-origin: "no openapi: key"}
        paths:
          /orders:
            get: {operationId: listOrders, x-apigw-protocol: HTTP}
        swagger:
        """,
      good: """
        paths:
          /orders:
            get: {operationId: listOrders, x-apigw-protocol: HTTP}
        """,
      exempt: [.anchored: "nothing is written that could stand behind an anchor"]),
  ],
  checks: [.part(.service, checkVersion)])

private func checkVersion(_ service: Part, _ findings: inout Findings) {
  guard service.facts.isImportDocument else { return }
  let version = service[.openAPIVersion]
  guard !version.isTemplated else { return }
  guard let text = version.text, !version.isBlank else {
    findings.report(
      at: .field(version),
      Text(
        en: "The document names no OpenAPI version; the gateway imports 3.0.0 only.",
        zh: "文档没有写明 OpenAPI 版本；网关只导入 3.0.0。"),
      help: toWrite, mends: [insertion(of: version, in: service)])
    return
  }
  guard text != "3.0.0", let origin = version.origin else { return }
  if text == "3.0" || text.hasPrefix("3.0.") {
    findings.report(
      at: .value(origin),
      Text(
        en: "The version is written as `\(text)`; the gateway documents `3.0.0` alone.",
        zh: "版本写作 `\(text)`；网关文档只说明支持 `3.0.0`。"),
      severity: .warning, help: toWrite, mends: [.unsafe(mendTitle, .set(origin, .string("3.0.0")))])
  } else {
    let isSwagger = text == "2" || text.hasPrefix("2.")
    findings.report(
      at: .value(origin),
      Text(
        en: "\(isSwagger ? "Swagger" : "OpenAPI") \(text) cannot be imported: the gateway takes OpenAPI 3.0.0 only.",
        zh: "无法导入 \(isSwagger ? "Swagger" : "OpenAPI") \(text)：网关只支持 OpenAPI 3.0.0。"),
      help: isSwagger
        ? Text(en: "Convert the document to OpenAPI 3.0.0 first.", zh: "请先将文档转换为 OpenAPI 3.0.0。") : toWrite,
      mends: isSwagger ? [] : [.unsafe(mendTitle, .set(origin, .string("3.0.0")))])
  }
}

private func insertion(of version: Field, in service: Part) -> Mend {
  if let origin = version.origin { return .unsafe(mendTitle, .set(origin, .string("3.0.0"))) }
  return .unsafe(mendTitle, .insert(.openAPIVersion, .string("3.0.0"), service.id))
}

private let mendTitle = Text(en: "set `openapi: 3.0.0`", zh: "设为 `openapi: 3.0.0`")
private let toWrite = Text(en: "Write `openapi: 3.0.0` at the head of the document.", zh: "请在文档开头写 `openapi: 3.0.0`。")
