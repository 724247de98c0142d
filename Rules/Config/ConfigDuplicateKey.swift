import GatewayModel
import Linting

/// `config-duplicate-key`.
let configDuplicateKey: Rule = Rule(
  id: "config-duplicate-key",
  family: .config,
  severity: .error,
  faults: [.uriMiss],
  confidence: [.official],
  summary: Text(
    en: "A key is written twice in one mapping",
    zh: "同一映射中出现重复的键"),
  explanation: Text(
    en: """
      Path and method are what an API is known by, so the same method twice under one path, or the same path twice, is \
      one API too many. YAML demands that keys are unique, yet most parsers keep one of the two without a word: the other \
      API or setting is lost. The merge key `<<` may stand more than once.
      """,
    zh: """
      API 以“路径 + 方法”为唯一标识。同一路径下写两次相同的方法，或写两次相同的路径，就多出了一个 API。YAML 要求键唯一，\
      但多数解析器会静默保留其中一个，另一个 API 或设置就此丢失。合并键 `<<` 不受此限。
      """),
  runtime: Text(
    en:
      "The lost API is answered with 404 `There is no api match uri[$uri].`; a lost setting falls back to its default.",
    zh: "丢失的 API 返回 404 `There is no api match uri[$uri].`；丢失的设置则使用默认值。"),
  evidence: Text(
    en:
      "Path and method as the key are documented, unique keys are demanded by YAML; which of two is kept is not known.",
    zh: "文档说明以路径和方法为唯一键，YAML 规范要求键唯一；两者保留哪一个没有资料说明。"),
  url: "https://cloud.tencent.com/document/product/607/11775",
  examples: [
    Example(
      bad: """
        paths:
          /orders:
            get: {operationId: listOrders}
            get: {operationId: searchOrders}
        """,
      good: """
        paths:
          /orders:
            get: {operationId: listOrders}
            post: {operationId: createOrder}
        """,
      at: "get: {operationId: searchOrders}"),
    Example(
      bad: """
        paths:
          /orders:
            get: {operationId: listOrders}
          /users:
            get: {operationId: listUsers}
          "/orders":
            post: {operationId: createOrder}
        """,
      good: """
        x-one: &one {description: one}
        x-two: &two {summary: two}
        paths:
          /orders:
            <<: *one
            <<: *two
            get: {operationId: listOrders}
        """,
      at: #""/orders""#, exempt: [.anchored: "the alias would take the place of a whole path"]),
  ],
  checks: [.note(.duplicateKey, checkDuplicate)])

private func checkDuplicate(_ note: Note, _ findings: inout Findings) {
  let related = note.other.map {
    [RelatedPlace(.key($0), Text(en: "first written here", zh: "首次出现在此处"))]
  }
  findings.report(
    at: .key(note.key),
    Text(
      en: "`\(note.keyText)` is written twice in this mapping: one of the two is lost.",
      zh: "该映射中重复书写了 `\(note.keyText)`，其中一个会丢失。"),
    help: Text(
      en: "Keep the one that is meant, or give the other its own key.", zh: "请保留需要的那一个，或为另一个换一个键。"),
    related: related ?? [])
}
