import GatewayModel
import Linting

/// `config-manifest-glob-empty`.
let configManifestGlobEmpty: Rule = Rule(
  id: "config-manifest-glob-empty",
  family: .config,
  severity: .error,
  confidence: [.certain],
  summary: Text(
    en: "A glob of the manifest matches no API definition",
    zh: "清单中的通配符没有匹配到任何 API 定义"),
  explanation: Text(
    en: """
      The elements of `Apis` name the files that hold the service's APIs, relative to the folder of the manifest. One \
      that matches nothing is a mistyped or moved path: the APIs behind it are not checked, and whatever refers to them \
      cannot be judged.
      """,
    zh: """
      `Apis` 的每一项相对于清单所在目录，指向存放该服务 API 的文件。没有匹配到任何内容通常是路径写错或文件被移走：\
      其中的 API 不会被检查，引用这些 API 的配置也无从判断。
      """),
  runtime: Text(
    en: "Nothing at the gateway: gwlint reads less than it was told to.", zh: "网关不受影响，但 gwlint 读到的内容少于清单所写。"),
  evidence: Text(
    en: "The manifest is gwlint's own format.", zh: "清单是 gwlint 自有的格式。"),
  examples: [
    Example(
      .manifest,
      bad: """
        Service: {ServiceName: shop, Protocol: http&https}
        Apis: [openapi/*.yaml]
        """,
      good: """
        Service: {ServiceName: shop, Protocol: http&https}
        Apis: [apis/*.yaml]
        """,
      at: "openapi/*.yaml",
      files: [
        "apis/a.yaml": """
        openapi: 3.0.0
        info: {title: a, version: "1"}
        paths:
          /a:
            get: {operationId: a}
        """
      ])
  ],
  checks: [.engine(.emptyGlob)])
