import GatewayModel
import Linting
import YAMLDocument

/// `config-manifest-version`.
let configManifestVersion: Rule = Rule(
  id: "config-manifest-version",
  family: .config,
  severity: .error,
  confidence: [.certain],
  summary: Text(
    en: "The manifest is written for a version of the format that is not known",
    zh: "清单使用的格式版本未知"),
  explanation: Text(
    en: """
      The key `gwlint` says which version of the format the manifest follows. There is version 1 alone. Whatever stands in \
      a manifest of another version is read as if it were that one: keys that the other version has are missed or taken \
      for something else.
      """,
    zh: """
      键 `gwlint` 表示清单遵循的格式版本，目前只有版本 1。其他版本的清单会按版本 1 读取：另一版本特有的键会被忽略，或被理解成其他含义。
      """),
  runtime: Text(
    en: "Nothing at the gateway: gwlint may read something else than the manifest says.",
    zh: "网关不受影响，但 gwlint 读到的内容可能与清单所写不同。"),
  evidence: Text(
    en: "The manifest is gwlint's own format.", zh: "清单是 gwlint 自有的格式。"),
  fixSafety: .unsafe(
    Text(
      en: "A manifest of a later version may mean something else by the same keys.",
      zh: "较新版本的清单可能用相同的键表示不同的含义。")),
  examples: [
    Example(
      .manifest,
      bad: """
        gwlint: 2
        Service: {ServiceName: shop, Protocol: http&https}
        """,
      good: """
        gwlint: 1
        Service: {ServiceName: shop, Protocol: http&https}
        """,
      fixed: """
        gwlint: 1
        Service: {ServiceName: shop, Protocol: http&https}
        """,
      at: "2"),
    Example(
      .manifest,
      bad: """
        gwlint: v1
        Service: {ServiceName: shop, Protocol: http&https}
        """,
      good: """
        gwlint: 1
        Service: {ServiceName: shop, Protocol: http&https}
        """,
      at: "v1"),
    Example(
      .manifest,
      bad: """
        gwlint:
        Service: {ServiceName: shop, Protocol: http&https}
        """,
      good: """
        gwlint: '${MANIFEST_VERSION}'
        Service: {ServiceName: shop, Protocol: http&https}
        """,
      exempt: [.anchored: "nothing is written that could stand behind an anchor"]),
  ],
  checks: [.part(.service, checkManifestVersion)])

private let knownVersion: Int64 = 1

private func checkManifestVersion(_ service: Part, _ findings: inout Findings) {
  let version = service[.manifestVersion]
  guard let origin = version.origin, !version.isTemplated, !version.isKnownVersion else { return }
  let written = version.text
  findings.report(
    at: .value(origin),
    written.map {
      Text(
        en: "Version `\($0)` of the manifest is not known; what follows is read as version \(knownVersion).",
        zh: "未知的清单版本 `\($0)`；以下内容按版本 \(knownVersion) 读取。")
    }
      ?? Text(
        en: "The manifest names no version; what follows is read as version \(knownVersion).",
        zh: "清单没有写明版本；以下内容按版本 \(knownVersion) 读取。"),
    help: Text(
      en: "Write `\(version.spelling): \(knownVersion)`, or use a gwlint that knows the version.",
      zh: "请写 `\(version.spelling): \(knownVersion)`，或使用支持该版本的 gwlint。"),
    mends: [
      .unsafe(
        Text(en: "write version \(knownVersion)", zh: "改为版本 \(knownVersion)"), .set(origin, .integer(knownVersion)))
    ])
}

extension Field {
  /// Whether it names the version that is known: as a number however it is written, or in quotes.
  fileprivate var isKnownVersion: Bool {
    switch scalar {
    case .integer(let number)?: number == knownVersion
    case .float(let number)?: number == Double(knownVersion)
    default: text == String(knownVersion)
    }
  }
}
