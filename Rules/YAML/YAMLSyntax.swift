import GatewayModel
import Linting

/// `yaml-syntax`.
let yamlSyntax: Rule = Rule(
  id: "yaml-syntax",
  family: .yaml,
  severity: .error,
  confidence: [.certain],
  summary: Text(
    en: "A gateway definition cannot be read",
    zh: "网关定义文件无法读取"),
  explanation: Text(
    en: """
      The file is no valid YAML or JSON, is not UTF-8, or passes one of the limits on size, depth and number of nodes. \
      Nothing else in it is checked until it can be read. The usual accidents are a value that begins with `@`, `*` or \
      `%` without quotes, a key without a blank behind its colon, and lines that are indented below a value.
      """,
    zh: """
      文件不是合法的 YAML 或 JSON、不是 UTF-8 编码，或超出了大小、嵌套深度、节点数的上限。在能够读取之前，其余内容\
      不会被检查。常见原因：值以 `@`、`*`、`%` 开头却没有加引号；冒号后缺少空格；在已有值的键下面又缩进了内容。
      """),
  runtime: Text(
    en: "The import or the deployment is refused as a whole.",
    zh: "导入或部署会整体被拒绝。"),
  evidence: Text(
    en: "Follows from the YAML 1.2 and JSON specifications.",
    zh: "依据 YAML 1.2 与 JSON 规范。"),
  url: "https://yaml.org/spec/1.2.2/",
  examples: [
    Example(
      bad: """
        openapi: 3.0.0
        info:
          title:orders
          version: 1.0.1
        paths:
          /orders:
            get:
              operationId: listOrders
        """,
      good: """
        openapi: 3.0.0
        info:
          title: orders
          version: 1.0.1
        paths:
          /orders:
            get:
              operationId: listOrders
        """,
      exempt: unreadable),
    Example(
      bad: """
        paths:
          /orders:
            get:
              operationId: "listOrders
        """,
      good: """
        paths:
          /orders:
            get:
              operationId: "listOrders"
        """,
      exempt: unreadable),
  ],
  checks: [.engine(.syntaxProblem)])

private let unreadable: [Example.Transformation: String] = [
  .flowStyle: "what cannot be read cannot be rewritten",
  .json: "what cannot be read cannot be rewritten",
  .anchored: "what cannot be read cannot be rewritten",
  .suppressed: "comments of a file that cannot be read are not known",
]
