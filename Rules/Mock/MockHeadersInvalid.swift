import GatewayModel
import Linting
import YAMLDocument

/// `mock-headers-invalid`.
let mockHeadersInvalid: Rule = Rule(
  id: "mock-headers-invalid",
  family: .mock,
  severity: .error,
  faults: [.mockConfigError],
  confidence: [.inferred],
  summary: Text(
    en: "A MOCK back end's headers are no list, or hold what is no header",
    zh: "MOCK 后端的响应头不是列表，或其中含有无效的响应头"),
  explanation: Text(
    en: """
      `MockReturnHttpHeaders` is a list; every published example has an empty one. How its elements are built is not \
      documented: gwlint takes `{Name, Value}`, a mapping of one pair and `Name: value` for a header. A name that HTTP \
      does not allow, a line break in a value and the headers by which HTTP delimits messages are warnings.
      """,
    zh: """
      `MockReturnHttpHeaders` 是列表，所有公开示例中都是空列表，元素的结构没有文档说明。gwlint 把 `{Name, Value}`、只有一对\
      键值的映射和 `Name: value` 文本都当作一个响应头。HTTP 不允许的名称、值中的换行，以及 HTTP 用来界定报文的响应头作警告。
      """),
  runtime: Text(
    en: "Calls answer 481 `Mock config error.`, unless the import refuses the API before.",
    zh: "调用返回 481 `Mock config error.`，除非导入时已被拒绝。"),
  evidence: Text(
    en: "Only `[]` is documented; all else is deduced.", zh: "文档中只出现过 `[]`，其余均为推断。"),
  url: "https://cloud.tencent.com/document/product/628/64198",
  fixSafety: .safe(Text(en: "Nothing and an empty list say the same.", zh: "空值与空列表含义相同。")),
  examples: [
    Example(
      bad: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok, MockReturnHttpHeaders: ""}
        """,
      good: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok, MockReturnHttpHeaders: []}
        """,
      fixed: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend: {ServiceType: MOCK, ServiceMockReturnMessage: ok, MockReturnHttpHeaders: []}
        """,
      at: "\"\""),
    Example(
      bad: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend:
                ServiceType: MOCK
                ServiceMockReturnMessage: ok
                MockReturnHttpHeaders: {X-Served-By: mock}
        """,
      good: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend:
                ServiceType: MOCK
                ServiceMockReturnMessage: ok
                MockReturnHttpHeaders: ${file(headers.yml)}
        """,
      at: "{X-Served-By"),
    Example(
      bad: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend:
                ServiceType: MOCK
                ServiceMockReturnMessage: ok
                MockReturnHttpHeaders: [{Name: Content Type, Value: text/plain}]
        """,
      good: """
        paths:
          /m:
            get:
              operationId: m
              x-apigw-backend:
                ServiceType: HTTP
                MockReturnHttpHeaders: none
        """,
      at: "{Name: Content Type"),
  ],
  checks: [.part(.api, checkMockHeaders)])

private func checkMockHeaders(_ api: Part, _ findings: inout Findings) {
  let headers = api[.mockHeaders]
  guard api.serviceType == .mock, let origin = headers.origin, !headers.isTemplated else { return }
  let key = headers.spelling
  guard headers.shape == .list else {
    findings.report(
      at: .value(origin),
      headers.isBlank
        ? Text(en: "\(key) is empty; a list is expected.", zh: "\(key) 为空，此处应为列表。")
        : Text(
          en: "\(key) is \(headers.kindText.en); a list is expected.", zh: "\(key) 是\(headers.kindText.zh)，此处应为列表。"),
      help: Text(en: "Write `\(key): []`.", zh: "请写 `\(key): []`。"),
      mends: headers.isBlank
        ? [.safe(Text(en: "write an empty list", zh: "改为空列表"), .set(origin, .list([])))] : [])
    return
  }
  let items = headers.items
  guard !items.isEmpty else { return }
  findings.report(
    at: .value(origin),
    Text(
      en: "How the elements of \(key) are built is not documented; published examples have an empty list.",
      zh: "\(key) 的元素结构没有文档说明，公开示例中都是空列表。"),
    severity: .hint,
    help: Text(
      en: "Write `\(key): []` if callers do not need the headers.", zh: "如果调用方不需要这些响应头，请写 `\(key): []`。"))
  for item in items { checkHeader(item, in: headers, &findings) }
}

private func checkHeader(_ item: Origin, in headers: Field, _ findings: inout Findings) {
  let yaml = headers.part.project.document(item.document).yaml
  guard let (name, value) = header(item.node, yaml) else {
    findings.report(
      at: .value(item),
      Text(en: "This element of \(headers.spelling) names no header.", zh: "\(headers.spelling) 的这个元素没有写响应头名称。"),
      severity: .warning,
      help: Text(
        en: "Write the element as `{Name: X-Served-By, Value: mock}` or as one pair, `X-Served-By: mock`.",
        zh: "请把该元素写成 `{Name: X-Served-By, Value: mock}`，或只写一对键值 `X-Served-By: mock`。"))
    return
  }
  guard !Field.isTemplate(name.utf8), !Field.isTemplate(value.utf8) else { return }
  let defect: (message: Text, help: Text)? =
    if name.isEmpty || !name.utf8.allSatisfy(isTokenByte) {
      (
        message: Text(en: "`\(name)` is no name that a header can have", zh: "`\(name)` 不能作为响应头名称"),
        help: Text(
          en: "Write a name of letters, digits and hyphens, such as `X-Served-By`.",
          zh: "请用字母、数字和连字符命名，例如 `X-Served-By`。")
      )
    } else if value.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      (
        message: Text(en: "the value of `\(name)` contains a line break", zh: "`\(name)` 的值含有换行"),
        help: Text(en: "Write the value on one line.", zh: "请把值写成一行。")
      )
    } else if ["content-length", "transfer-encoding", "connection"].contains(name.lowercased()) {
      (
        message: Text(en: "`\(name)` is set by the gateway itself", zh: "`\(name)` 由网关自行设置"),
        help: Text(en: "Remove this header from the list.", zh: "请从列表中删除该响应头。")
      )
    } else {
      nil
    }
  guard let defect else { return }
  findings.report(
    at: .value(item),
    Text(
      en: "\(headers.spelling): \(defect.message.en).", zh: "\(headers.spelling)：\(defect.message.zh)。"),
    severity: .warning, help: defect.help)
}

/// Name and value of an element, in any of the forms that may be meant.
private func header(_ node: NodeID, _ yaml: YAMLDocument) -> (name: String, value: String)? {
  switch yaml.kind(node) {
  case .mapping:
    let entries = yaml.entries(of: node)
    func text(_ keys: [String]) -> String? {
      entries.first { keys.contains(yaml.string($0.key).lowercased()) }.map { yaml.string(yaml.resolved($0.value)) }
    }
    if let name = text(["name", "key"]) { return (name, text(["value"]) ?? "") }
    guard entries.count == 1, let only = entries.first else { return nil }
    return (yaml.string(only.key), yaml.string(yaml.resolved(only.value)))
  case .scalar:
    let text = yaml.string(node)
    guard let colon = text.firstIndex(of: ":") else { return Field.isTemplate(text.utf8) ? (text, "") : nil }
    return (String(text[..<colon]), String(text[text.index(after: colon)...]))
  case .sequence, .alias: return nil
  }
}

/// Source: `token` of RFC 7230 §3.2.6.
private func isTokenByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
  default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }
}
