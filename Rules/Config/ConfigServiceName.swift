import GatewayModel
import Linting

/// `config-service-name`.
let configServiceName: Rule = Rule(
  id: "config-service-name",
  family: .config,
  severity: .error,
  confidence: [.official, .sdk],
  summary: Text(
    en: "A service's name or protocol is not one the gateway takes",
    zh: "服务名称或协议不合规"),
  explanation: Text(
    en: """
      A service's name has 1 to 50 characters; the page on creating services allows letters, digits and `_`. Its protocol \
      is `http`, `https` or `http&https`, in small letters and in this order.
      """,
    zh: """
      服务名称长度为 1 到 50 个字符，《服务创建》页面允许字母、数字和 `_`。协议为 `http`、`https` 或 `http&https`，小写，\
      且顺序固定。
      """),
  runtime: Text(
    en: "The control plane refuses to create the service.", zh: "控制面会拒绝创建服务。"),
  evidence: Text(
    en: """
      Length and protocols are documented. Names with hyphens stand in official examples that deploy, so other characters \
      are only hinted at.
      """,
    zh: "长度和协议有文档说明。官方示例中存在带连字符且可部署的名称，因此其他字符只给出提示。"),
  url: "https://cloud.tencent.com/document/product/628/34009",
  fixSafety: .safe(
    Text(en: "The same two protocols are written in the documented order and case.", zh: "只把相同的协议改为文档规定的顺序和大小写。")),
  examples: [
    Example(
      .manifest,
      bad: """
        Service: {ServiceName: shop, Protocol: https&http}
        """,
      good: """
        Service: {ServiceName: shop, Protocol: http&https}
        """,
      fixed: """
        Service: {ServiceName: shop, Protocol: http&https}
        """,
      at: "https&http"),
    Example(
      .manifest,
      bad: """
        Service: {ServiceName: a_service_whose_name_is_longer_than_fifty_characters_are, Protocol: http}
        """,
      good: """
        Service: {ServiceName: "${SERVICE_NAME}", Protocol: "${PROTOCOL}"}
        """,
      at: "a_service"),
    Example(
      .manifest,
      bad: """
        Service: {ServiceName: shop, Protocol: ftp}
        """,
      good: """
        Service: {ServiceName: shop_1, Protocol: https}
        """,
      at: "ftp"),
    Example(
      .manifest,
      bad: """
        Service: {ServiceName: web-shop, Protocol: http}
        """,
      good: """
        Service: {ServiceName: web_shop, Protocol: http}
        """,
      at: "web-shop"),
  ],
  checks: [.part(.service, checkService)])

/// Source: the vendor's page on creating services [official].
private let longestName = 50

/// Source: CreateService.Protocol [sdk].
private let protocols = ["http", "https", "http&https"]

private func checkService(_ service: Part, _ findings: inout Findings) {
  checkName(service[.serviceName], &findings)
  let tool = service.facts.tool
  if !tool.joinsProtocols, service.facts.valueType(of: .serviceProtocol) == .string {
    checkProtocol(service[.serviceProtocol], &findings)
  }
}

private func checkName(_ name: Field, _ findings: inout Findings) {
  guard !name.isTemplated, name.shape == .scalar, let text = name.text, let origin = name.origin else { return }
  let length = text.unicodeScalars.count
  if name.isBlank {
    findings.report(
      at: .value(origin), Text(en: "The service's name is empty.", zh: "服务名称为空。"),
      help: Text(en: "Write a name of 1 to \(longestName) characters.", zh: "请写 1 到 \(longestName) 个字符的名称。"))
  } else if length > longestName {
    findings.report(
      at: .value(origin),
      Text(
        en: "The service's name has \(length) characters; at most \(longestName) are allowed.",
        zh: "服务名称有 \(length) 个字符，最多允许 \(longestName) 个。"),
      help: Text(en: "Shorten the name.", zh: "请缩短名称。"))
  } else if name.part.facts.restrictsServiceNameCharacters, let other = text.unicodeScalars.first(where: isUnusual) {
    findings.report(
      at: .value(origin),
      Text(
        en: "The name `\(text)` holds `\(other)`; letters, digits and `_` are documented.",
        zh: "名称 `\(text)` 含有 `\(other)`；文档只说明支持字母、数字和 `_`。"),
      severity: .hint,
      help: Text(
        en: "Hyphens are known to work; for other signs, use `_`.", zh: "连字符已知可用；其他符号建议改为 `_`。"))
  }
}

private func isUnusual(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "a"..."z", "A"..."Z", "0"..."9", "_": false
  default: true
  }
}

private func checkProtocol(_ field: Field, _ findings: inout Findings) {
  guard !field.isTemplated, !field.isBlank, let text = field.text, let origin = field.origin else { return }
  guard !protocols.contains(text) else { return }
  let words = text.lowercased().split(separator: "&").map(String.init).sorted()
  let meant = protocols.first { $0.split(separator: "&").map(String.init) == words }
  let isCaseAlone = protocols.contains(text.lowercased())
  findings.report(
    at: .value(origin),
    Text(
      en: "\(field.spelling) `\(text)` is none of http, https, http&https.",
      zh: "\(field.spelling) 的取值 `\(text)` 不是 http、https、http&https 之一。"),
    severity: isCaseAlone ? .warning : .error,
    help: meant.map { Text(en: "Write `\($0)`.", zh: "请写作 `\($0)`。") }
      ?? Text(en: "Write http, https or http&https.", zh: "请填写 http、https 或 http&https。"),
    mends: meant.map { [.safe(Text(en: "set `\($0)`", zh: "改为 `\($0)`"), .set(origin, .string($0)))] } ?? [])
}
