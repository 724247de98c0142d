import GatewayModel
import Linting
import YAMLDocument

/// `config-region-unknown`.
let configRegionUnknown: Rule = Rule(
  id: "config-region-unknown",
  family: .config,
  severity: .hint,
  confidence: [.component, .inferred],
  summary: Text(en: "A region that is not known", zh: "未知的地域"),
  explanation: Text(
    en: """
      The region is none of those that are published for Tencent Cloud. Regions come and go, so that this is a hint; a \
      name in the manner of another cloud (`us-east-1`, `cn-hangzhou`) is a warning.
      """,
    zh: """
      该地域不在腾讯云已公布的地域之列。地域会增减，因此只作提示；按其他云厂商写法的名称（`us-east-1`、`cn-hangzhou`）作警告。
      """),
  runtime: Text(en: "The deployment is refused if there is no such region.", zh: "若地域不存在，部署会被拒绝。"),
  evidence: Text(
    en: "The components' own list is shorter than the cloud's, so that both are taken together.",
    zh: "组件自带的列表比云上实际的短，因此合并两者判断。"),
  examples: [
    Example(
      .componentHTTP,
      bad: """
        component: http
        name: web
        inputs:
          region: us-east-1
          faas: {framework: koa}
        """,
      good: """
        component: http
        name: web
        inputs:
          region: ${env:REGION}
          faas: {framework: koa}
        """,
      at: "us-east-1"),
    Example(
      .componentHTTP,
      bad: """
        component: http
        name: web
        inputs:
          region: ap-guanzhou
          faas: {framework: koa}
        """,
      good: """
        component: http
        name: web
        inputs:
          region: ap-bangkok
          faas: {framework: koa}
        """,
      at: "ap-guanzhou"),
  ],
  checks: [.part(.deployment, checkRegion)])

private func checkRegion(_ deployment: Part, _ findings: inout Findings) {
  let region = deployment[.region]
  let places = region.shape == .list ? region.items : region.origin.map { [$0] } ?? []
  for origin in places {
    let yaml = deployment.project.document(origin.document).yaml
    guard yaml.kind(origin.node) == .scalar, !Field.isTemplate(yaml.scalar(origin.node)) else { continue }
    let name = yaml.string(origin.node)
    guard !name.isEmpty, !regions.contains(name), !deployment.facts.tool.regionAliases.contains(name) else { continue }
    let nearest = NearestWord.nearest(to: name, among: regions)
    let isForeign = isOfAnotherCloud(name)
    findings.report(
      at: .value(origin),
      isForeign
        ? Text(en: "`\(name)` is a region of another cloud.", zh: "`\(name)` 是其他云厂商的地域写法。")
        : Text(en: "`\(name)` is no region that is known.", zh: "未知地域 `\(name)`。"),
      severity: isForeign ? .warning : nil,
      help: isForeign
        ? Text(
          en: "Regions are written like `ap-guangzhou`.", zh: "腾讯云的地域写作 `ap-guangzhou` 这样的形式。")
        : nearest.map { Text(en: "Did you mean `\($0)`?", zh: "是否想写 `\($0)`？") })
  }
}

/// Whether a name is written as the other large clouds write theirs: with a number at its end, or `cn-` in front.
private func isOfAnotherCloud(_ name: String) -> Bool {
  let parts = name.split(separator: "-")
  guard parts.count >= 2, parts[0].count == 2 else { return false }
  return parts[0] == "cn" || parts.last?.allSatisfy(\.isNumber) == true
}

/// Source: the components' checks and the region list of the Cloud API [component][sdk].
private let regions: Set<String> = [
  "ap-bangkok", "ap-beijing", "ap-beijing-fsi", "ap-changsha-ec", "ap-chengdu", "ap-chongqing", "ap-fuzhou-ec",
  "ap-guangzhou", "ap-guangzhou-open", "ap-hangzhou-ec", "ap-hefei-ec", "ap-hongkong", "ap-jakarta", "ap-jinan-ec",
  "ap-mumbai", "ap-nanjing", "ap-osaka", "ap-qingyuan", "ap-seoul", "ap-shanghai", "ap-shanghai-adc",
  "ap-shanghai-fsi", "ap-shenyang-ec", "ap-shenzhen", "ap-shenzhen-fsi", "ap-shijiazhuang-ec", "ap-singapore",
  "ap-taipei", "ap-tianjin", "ap-tokyo", "ap-wuhan-ec", "ap-xian-ec", "ap-xibei-ec", "ap-zhengzhou-ec",
  "ap-zhongwei", "eu-frankfurt", "eu-moscow", "na-ashburn", "na-siliconvalley", "na-toronto", "sa-saopaulo",
]
