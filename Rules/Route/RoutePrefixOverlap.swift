import GatewayModel
import GatewayRouting
import Linting
import Routing

/// `route-prefix-overlap`.
let routePrefixOverlap: Rule = Rule(
  id: "route-prefix-overlap",
  family: .route,
  severity: .hint,
  faults: [],
  confidence: [.official],
  summary: Text(en: "A plain path is the beginning of another word", zh: "普通路径恰好是另一条路径中单词的开头"),
  explanation: Text(
    en: """
      A plain path takes everything that begins with its text, whole segments or not: `/user` also answers `/userx`. Where \
      a path such as `/users` exists, a request for one that does not, `/user-list` say, silently lands on `/user` and \
      not on 404.
      """,
    zh: """
      普通路径会匹配所有以它开头的请求，不论是否完整的一段：`/user` 也会响应 `/userx`。当存在 `/users` 这样的路径时，访问并不存在的 \
      `/user-list` 会悄悄落到 `/user` 上，而不是返回 404。
      """),
  runtime: Text(en: "The wrong API answers instead of 404.", zh: "由错误的 API 响应，而不是返回 404。"),
  evidence: Text(en: "That plain paths are prefixes of text is documented.", zh: "普通路径按字符串前缀匹配有官方文档说明。"),
  url: "https://cloud.tencent.com/document/product/628/11797",
  examples: [
    Example(
      bad: """
        paths:
          /user: {get: {operationId: user}}
          /users: {get: {operationId: users}}
        """,
      good: """
        paths:
          /user: {get: {operationId: user}}
          /user/list: {get: {operationId: users}}
        """,
      at: "/user", exempt: [.anchored: "a key has no value of its own to share"])
  ],
  checks: [.service(checkPrefixes)])

private func checkPrefixes(_ service: ServiceGroup, _ project: Project, _ findings: inout Findings) {
  let routes = ServiceRoutes.of(service, in: project)
  let table = routes.table
  let sorted = table.patterns.indices.filter { table.patterns[$0].beginsWithSlash }
    .sorted { table.patterns[$0].text.lexicographicallyPrecedes(table.patterns[$1].text) }
  for pattern in sorted where table.patterns[pattern].kind == .plain {
    let text = table.patterns[pattern].text
    guard text.last != UInt8(ascii: "/"), let other = longer(than: pattern, sorted, table),
      let api = routes.apis(ofPattern: other, in: table.scopes[pattern]).first
    else { continue }
    for shared in SharedPath.groups(routes.apis(ofPattern: pattern, in: table.scopes[other])).prefix(1) {
      let path = shared.path
      findings.report(
        at: shared.place,
        Text(
          en: "`\(path)` also takes every path that only begins like \(table.patterns[other].description).",
          zh: "`\(path)` 还会匹配所有与 \(table.patterns[other].description) 开头相同的其他路径。"),
        help: Text(
          en: "Write `=\(path)` if this path alone is meant, or `\(path)/` for what lies below it.",
          zh: "如果只想匹配该路径本身，请写成 `=\(path)`；如果只想匹配其下级路径，请写成 `\(path)/`。"),
        related: [
          RelatedPlace(.field(api[.path]), Text(en: "\(api.routeTitle) is here", zh: "\(api.routeTitle) 在此处"))
        ], subject: shared.apis[0].id)
    }
  }
}

/// A path that goes on with the same word, for a method that both have. The text of an expression up to its first sign
/// is looked at.
private func longer(than pattern: Int, _ sorted: [Int], _ table: RouteTable) -> Int? {
  let text = table.patterns[pattern].text
  let slash = UInt8(ascii: "/")
  for start in [text, text + [slash + 1]] {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if table.patterns[sorted[middle]].text.lexicographicallyPrecedes(start) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    for index in low..<min(low + searchLimit, sorted.count) {
      let other = table.patterns[sorted[index]].text
      guard other.starts(with: text) else { break }
      guard other.count > text.count, isWordByte(other[text.count]),
        !table.scopes[sorted[index]].isDisjoint(with: table.scopes[pattern])
      else { continue }
      return sorted[index]
    }
  }
  return nil
}

private let searchLimit = 64

private func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
  default: false
  }
}
