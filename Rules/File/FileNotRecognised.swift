import GatewayModel
import Linting

/// `file-not-recognised`.
let fileNotRecognised: Rule = Rule(
  id: "file-not-recognised",
  family: .file,
  severity: .warning,
  confidence: [.certain],
  summary: Text(
    en: "A file that was named is no gateway definition",
    zh: "指定的文件不是网关定义"),
  explanation: Text(
    en: """
      A file named on the command line is expected to hold a gateway definition. This one parses, but has none of the \
      keys that tell one: it may be another product's file, or lack the key at its head, such as `openapi`. In a folder \
      such files are passed over without a word.
      """,
    zh: """
      命令行中指定的文件应当是网关定义。该文件可以解析，但没有任何能表明其为网关定义的键：它可能属于其他产品，\
      也可能缺少开头的键（例如 `openapi`）。扫描目录时，这类文件会被直接跳过。
      """),
  runtime: Text(
    en: "Nothing in the file is checked. What it would do when it is deployed is not known.",
    zh: "文件中的内容不会被检查，部署后的效果也无从得知。"),
  evidence: Text(
    en: "Follows from the published shapes of the formats that gwlint reads.",
    zh: "依据 gwlint 所支持的各种格式的公开定义。"),
  examples: [
    Example(
      bad: """
        apiVersion: v1
        kind: ConfigMap
        data: {greeting: hello}
        """,
      good: """
        paths:
          /greeting:
            get: {operationId: greet}
        """,
      at: "apiVersion",
      exempt: [
        .anchored: "the finding is about the file as a whole",
        .suppressed: "comments of a file that is no gateway definition are not read",
      ])
  ],
  checks: [.engine(.notRecognised)])
